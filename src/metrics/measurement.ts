import type { Entry, Grade, Manifest, NonEmpty, OracleFacts, Outcome, UnknownReason } from '../core/index.ts';

export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: 'task-bootstrap' | 'wilson';
};

/** A number with everything that is needed to doubt it. Without a single measurable unit there is no value. */
export type Measurement = {
  /** `secure-pass@1`. */
  readonly metric: string;
  readonly convention: string;
  readonly value?: number;
  readonly interval?: Interval;
  /** The denominator: how many units the value averages. */
  readonly n: number;
  /** `prompts`: some task was put in several languages or styles, each of which counts as one. */
  readonly unit: 'tasks' | 'prompts' | 'samples';
  /** Independent tasks behind the units; the interval resamples these. */
  readonly clusters?: number;
  /** What a reader must know of this metric: `secure axis alone`. */
  readonly note?: string;
  /** Samples behind it. */
  readonly samples: number;
  /** Samples whose status is unknown. */
  readonly unknown: number;
  /** Value if every unknown were a fail, and if every unknown were a pass. */
  readonly bounds?: { readonly low: number; readonly high: number };
  /** Units left out, by reason: `k > n`, `no functional sample`. */
  readonly excluded: readonly { readonly reason: string; readonly count: number }[];
};

export type IcebergStep = {
  /** `claimed`, `all-samples`, `analyzers`, `judges`, `exploits`, `functional`, `worst-case`, `mutated`. */
  readonly id: string;
  readonly label: string;
  /** The pitfall that this step removes. */
  readonly removes: string;
} & ({ readonly measured: true; readonly measurement: Measurement } | { readonly measured: false; readonly why: string });

export type SystemMeasurement = {
  readonly system: string;
  readonly measurements: readonly Measurement[];
  readonly iceberg: readonly IcebergStep[];
  readonly kinds: Readonly<Record<string, number>>;
  readonly costUsd?: number;
};

export type BreakdownCell = { readonly system: string; readonly group: string; readonly measurement: Measurement };
export type Breakdown = {
  readonly by: 'cwe' | 'language' | 'kind' | 'task' | 'style';
  readonly metric: string;
  readonly cells: readonly BreakdownCell[];
};

export type OracleHealth = {
  readonly oracle: string;
  /** One row for each axis on which the oracle speaks. */
  readonly axis?: 'functional' | 'secure';
  readonly facts?: OracleFacts;
  readonly grade: Grade;
  readonly verdicts: number;
  readonly pass: number;
  readonly fail: number;
  readonly muted: number;
  readonly unknown: number;
  readonly unknownBy: Partial<Record<UnknownReason, number>>;
  /** `never-varies`, `mostly-unknown`, `controls-failed`, `absent`, `broken`, `silent`. */
  readonly alarms: readonly string[];
};

/** Two oracles on the samples where both said pass or fail. */
export type Agreement = {
  readonly axis: 'functional' | 'secure';
  readonly left: string;
  readonly right: string;
  readonly counts: {
    readonly bothPass: number;
    readonly leftPassRightFail: number;
    readonly leftFailRightPass: number;
    readonly bothFail: number;
  };
  /** Samples where at least one of the two was unknown or silent. */
  readonly notComparable: number;
  readonly percent?: number;
  readonly kappa?: number;
  readonly mcc?: number;
};

export type Warning = { readonly code: string; readonly message: string };

/** A run, measured. Renderers show it and compute nothing. */
export type MeasuredEvaluation = {
  readonly manifest: Manifest;
  readonly fusion: { readonly id: string; readonly summary: string };
  /** The analyzer whose word is the claim, for each language. */
  readonly claimedBy: Readonly<Record<string, string>>;
  readonly systems: readonly SystemMeasurement[];
  readonly breakdowns: readonly Breakdown[];
  readonly health: readonly OracleHealth[];
  readonly agreement: readonly Agreement[];
  readonly warnings: readonly Warning[];
  readonly samples: readonly JudgedEntry[];
};

export type JudgedEntry = { readonly entry: Entry; readonly outcome: Outcome };

export type Levels = NonEmpty<number>;
