import type { Language, Limits } from '../../core/index.ts';
import type { Exploit, FunctionalCase, TaskTests } from '../../datasets/testing.ts';
import type { LaunchRequest, Loaded, Sandbox } from '../../sandboxes/sandbox.ts';
import { SandboxError } from '../../sandboxes/sandbox.ts';
import { CandidateSessions, type Opened } from './candidate-sessions.ts';
import { type CheckOutcome, doubtAbout, outcomeOfCase, outcomeOfExploit, sessionSurvived } from './check-outcome.ts';
import type { Interaction } from './observation.ts';
import { oneLine } from './printable.ts';
import { type Ran, type Runnable, runCheck } from './run-check.ts';

export type LoadFailure = Extract<Loaded, { loaded: false }>;

export type CheckRun = {
  readonly runnable: Runnable;
  readonly outcome: CheckOutcome;
  readonly interactions: readonly Interaction[];
  /** Set where a first try was doubted: what it showed, and why it was repeated. */
  readonly firstTry?: string;
};

export type CandidateRun =
  | { readonly kind: 'ran'; readonly cases: readonly CheckRun[]; readonly exploits: readonly CheckRun[] }
  | { readonly kind: 'not-loaded'; readonly failure: LoadFailure }
  | { readonly kind: 'sandbox'; readonly message: string };

export type CandidateRequest = {
  readonly launch: LaunchRequest;
  readonly language: Language;
  readonly limits: Limits;
  readonly tests: TaskTests;
  readonly nameOf: (name: string) => string;
  readonly seed: string;
  readonly signal?: AbortSignal | undefined;
};

/** After so many charged time-outs of one kind the others of that kind are not run: the verdict stands, and time is short. */
const patience = 2;

const guardFloorMs = 60_000;

/**
 * Puts one candidate through its cases, then through its exploits.
 *
 * All share one session while it lives. Opening one costs a fork in Python, a process in JavaScript and a compilation in C, which is
 * more than all calls of a usual task; and a program that serves several calls is what the tasks ask for. Nothing is cleared in between:
 * the candidate's memory would remember anyway, so cases plant under names of their own. A candidate that died or timed out
 * gets a fresh session for the next check, and a failure that the sharing itself may have caused is tried alone before it is charged.
 *
 * Cases come before exploits, so that an attack that breaks the session can't cost a case.
 */
export const runCandidate = async (sandbox: Sandbox, request: CandidateRequest): Promise<CandidateRun> => {
  const sessions = new CandidateSessions(sandbox, request.launch, request.limits);
  try {
    const { session } = await sessions.get();
    if (!session.loaded.loaded) return { kind: 'not-loaded', failure: session.loaded };
    const applies = (test: FunctionalCase | Exploit): boolean => test.only === undefined || test.only.includes(request.language);
    const cases = request.tests.cases.filter(applies).map((test): Runnable => ({ kind: 'case', test }));
    const exploits = request.tests.exploits.filter(applies).map((test): Runnable => ({ kind: 'exploit', test }));
    return { kind: 'ran', cases: await runAll(cases, sessions, request), exploits: await runAll(exploits, sessions, request) };
  } catch (error) {
    if (!(error instanceof SandboxError)) throw error;
    return { kind: 'sandbox', message: oneLine(error.message) };
  } finally {
    await sessions.drop();
  }
};

const runAll = async (
  runnables: readonly Runnable[],
  sessions: CandidateSessions,
  request: CandidateRequest,
): Promise<readonly CheckRun[]> => {
  const runs: CheckRun[] = [];
  let timeouts = 0;
  let boxFailed = false;
  for (const runnable of runnables) {
    request.signal?.throwIfAborted();
    if (boxFailed) {
      runs.push(notRun(runnable, 'sandbox', 'not run: the sandbox failed twice before'));
    } else if (timeouts >= patience) {
      runs.push(notRun(runnable, 'timeout', `not run: ${patience} earlier ones ran out of time`));
    } else {
      const run = await runOne(runnable, sessions, request);
      runs.push(run);
      if (run.outcome.reason === 'sandbox') boxFailed = true;
      if (run.interactions.some(({ ended }) => ended.ended === 'timeout') || run.outcome.reason === 'timeout') timeouts += 1;
    }
  }
  return runs;
};

const notRun = (runnable: Runnable, reason: 'sandbox' | 'timeout', detail: string): CheckRun => ({
  runnable,
  interactions: [],
  outcome: { status: 'unknown', reason, detail },
});

/** One check, with its one second try where the first is in doubt or the box failed. */
const runOne = async (runnable: Runnable, sessions: CandidateSessions, request: CandidateRequest): Promise<CheckRun> => {
  const servedBefore = sessions.served > 0;
  const first = await attempt(runnable, () => sessions.get(), { sessions, request });
  if (first.ran === undefined) return first.run;
  const failedBox = first.run.outcome.reason === 'sandbox';
  const doubt = failedBox ? 'stale' : doubtAbout(first.ran, servedBefore);
  if (doubt === undefined) return first.run;
  const second = await attempt(runnable, () => sessions.fresh(doubt === 'slow' ? 'doubled' : 'usual'), { sessions, request });
  // Doubled limits are for the confirmation alone.
  if (doubt === 'slow') await sessions.drop();
  return { ...second.run, firstTry: first.run.outcome.detail };
};

type Attempt = { readonly run: CheckRun; readonly ran?: Ran };

const attempt = async (
  runnable: Runnable,
  open: () => Promise<Opened>,
  { sessions, request }: { readonly sessions: CandidateSessions; readonly request: CandidateRequest },
): Promise<Attempt> => {
  const { session, limits } = await open();
  if (!session.loaded.loaded) {
    await sessions.drop();
    return { run: { runnable, interactions: [], outcome: notLoadedAgain(runnable, session.loaded) } };
  }
  const ran = await runCheck(runnable, {
    session,
    language: request.language,
    nameOf: request.nameOf,
    seed: request.seed,
    guardMs: Math.max(guardFloorMs, limits.callMs * 12),
  });
  sessions.served += 1;
  if (!sessionSurvived(ran)) await sessions.drop();
  const outcome = runnable.kind === 'case' ? outcomeOfCase(ran, request.language) : outcomeOfExploit(ran, runnable.test);
  return { ran, run: { runnable, outcome, interactions: ran.observation.interactions } };
};

/** It loaded once and does not load again: the candidate's doing, so the case fails; an exploit stays undecided. */
const notLoadedAgain = (runnable: Runnable, failure: LoadFailure): CheckOutcome => {
  const detail = oneLine(`did not load again (${failure.kind}): ${failure.detail}`);
  return runnable.kind === 'case' ? { status: 'fail', detail } : { status: 'unknown', reason: 'not-exercised', detail };
};
