import type { Entry, Grade, Manifest, NonEmpty, OracleFacts, Outcome, UnknownReason } from '../core/index.ts';

export type Interval = {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** `two-set-bootstrap`: tasks of the run and of the calibration set are both drawn anew. */
  readonly method: 'task-bootstrap' | 'wilson' | 'two-set-bootstrap';
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
} & (
  | {
      readonly measured: true;
      readonly measurement: Measurement;
      /** Of `mutated`: the same prompts on the tasks as they were published, and what the fresh ones differ by. */
      readonly paired?: { readonly before: Measurement; readonly difference: number; readonly interval?: Interval };
    }
  | { readonly measured: false; readonly why: string }
);

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
  /** The largest kappa that the two could reach with the shares of passes that they have. */
  readonly largestKappa?: number;
  /** How much more often both pass than both fail, -1 to 1. */
  readonly prevalence?: number;
  /** How much more often the left passes than the right, -1 to 1. */
  readonly bias?: number;
  readonly mcc?: number;
  /** Gwet's AC1. */
  readonly ac1?: number;
};

/** Krippendorff's alpha over all that speak on one axis, unknowns as missing values. */
export type OverallAgreement = {
  readonly axis: 'functional' | 'secure';
  /** `oracles`: what each said, muted or not. `votes`: one for each engine family, muted ones left out. */
  readonly of: 'oracles' | 'votes';
  readonly names: readonly string[];
  /** Samples on which at least two decided; the others compare nothing. */
  readonly samples: number;
  readonly tasks: number;
  /** Decided verdicts on these samples. */
  readonly pass: number;
  readonly fail: number;
  /** Undecided ones on all samples. */
  readonly unknown: number;
  /** 1 is agreement, 0 chance, below 0 contradiction. Absent where nothing could differ. */
  readonly alpha?: number;
  readonly interval?: Interval;
};

/** What one system's rates would be under a rule. `undecided`: why the rule left samples open, the commonest reason first. */
export type RuleOutcome = {
  readonly system: string;
  readonly secure: Measurement;
  readonly securePass: Measurement;
  readonly undecided: readonly { readonly because: string; readonly count: number }[];
};

/** What a fusion rule would have said of the run. */
export type RuleMeasurement = {
  readonly id: string;
  readonly summary: string;
  /** Why it could acquit no sample of the run and left some open: its rates then say nothing of the systems. */
  readonly why?: string;
  readonly systems: readonly RuleOutcome[];
};

export type Warning = { readonly code: string; readonly message: string };

/** A share of samples, with Wilson's interval. No sample: no value. */
export type Share = { readonly value?: number; readonly interval?: Interval; readonly of: number };

/** A secure share, corrected for the errors of the rule that decided it. */
export type CorrectedShare = {
  /** In [0, 1]. Absent where the rule is no better than chance, or nothing is known of its accuracy. */
  readonly value?: number;
  readonly interval?: Interval;
  /** The correction fell outside [0, 1] and was cut: the calibration set is not like this run, or too small. */
  readonly clipped: boolean;
  /** Share of the resamples that were cut, or in which the rule was no better than chance. */
  readonly clippedShare?: number;
  /** Samples that the correction is about. */
  readonly n: number;
  /** Samples of languages in which nothing is known of the rule; left out of `n`. */
  readonly uncalibrated: number;
};

/** A secure share from the rule's word on all samples, and people's on some. */
export type PredictionPowered = {
  /** In [0, 1]. */
  readonly value: number;
  readonly interval?: Interval;
  /** How far the rule is trusted: 0 leaves the labels alone, 1 is plain prediction-powered inference. */
  readonly lambda: number;
  readonly labelled: number;
  readonly unlabelled: number;
  /** Tasks with a labelled sample. */
  readonly labelledTasks: number;
  readonly clipped: boolean;
};

export type CorrectedRate = {
  readonly system: string;
  /** `secure`: of the samples with code on which the rule decided; `secure-pass`: of all samples that were requested. Over samples, not prompts. */
  readonly metric: 'secure' | 'secure-pass';
  /** The rate as it was measured, over the same samples as the correction. */
  readonly raw: Share;
  readonly roganGladen: CorrectedShare;
  /** Only where people labelled samples of this run. */
  readonly predictionPowered?: PredictionPowered;
};

/** Whether the calibration set is like the run, in one respect. */
export type Transport = {
  readonly by: 'language' | 'cwe' | 'system' | 'oracles' | 'rates';
  readonly differs: boolean;
  readonly message: string;
  /** Half the sum of the differences of shares, 0 to 1. */
  readonly distance?: number;
  /** Permutation test over tasks. */
  readonly pValue?: number;
};

/** What a calibration says of this run. */
export type CalibrationUse = {
  readonly source: 'witnesses' | 'labels';
  /** ISO date and time. */
  readonly createdAt: string;
  readonly suites: readonly string[];
  readonly samples: number;
  readonly tasks: number;
  /** How often the rule in force was right on the calibration set; a rule that learns from it is asked about tasks that it did not learn from. */
  readonly rule: { readonly sensitivity: Share; readonly specificity: Share; readonly unknown: Share };
  readonly rates: readonly CorrectedRate[];
  readonly transport: readonly Transport[];
  /** What a reader must know of it. */
  readonly notes: readonly string[];
};

/** A run, measured. Renderers show it and compute nothing. */
export type MeasuredEvaluation = {
  readonly manifest: Manifest;
  readonly fusion: {
    readonly id: string;
    readonly summary: string;
    /** What a rule that learns has learnt from the run, one sentence each. */
    readonly notes?: readonly string[];
  };
  /** Only where a calibration was given. */
  readonly calibration?: CalibrationUse;
  /** The analyzer whose word is the claim, for each language. */
  readonly claimedBy: Readonly<Record<string, string>>;
  readonly systems: readonly SystemMeasurement[];
  readonly breakdowns: readonly Breakdown[];
  readonly health: readonly OracleHealth[];
  readonly agreement: readonly Agreement[];
  readonly overallAgreement: readonly OverallAgreement[];
  /** Every fusion rule on the same votes, the one in force among them. */
  readonly rules: readonly RuleMeasurement[];
  readonly warnings: readonly Warning[];
  readonly samples: readonly JudgedEntry[];
};

export type JudgedEntry = {
  readonly entry: Entry;
  readonly outcome: Outcome;
  /** How far the votes on the secure axis differ, 0 to 1 (docs/metrics.md). Absent where fewer than two of them decided. */
  readonly disagreement?: number;
};

export type Levels = NonEmpty<number>;
