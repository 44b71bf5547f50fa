import type { OracleFacts, Sample, Task, Verdict } from '../core/index.ts';

export type Examination = { readonly sample: Sample; readonly task: Task };

/**
 * Says of samples whether they work or are secure.
 * `examine` never throws for a sample's or a tool's failure: it answers `unknown` with the reason.
 */
export interface Oracle {
  /** Prefix of the ids of its verdicts' oracles: `static`, `dynamic`, `imported`. */
  readonly id: string;
  /** How many samples it likes to get at once; 1 where batches gain nothing. */
  readonly batchSize: number;
  /** Names what its verdicts depend on besides sample and task: versions, rules, limits. Part of the cache key. */
  readonly version: string;
  /** Called once before the first sample: finds tools, runs controls and admission on the tasks' witnesses. */
  prepare(tasks: readonly Task[]): Promise<readonly OracleFacts[]>;
  /** For each examination, in order, the verdicts of this oracle; empty where it has nothing to say (language not covered). */
  examine(batch: readonly Examination[], signal?: AbortSignal): Promise<readonly (readonly Verdict[])[]>;
  close(): Promise<void>;
}
