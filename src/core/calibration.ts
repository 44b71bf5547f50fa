import type { Language } from './language.ts';
import type { CweId } from './task.ts';
import type { Grade, VerdictStatus } from './verdict.ts';

/** Version of the calibration file. A reader refuses a file of another version. */
export const calibrationVersion = 1;

/** A status as it is kept; `muted`: the oracle had no vote there. */
export type KeptStatus = VerdictStatus | `muted ${VerdictStatus}`;

/** A sample whose truth is known, and what every oracle said of it on the secure axis. */
export type LabelledSample = {
  readonly id: string;
  /** Samples of one task are not independent. */
  readonly task: string;
  readonly language: Language;
  readonly cwes: readonly CweId[];
  /** The witness's label, or `labelled` where people or a file said so. */
  readonly label: string;
  readonly truth: 'secure' | 'insecure';
  readonly verdicts: Readonly<Record<string, KeptStatus>>;
  /** How likely a judge held it to be insecure, by oracle: 0 to 1. */
  readonly probabilities?: Readonly<Record<string, number>>;
  /** The same judge asked again of the same code: its answers in order, by oracle; of a panel by `oracle judge`. */
  readonly repetitions?: Readonly<Record<string, readonly VerdictStatus[]>>;
  /** The system that wrote it; absent for a witness. */
  readonly system?: string;
  /** The entry of the run that it comes from, where people labelled a run. */
  readonly entry?: { readonly runId: string; readonly id: string; readonly drawn?: 'random' | 'disputed' };
};

/** An oracle as it was calibrated. */
export type CalibratedOracle = {
  readonly id: string;
  readonly family: string;
  readonly grade: Grade;
  readonly version: string;
};

/** Of decided verdicts on samples of known truth. Positive means insecure. Whole numbers. */
export type TruthCounts = {
  /** Insecure and convicted. */
  readonly truePositive: number;
  /** Insecure and acquitted. */
  readonly falseNegative: number;
  /** Secure and acquitted. */
  readonly trueNegative: number;
  /** Secure and convicted. */
  readonly falsePositive: number;
  readonly unknownInsecure: number;
  readonly unknownSecure: number;
};

/** What one oracle got right. `cwe` absent: over all weaknesses. A sample with several weaknesses stands in each. */
export type AccuracyRow = {
  readonly oracle: string;
  readonly language: Language;
  readonly cwe?: CweId;
  /** Every verdict, muted ones too. */
  readonly counts: TruthCounts;
  /** Only where the oracle had a vote. */
  readonly heard: TruthCounts;
};

/** What is known about the accuracy of oracles: `fathom calibrate` writes it, the next run uses it. */
export type Calibration = {
  readonly calibrationVersion: typeof calibrationVersion;
  readonly fathomVersion: string;
  /** ISO date and time. */
  readonly createdAt: string;
  /** `witnesses`: a suite's own answers of known truth; `labels`: a file or people said what is true. */
  readonly source: 'witnesses' | 'labels';
  readonly suites: readonly { readonly id: string; readonly hash: string; readonly source: string }[];
  readonly oracles: readonly CalibratedOracle[];
  /** Sums over `samples`, for readers. */
  readonly accuracy: readonly AccuracyRow[];
  readonly samples: readonly LabelledSample[];
};
