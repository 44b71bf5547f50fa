import type { NonEmpty } from './json.ts';
import type { CweId } from './task.ts';

export type Axis = 'functional' | 'secure';

/** `witnessed`: harm was seen happening; `reported`: an analyzer matched; `opined`: a judge said so. */
export type Grade = 'witnessed' | 'reported' | 'opined';

export type Severity = 'low' | 'medium' | 'high' | 'unrated';

export type Location = {
  /** 1-based lines and columns of the sample's code; `end` inclusive of its line. */
  readonly line: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  /** In an answer of several files: the file, and the line in it. `line` is then the diff's line that shows it, or names the file. */
  readonly file?: { readonly path: string; readonly line: number };
};

export type Finding = {
  readonly oracle: string;
  /** The tool's own rule, the id of a test case or of an exploit. */
  readonly ruleId: string;
  readonly cwe: readonly CweId[];
  readonly severity: Severity;
  readonly message: string;
  readonly location?: Location;
  /** How harm gets there, from the source to the place above, step by step; both ends included. */
  readonly path?: readonly PathStep[];
};

/** One step of a finding's path: `request.args["name"]` enters, is joined to a query, reaches the sink. */
export type PathStep = { readonly location: Location; readonly note: string };

/** Why an oracle could not answer. Never the candidate's fault. */
export const unknownReasons = [
  'tool-missing',
  'tool-broken',
  'tool-crashed',
  'timeout',
  'unparsable-code',
  'unparsable-output',
  'skipped-by-tool',
  'sandbox',
  'not-exercised',
  'tampered',
  'missing-dependency',
  'no-tests',
  'not-in-source',
  'refused',
  'undecided',
  'disagreement',
  'no-answer',
  'budget',
  'error',
] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/**
 * Whether a verdict counts in fusion. A muted verdict is kept and shown, and counts nowhere:
 * the oracle does not tell this task's witnesses apart, or failed its controls.
 */
export type Voice = { readonly counts: true; readonly uncalibrated?: true } | { readonly counts: false; readonly because: string };

type VerdictFacts = {
  readonly oracle: string;
  readonly axis: Axis;
  readonly grade: Grade;
  /** Oracles of one engine family share one vote: bandit and ruff are both `bandit-rules`. */
  readonly family: string;
  readonly voice: Voice;
  /** Findings that do not count on this axis: unrelated CWE, or the prompt's own lines. */
  readonly collateral: readonly Finding[];
  /** The test ran in the candidate's own process, which could forge it. */
  readonly forgeable?: true;
  /** Each case or exploit that was run, in order. */
  readonly checks?: readonly Check[];
  /** Content hash of the transcript's blob. */
  readonly transcript?: string;
  /** How likely the oracle itself holds the claim of its axis to be false (the sample insecure), 0 to 1. Judges say it; it is not calibrated. */
  readonly probability?: number;
};

/** One functional case or exploit. `pass` means: right answer, or attack withstood. */
export type Check = {
  readonly id: string;
  readonly status: 'pass' | 'fail' | 'unknown';
  readonly detail?: string;
};

/** What one oracle says of one sample on one axis. Silence is never a pass. */
export type Verdict = VerdictFacts &
  (
    | { readonly status: 'pass' }
    | { readonly status: 'fail'; readonly findings: NonEmpty<Finding> }
    | { readonly status: 'unknown'; readonly reason: UnknownReason; readonly detail: string }
  );

export type VerdictStatus = Verdict['status'];
