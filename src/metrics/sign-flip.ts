import { random } from './random.ts';

/** Up to this many tasks every pattern of signs is tried: 65,536 of them. */
const exactUpTo = 16;
/** Sums that differ by less are ties; rounding must not break them. */
const tie = 1e-12;

const everyPattern = (sums: readonly number[], observed: number): number => {
  const patterns = 2 ** sums.length;
  let extreme = 0;
  for (let pattern = 0; pattern < patterns; pattern += 1) {
    let sum = 0;
    sums.forEach((value, at) => {
      sum += (pattern >> at) & 1 ? value : -value;
    });
    if (Math.abs(sum) >= observed - tie) extreme += 1;
  }
  return extreme / patterns;
};

const drawnPatterns = (sums: readonly number[], observed: number, draws: { readonly seed: number; readonly count: number }): number => {
  const rng = random(draws.seed, sums.length);
  let extreme = 0;
  for (let round = 0; round < draws.count; round += 1) {
    let sum = 0;
    for (const value of sums) sum += rng.next() < 2147483648 ? value : -value;
    if (Math.abs(sum) >= observed - tie) extreme += 1;
  }
  // The observed pattern is one of those possible; counting it keeps the test valid and the result above 0.
  return (extreme + 1) / (draws.count + 1);
};

/**
 * Two-sided sign-flip permutation test that paired differences are as likely positive as negative. `sums` holds one summed
 * difference for each independent task; its sign is what is flipped. Exact up to 16 tasks, else drawn from `seed`.
 * In (0, 1]. Undefined without tasks.
 */
export const signFlip = (sums: readonly number[], draws: { readonly seed: number; readonly count: number }): number | undefined => {
  if (sums.length === 0) return undefined;
  const changed = sums.filter((value) => Math.abs(value) > tie);
  if (changed.length === 0) return 1;
  const observed = Math.abs(changed.reduce((sum, value) => sum + value, 0));
  return changed.length <= exactUpTo ? everyPattern(changed, observed) : drawnPatterns(changed, observed, draws);
};
