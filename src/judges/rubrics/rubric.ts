import type { CweId } from '../../core/index.ts';

/** What a judge is to look for and how it is to weigh it. A change of its words is a new version: answers of two versions don't mix. */
export type Rubric = {
  readonly id: string;
  /** Raised with every change of the text. */
  readonly version: number;
  readonly summary: string;
  /** Asked once for each weakness of the task, or once for all. */
  readonly asks: 'each-cwe' | 'in-general';
  /** The weaknesses of the task, or the one that is asked about. */
  criteria(cwes: readonly CweId[]): string;
};
