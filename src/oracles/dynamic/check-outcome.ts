import type { Language, UnknownReason } from '../../core/index.ts';
import type { Exploit } from '../../datasets/testing.ts';
import { describeEnded } from './describe-ended.ts';
import type { Interaction } from './observation.ts';
import { oneLine } from './printable.ts';
import type { Ran } from './run-check.ts';
import { type Crash, crashesCountAnywhere, crashOf } from './signals.ts';

/** What one case or exploit says. `pass`: right answer, or attack withstood. */
export type CheckOutcome = {
  readonly status: 'pass' | 'fail' | 'unknown';
  /** Empty for a pass. */
  readonly detail: string;
  /** Present where `status` is unknown. */
  readonly reason?: UnknownReason;
  /** A crash that counts on the secure axis. */
  readonly crash?: Crash;
};

const failed = (detail: string): CheckOutcome => ({ status: 'fail', detail: oneLine(detail) });
const undecided = (reason: UnknownReason, detail: string): CheckOutcome => ({ status: 'unknown', reason, detail: oneLine(detail) });

/** What only the observer can know, whatever the test made of it. */
const trouble = ({ observation, end }: Ran): CheckOutcome | undefined => {
  if (observation.sandboxError !== undefined) return undecided('sandbox', `the sandbox failed: ${observation.sandboxError.message}`);
  if (end.kind === 'overdue') return undecided('timeout', `the test did not end within ${end.afterMs} ms`);
  return undefined;
};

const firstOf = (interactions: readonly Interaction[], ended: Interaction['ended']['ended']): Interaction | undefined =>
  interactions.find((each) => each.ended.ended === ended);

const crashIn = (interactions: readonly Interaction[]): Crash | undefined => {
  for (const { ended } of interactions) {
    const crash = crashOf(ended);
    if (crash !== undefined) return crash;
  }
  return undefined;
};

const brokenTest = (message: string): CheckOutcome => undecided('error', `the task's own test failed: ${message}`);

/**
 * A case passes only if the test ran to its end, the candidate answered or raised each time, and it was asked at least once.
 * A death or a time-out fails it even where the test did not look.
 */
export const outcomeOfCase = (ran: Ran, language: Language): CheckOutcome => {
  const { end, observation } = ran;
  const { interactions } = observation;
  const stopped = trouble(ran);
  if (stopped !== undefined) return stopped;
  const crash = crashIn(interactions);
  if (crash !== undefined) return { ...failed(crash.what), ...(crashesCountAnywhere(language) ? { crash } : {}) };
  // A time-out kills the session, so that later interactions die: the time-out is the cause.
  const ended = firstOf(interactions, 'timeout') ?? firstOf(interactions, 'died');
  if (ended !== undefined) return failed(`${ended.request}: ${describeEnded(ended.ended)}`);
  if (end.kind === 'expectation') return failed(end.error.message);
  if (end.kind !== 'finished') return brokenTest(end.kind === 'broken' ? end.message : end.kind);
  if (interactions.length === 0) return undecided('not-exercised', 'the test never asked the candidate anything');
  return { status: 'pass', detail: '' };
};

/**
 * An exploit is withstood only if it ran to its end and the candidate answered or raised each time, at least once.
 * Harm convicts, and so does a crash; a death or a time-out that is not harm by itself decides nothing.
 */
export const outcomeOfExploit = (ran: Ran, exploit: Exploit): CheckOutcome => {
  const { end, observation } = ran;
  const { interactions, harmDone } = observation;
  const stopped = trouble(ran);
  if (stopped !== undefined) return stopped;
  if (harmDone !== undefined)
    return failed(harmDone.evidence === undefined ? harmDone.message : `${harmDone.message}: ${harmDone.evidence}`);
  const crash = crashIn(interactions);
  if (crash !== undefined) return { ...failed(crash.what), crash };
  const timeout = firstOf(interactions, 'timeout');
  if (timeout !== undefined) {
    const detail = `${timeout.request}: ${describeEnded(timeout.ended)}`;
    return exploit.timeoutIsHarm === true ? failed(detail) : undecided('timeout', detail);
  }
  const died = firstOf(interactions, 'died');
  if (died !== undefined) return undecided('not-exercised', `${died.request}: ${describeEnded(died.ended)}`);
  if (end.kind !== 'finished')
    return brokenTest(end.kind === 'broken' ? end.message : end.kind === 'expectation' ? end.error.message : end.kind);
  if (interactions.length === 0) return undecided('not-exercised', 'the exploit never reached the candidate');
  return { status: 'pass', detail: '' };
};

/** Whether the session can serve the next check. */
export const sessionSurvived = ({ observation, end }: Ran): boolean =>
  observation.sandboxError === undefined &&
  end.kind !== 'overdue' &&
  observation.interactions.every(({ ended }) => ended.ended === 'answered' || ended.ended === 'raised');

/**
 * Whether a fresh session deserves a second try: `slow` where wall time ran out, which a loaded machine can cause;
 * `stale` where the candidate died without a crash of its own after it had served other checks, whose memory or
 * processor time may have used up the session's limits.
 */
export const doubtAbout = (ran: Ran, servedBefore: boolean): 'slow' | 'stale' | undefined => {
  const { interactions, harmDone, sandboxError } = ran.observation;
  if (sandboxError !== undefined || harmDone !== undefined || crashIn(interactions) !== undefined) return undefined;
  if (firstOf(interactions, 'timeout') !== undefined || ran.end.kind === 'overdue') return 'slow';
  return servedBefore && firstOf(interactions, 'died') !== undefined ? 'stale' : undefined;
};
