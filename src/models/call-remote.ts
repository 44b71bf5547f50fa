import type { Completion } from '../core/index.ts';
import type { AdaptiveLimit } from './adaptive-limit.ts';
import type { Budget } from './budget.ts';
import { CallTimeout, type Failure, failureOf, type SdkErrors } from './failure.ts';
import { type GenerateRequest, ModelError } from './model.ts';
import type { Ports } from './ports.ts';
import { costOf, type Price, upperBound } from './price.ts';
import { redact } from './redact.ts';

/** What every model behind a network shares. */
export type Remote = {
  readonly id: string;
  /** Texts that no error and no note may hold. */
  readonly secrets: readonly string[];
  readonly errors: SdkErrors;
  /** Time for one call, until its answer is read completely. */
  readonly timeoutMs: number;
  readonly limit: AdaptiveLimit;
  readonly budget?: Budget;
  readonly price?: Price;
  readonly ports: Ports;
};

/** Retries beyond the first call, by what failed. A call that ran out of time may have been paid for: one more, not many. */
const retries: Readonly<Partial<Record<ModelError['code'], number>>> = { 'rate-limit': 8, server: 5, network: 5, timeout: 1 };

const firstPauseMs = 500;
const longestPauseMs = 60_000;
/** A server that asks for more patience than this is asked again in another run. */
const longestRetryAfterMs = 600_000;

type Call = (signal: AbortSignal) => Promise<Completion>;

/**
 * Makes a call until it succeeds or its retries are used up: waits for a place under the limit, reserves its price, keeps the time,
 * pauses as the server says or with full jitter. Throws a ModelError without secrets; an abort of the caller's signal goes through.
 */
export const callRemote = async (remote: Remote, request: GenerateRequest, call: Call, signal?: AbortSignal): Promise<Completion> => {
  const used = new Map<string, number>();
  for (;;) {
    const outcome = await attempt(remote, request, call, signal);
    if ('completion' in outcome) return outcome.completion;
    signal?.throwIfAborted();
    const { error, retryAfterMs } = outcome.failure;
    const tries = used.get(error.code) ?? 0;
    const over = retryAfterMs !== undefined && retryAfterMs > longestRetryAfterMs;
    if (!error.retryable || over || tries >= (retries[error.code] ?? 0))
      throw cleaned(
        remote,
        error,
        [...used.values()].reduce((a, b) => a + b, 1),
      );
    used.set(error.code, tries + 1);
    await remote.ports.sleep(retryAfterMs ?? backoff(tries, remote.ports.random()), signal);
  }
};

/** Full jitter: anything between nothing and a bound that doubles. A floor keeps it from hammering. */
const backoff = (tries: number, random: number): number =>
  Math.max(100, random * Math.min(longestPauseMs, firstPauseMs * 2 ** (tries + 1)));

const attempt = async (
  remote: Remote,
  request: GenerateRequest,
  call: Call,
  signal: AbortSignal | undefined,
): Promise<{ readonly completion: Completion } | { readonly failure: Failure }> => {
  const bound = remote.price === undefined ? 0 : costOf(upperBound(request), remote.price);
  const leave = await remote.limit.enter(signal);
  let reservation: ReturnType<Budget['reserve']> | undefined;
  try {
    reservation = remote.budget?.reserve(bound);
    const answer = await timed(remote, call, signal);
    const costUsd = remote.price === undefined || answer.usage === undefined ? undefined : costOf(answer.usage, remote.price);
    reservation?.settle(costUsd ?? bound);
    leave('answered');
    return { completion: costUsd === undefined ? answer : { ...answer, costUsd } };
  } catch (thrown) {
    const failure = failureOf(thrown, remote.errors, remote.ports.now());
    // These may have been answered, and charged, before they failed here.
    const mayBeCharged = failure.error.code === 'timeout' || failure.error.code === 'bad-response' || signal?.aborted === true;
    reservation?.settle(mayBeCharged ? bound : 0);
    leave(failure.error.code === 'rate-limit' ? 'rate-limited' : 'other');
    return { failure };
  }
};

/** Ends the call when its time is over: SDKs stop watching the clock once the headers are there. */
const timed = async (remote: Remote, call: Call, signal: AbortSignal | undefined): Promise<Completion> => {
  const clock = new AbortController();
  const stop = signal === undefined ? clock.signal : AbortSignal.any([clock.signal, signal]);
  let late = false;
  const cancel = remote.ports.after(remote.timeoutMs, () => {
    late = true;
    clock.abort();
  });
  const given = call(stop);
  try {
    return await Promise.race([given, aborted(stop)]);
  } catch (thrown) {
    if (late) throw new CallTimeout(`no complete answer within ${remote.timeoutMs} ms`, { cause: thrown });
    throw thrown;
  } finally {
    cancel();
    given.catch(() => undefined);
  }
};

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const cleaned = (remote: Remote, error: ModelError, calls: number): ModelError => {
  const text = `${remote.id}: ${error.message}${calls > 1 ? ` (after ${calls} calls)` : ''}`;
  // The cause holds the request with its headers: it ends here.
  return new ModelError(error.code, redact(text, remote.secrets), error.retryable);
};
