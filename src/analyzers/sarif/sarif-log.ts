import type { CweId, Severity } from '../../core/index.ts';

/** A place in a file, as a log names it: lines and columns are 1-based, the end column is one past the last. */
export type SarifPlace = {
  /** The path as the log resolves it, percent-decoded, `/` between the parts; empty where no file is named. */
  readonly path: string;
  readonly line?: number;
  readonly column?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly note: string;
};

export type SarifLevel = 'none' | 'note' | 'warning' | 'error';

export type SarifResult = {
  readonly ruleId: string;
  readonly message: string;
  readonly level: SarifLevel;
  readonly severity: Severity;
  /** Result's own first, then its rule's. */
  readonly cwe: readonly CweId[];
  /** The tool holds that something is wrong. False for `pass`, `notApplicable` and `informational`, and for what a baseline had and this run has not. */
  readonly isFinding: boolean;
  readonly places: readonly SarifPlace[];
  /** Steps of the first flow. */
  readonly flow: readonly SarifPlace[];
};

export type SarifNotification = {
  readonly id: string;
  readonly level: SarifLevel;
  readonly text: string;
  readonly paths: readonly string[];
};

export type SarifRun = {
  readonly tool: string;
  readonly version: string;
  /** Rules that the log describes, of the driver and of its extensions. */
  readonly rules: number;
  readonly results: readonly SarifResult[];
  /** Paths under `artifacts`: for many tools the files that were looked at. */
  readonly artifacts: readonly string[];
  readonly notifications: readonly SarifNotification[];
  /** False where any invocation says that it did not end well; undefined where none says anything. */
  readonly successful: boolean | undefined;
  readonly columns: 'utf16' | 'code-points';
  /** The run's own property bag. */
  readonly properties: { readonly [key: string]: unknown };
};

export type SarifLog = { readonly runs: readonly SarifRun[] };
