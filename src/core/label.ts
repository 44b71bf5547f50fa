import type { Axis } from './verdict.ts';

/** What a person holds of one sample on one axis. One line of `labels.jsonl` in a run folder; of several by one person the last counts. */
export type Label = {
  /** The id of the entry. */
  readonly entry: string;
  readonly axis: Axis;
  readonly status: 'pass' | 'fail';
  readonly by: string;
  /** ISO date and time. */
  readonly at: string;
  /** The person did not see what the oracles said. */
  readonly blind: boolean;
  /** How the sample was chosen. Only samples drawn at random speak for the run; disputed ones are harder than the rest. */
  readonly drawn?: 'random' | 'disputed';
  readonly note?: string;
};
