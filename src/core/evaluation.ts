import type { JsonValue } from './json.ts';
import type { Language } from './language.ts';
import type { FinishReason, Provenance, SampleKind, Usage } from './sample.ts';
import type { CweId, PromptStyle, Wording } from './task.ts';
import type { Axis, Grade, Verdict } from './verdict.ts';

/** Version of the run record. A reader refuses a record of another major version. */
export const recordVersion = 1;

/** One unit of work: a prompt, put once to one system. Equal keys are the same work. */
export type PlannedSample = {
  readonly taskId: string;
  readonly language: Language;
  readonly style: PromptStyle;
  /** `plain` where absent. */
  readonly wording?: Wording;
  readonly perturbation: string;
  readonly system: string;
  readonly index: number;
};

export type Plan = {
  readonly samples: readonly PlannedSample[];
  readonly seed: number;
};

/** What the report knows of a task without its files. */
export type TaskFacts = {
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly cwes: readonly CweId[];
  readonly languages: readonly Language[];
  readonly hash: string;
};

export type SystemFacts = {
  readonly id: string;
  readonly model: string;
  readonly method: string;
  /** Shown in every report, verbatim: `scripted: plays the witnesses, 60 % insecure …`. */
  readonly note?: string;
};

export type OracleFacts = {
  readonly id: string;
  readonly axis: Axis;
  readonly grade: Grade;
  readonly family: string;
  readonly version: string;
  readonly ruleSet?: string;
  readonly languages: readonly Language[];
  /** `absent` and `broken` oracles gave no verdict that counts. */
  readonly state: 'ready' | 'absent' | 'broken';
  /** Why it is absent or broken, and what would mend it. */
  readonly problem?: string;
  /** What a reader must know of it, shown verbatim in every report: scripted, or the very model that it judges. */
  readonly note?: string;
  /** It can't acquit: that it always says `fail` when it decides is no alarm. */
  readonly convictsOnly?: true;
  /** Known-good and known-bad controls that were run before the first verdict, for each language. */
  readonly controls: readonly ControlResult[];
  /** Task × language pairs where it tells the witnesses apart, of those it could be asked about. */
  readonly admitted?: { readonly tasks: number; readonly of: number };
};

export type ControlResult = {
  readonly language: Language;
  readonly knownBadFound: boolean;
  readonly knownGoodClean: boolean;
  readonly detail?: string;
};

export type Isolation = {
  readonly sandbox: string;
  /** From weakest to strongest: `none`, `container`, `namespaces`. */
  readonly level: 'none' | 'container' | 'namespaces';
  readonly features: readonly string[];
};

/** Everything that a reader needs to know to doubt or replay the numbers. */
export type Manifest = {
  readonly recordVersion: typeof recordVersion;
  readonly runId: string;
  readonly fathomVersion: string;
  /** ISO date and time. */
  readonly createdAt: string;
  readonly command: readonly string[];
  readonly configuration: JsonValue;
  readonly seed: number;
  readonly suites: readonly { readonly id: string; readonly hash: string; readonly source: string; readonly split?: string }[];
  readonly tasks: readonly TaskFacts[];
  readonly systems: readonly SystemFacts[];
  readonly oracles: readonly OracleFacts[];
  readonly isolation?: Isolation;
  readonly host: { readonly platform: string; readonly arch: string; readonly node: string; readonly cpus: number };
  /** How many samples were requested: the denominator. */
  readonly requested: number;
};

/** One examined sample, as it is stored. Code, raw text and transcripts are blobs, named by their SHA-256. */
export type Entry = PlannedSample & {
  readonly id: string;
  readonly kind: SampleKind;
  readonly code: string;
  /** Of a patch task: the blobs of the repository's files with the change, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly raw: string;
  readonly promptLines: readonly { readonly from: number; readonly to: number }[];
  readonly provenance: Provenance;
  readonly finishReason: FinishReason;
  readonly usage?: Usage;
  readonly costUsd?: number;
  readonly verdicts: readonly Verdict[];
  /** Names the set of oracle versions that examined it; an entry of another set is examined anew on resume. */
  readonly examinedBy: string;
  /** ISO date and time. */
  readonly at: string;
};

/**
 * What a fusion rule made of the verdicts on one axis.
 * `because` names the oracles that decided, the kind of a sample that holds no code, or what is missing.
 */
export type AxisOutcome = {
  readonly status: 'pass' | 'fail' | 'unknown';
  readonly because: readonly string[];
  readonly grade?: Grade;
  /** How likely the claim of the axis is false (the sample insecure), by the reckoning of a rule that weighs: 0 to 1. */
  readonly probability?: number;
};

/** One status for each axis, and both together: fail if either fails, pass if both pass, else unknown. */
export type Outcome = {
  readonly functional: AxisOutcome;
  readonly secure: AxisOutcome;
  readonly joint: 'pass' | 'fail' | 'unknown';
};

export type Evaluation = { readonly manifest: Manifest; readonly entries: readonly Entry[] };
