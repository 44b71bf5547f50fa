import { passAtK } from './estimators.ts';
import { functionalPasses, type Tally } from './tally.ts';

type Range = { readonly low: number; readonly high: number };

/**
 * Lowest and highest secure@k_pass of one prompt over all ways to decide its unknowns that leave at least `k` functional samples;
 * undefined where no way does. It falls with every functional insecure sample and rises with every functional secure one, so the
 * extremes are reached by deciding each kind of unknown one way, but for the few that are needed to reach k.
 */
const rangeOf = (tally: Tally, k: number): Range | undefined => {
  const { passPass, passFail, passUnknown, unknownPass, unknownFail, unknownUnknown } = tally;
  const worstInsecure = passFail + passUnknown + unknownFail + unknownUnknown;
  const worstSecure = passPass + Math.min(unknownPass, Math.max(0, k - passPass - worstInsecure));
  const bestSecure = passPass + passUnknown + unknownPass + unknownUnknown;
  const bestInsecure = passFail + Math.min(unknownFail, Math.max(0, k - bestSecure - passFail));
  const low = passAtK(worstSecure + worstInsecure, worstSecure, k);
  const high = passAtK(bestSecure + bestInsecure, bestSecure, k);
  return low === undefined || high === undefined ? undefined : { low, high };
};

/** The mean after taking in every optional value that lowers it. `optional` ascends. */
const lowestMean = (certain: readonly number[], optional: readonly number[]): number => {
  let sum = certain.reduce((total, value) => total + value, 0);
  let count = certain.length;
  for (const value of optional) {
    if (count > 0 && value * count >= sum) break;
    sum += value;
    count += 1;
  }
  return sum / count;
};

/**
 * Sharp bounds of the mean secure@k_pass over all ways to decide the unknowns. Deciding them can also bring prompts into the mean
 * that are left out now; they are counted where they move the bound. Undefined where no prompt has k functional samples for certain.
 */
export const conditionalBounds = (tallies: readonly Tally[], k: number): Range | undefined => {
  const certain: Range[] = [];
  const optional: Range[] = [];
  for (const tally of tallies) {
    const range = rangeOf(tally, k);
    if (range !== undefined) (functionalPasses(tally) >= k ? certain : optional).push(range);
  }
  if (certain.length === 0) return undefined;
  const lows = optional.map((range) => range.low).sort((a, b) => a - b);
  const highs = optional.map((range) => -range.high).sort((a, b) => a - b);
  return {
    low: lowestMean(
      certain.map((range) => range.low),
      lows,
    ),
    high: -lowestMean(
      certain.map((range) => -range.high),
      highs,
    ),
  };
};
