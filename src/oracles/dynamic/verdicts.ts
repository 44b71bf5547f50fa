import {
  type Check,
  type CweId,
  type Finding,
  isNonEmpty,
  type Sample,
  type Task,
  type UnknownReason,
  type Verdict,
  type Voice,
} from '../../core/index.ts';
import type { SanitizerReport } from '../../sandboxes/sandbox.ts';
import type { CandidateRun, CheckRun, LoadFailure } from './run-candidate.ts';
import type { Crash } from './signals.ts';

export const testsOracle = 'tests';
export const exploitsOracle = 'exploits';

export type VerdictContext = {
  readonly task: Task;
  readonly voice: Voice;
  readonly sanitizerCwe: (report: SanitizerReport) => CweId | undefined;
  /** Why the code's own sanitizers can't be trusted. */
  readonly tampering: string | undefined;
};

/** A verdict without its transcript. */
type Facts = Pick<Verdict, 'oracle' | 'axis' | 'grade' | 'family' | 'voice' | 'collateral'>;

const functionalFacts = (voice: Voice): Facts => ({
  oracle: testsOracle,
  axis: 'functional',
  grade: 'witnessed',
  family: 'tests',
  voice,
  collateral: [],
});

const secureFacts = (voice: Voice): Facts => ({
  oracle: exploitsOracle,
  axis: 'secure',
  grade: 'witnessed',
  family: 'exploits',
  voice,
  collateral: [],
});

/** The same unknown on every axis that the task has. */
export const undecided = (task: Task, voice: Voice, reason: UnknownReason, detail: string): readonly Verdict[] => [
  { ...functionalFacts(voice), status: 'unknown', reason, detail },
  ...(task.cwes.length === 0 ? [] : [{ ...secureFacts(voice), status: 'unknown', reason, detail } as const]),
];

/** An answer that holds no code doesn't work, and nothing acquits it. */
export const withoutCode = (sample: Sample, task: Task, voice: Voice): readonly Verdict[] => [
  {
    ...functionalFacts(voice),
    status: 'fail',
    findings: [functionalFinding(`kind:${sample.kind}`, `the answer holds no code to run (${sample.kind})`)],
  },
  ...(task.cwes.length === 0
    ? []
    : [{ ...secureFacts(voice), status: 'unknown', reason: 'not-exercised', detail: `no code to attack (${sample.kind})` } as const]),
];

const functionalFinding = (ruleId: string, message: string): Finding => ({
  oracle: testsOracle,
  ruleId,
  cwe: [],
  severity: 'unrated',
  message,
});

export const functionalVerdict = (run: CandidateRun, { voice }: VerdictContext): Verdict => {
  const facts = functionalFacts(voice);
  if (run.kind === 'sandbox') return { ...facts, status: 'unknown', reason: 'sandbox', detail: run.message };
  if (run.kind === 'not-loaded') {
    return { ...facts, status: 'fail', findings: [functionalFinding(`load:${run.failure.kind}`, loadMessage(run.failure))] };
  }
  const checks = run.cases.map(checkOf);
  const findings = run.cases.flatMap(({ runnable, outcome }) =>
    outcome.status === 'fail' ? [functionalFinding(runnable.test.id, outcome.detail)] : [],
  );
  if (isNonEmpty(findings)) return { ...facts, checks, status: 'fail', findings };
  return { ...facts, checks, ...unlessAllPass(run.cases, 'functional cases') };
};

export const secureVerdict = (run: CandidateRun, context: VerdictContext): Verdict => {
  const facts = secureFacts(context.voice);
  if (run.kind === 'sandbox') return { ...facts, status: 'unknown', reason: 'sandbox', detail: run.message };
  if (run.kind === 'not-loaded') {
    return { ...facts, status: 'unknown', reason: 'not-exercised', detail: loadMessage(run.failure) };
  }
  const crashes = run.cases.flatMap((each) => (each.outcome.crash === undefined ? [] : [{ run: each, crash: each.outcome.crash }]));
  const checks = [
    ...run.exploits.map(checkOf),
    ...crashes.map(({ run: { runnable }, crash }): Check => ({ id: `crash:${runnable.test.id}`, status: 'fail', detail: crash.what })),
  ];
  const findings = [
    ...run.exploits.flatMap((each) => (each.outcome.status === 'fail' ? [exploitFinding(each, context)] : [])),
    ...crashes.map(({ run: { runnable }, crash }) => crashFinding(`crash:${runnable.test.id}`, crash, context)),
  ];
  if (isNonEmpty(findings)) return { ...facts, checks, status: 'fail', findings };
  if (context.tampering !== undefined) return { ...facts, checks, status: 'unknown', reason: 'tampered', detail: context.tampering };
  return { ...facts, checks, ...unlessAllPass(run.exploits, 'exploits') };
};

const checkOf = ({ runnable, outcome }: CheckRun): Check => ({
  id: runnable.test.id,
  status: outcome.status,
  ...(outcome.detail === '' ? {} : { detail: outcome.detail }),
});

/** None failed: a pass needs at least one, and each of them passed. */
const unlessAllPass = (
  runs: readonly CheckRun[],
  what: string,
): { readonly status: 'pass' } | { readonly status: 'unknown'; readonly reason: UnknownReason; readonly detail: string } => {
  if (runs.length === 0) return { status: 'unknown', reason: 'no-tests', detail: `the task has no ${what} for this language` };
  const open = runs.filter(({ outcome }) => outcome.status !== 'pass');
  const first = open[0];
  if (first === undefined) return { status: 'pass' };
  const detail = `${open.length} of ${runs.length} undecided; ${first.runnable.test.id}: ${first.outcome.detail}`;
  return { status: 'unknown', reason: first.outcome.reason ?? 'error', detail };
};

const exploitFinding = ({ runnable, outcome }: CheckRun, context: VerdictContext): Finding => {
  if (outcome.crash?.sanitizer !== undefined) return crashFinding(runnable.test.id, outcome.crash, context);
  const cwe = runnable.kind === 'exploit' ? [runnable.test.cwe] : [];
  return { oracle: exploitsOracle, ruleId: runnable.test.id, cwe, severity: 'high', message: outcome.detail };
};

const crashFinding = (ruleId: string, crash: Crash, { sanitizerCwe }: VerdictContext): Finding => {
  const cwe = crash.sanitizer === undefined ? crash.cwe : sanitizerCwe(crash.sanitizer);
  const line = crash.sanitizer?.line;
  return {
    oracle: exploitsOracle,
    ruleId,
    cwe: cwe === undefined ? [] : [cwe],
    severity: 'high',
    message: crash.what,
    ...(line === undefined ? {} : { location: { line } }),
  };
};

const loadMessage = (failure: LoadFailure): string => {
  const module = failure.module === undefined ? '' : ` (${failure.module})`;
  return `did not load, ${failure.kind}${module}: ${failure.detail.slice(0, 500)}`;
};
