import type { VerdictStatus } from '../../core/index.ts';

export type Retest = {
  /** Samples that were judged at least twice. */
  readonly samples: number;
  /** Samples of which not all answers were the same; an unknown beside a decision is a flip too. */
  readonly flipped: number;
  /** Chance that two answers to the same sample differ, averaged over samples. */
  readonly flipRate: number;
  /** Absent where chance alone makes all answers agree. */
  readonly kappa?: number;
};

const statuses: readonly VerdictStatus[] = ['pass', 'fail', 'unknown'];

const countsOf = (answers: readonly VerdictStatus[]): readonly number[] =>
  statuses.map((status) => answers.filter((answer) => answer === status).length);

/**
 * How steady a judge is when it is asked the same again. Flip rate: 1 − P̄, where P̄ is the mean share of agreeing pairs of answers.
 * Kappa: Fleiss (1971), (P̄ − P_e) / (1 − P_e), each sample weighing the same however often it was asked; in (−∞, 1].
 * Undefined where no sample was judged twice.
 */
export const retest = (repetitions: readonly (readonly VerdictStatus[])[]): Retest | undefined => {
  const repeated = repetitions.filter((answers) => answers.length > 1).map(countsOf);
  if (repeated.length === 0) return undefined;
  let agreement = 0;
  let flipped = 0;
  const shares = statuses.map(() => 0);
  for (const counts of repeated) {
    const asked = counts.reduce((sum, count) => sum + count, 0);
    agreement += counts.reduce((sum, count) => sum + count * (count - 1), 0) / (asked * (asked - 1));
    if (counts.filter((count) => count > 0).length > 1) flipped += 1;
    for (const [at, count] of counts.entries()) shares[at] = (shares[at] ?? 0) + count / asked / repeated.length;
  }
  agreement /= repeated.length;
  const chance = shares.reduce((sum, share) => sum + share * share, 0);
  return {
    samples: repeated.length,
    flipped,
    flipRate: 1 - agreement,
    ...(1 - chance < 1e-12 ? {} : { kappa: (agreement - chance) / (1 - chance) }),
  };
};
