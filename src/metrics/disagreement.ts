import type { Grade } from '../core/index.ts';
import type { Vote } from '../fusion/index.ts';

/** What a vote weighs by its evidence: twice as much for each grade. */
export const weightOfGrade: Readonly<Record<Grade, number>> = { opined: 1, reported: 2, witnessed: 4 };

const bits = (share: number): number => (share === 0 ? 0 : -share * Math.log2(share));

/**
 * How far votes differ, 0 to 1: the entropy in bits of pass and fail, each vote weighed by its grade. 0 where all decided votes say the
 * same, 1 where passes and fails weigh the same: one exploit against two analyzers. Undecided votes take no part.
 * Undefined where fewer than two votes decided: nobody was there to differ.
 */
export const disagreementOf = (votes: readonly Vote[]): number | undefined => {
  let pass = 0;
  let all = 0;
  let decided = 0;
  for (const { status, grade } of votes) {
    if (status === 'unknown') continue;
    decided += 1;
    all += weightOfGrade[grade];
    if (status === 'pass') pass += weightOfGrade[grade];
  }
  if (decided < 2) return undefined;
  return bits(pass / all) + bits((all - pass) / all);
};
