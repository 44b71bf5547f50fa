/** What alpha needs of a set of units; sets are joined by adding up, so that tasks can be resampled. */
export type AlphaParts = {
  /** Σ over units of the pairs that differ, each unit divided by its number of values less one. */
  readonly differing: number;
  /** How many values of each category there are in units with at least two. */
  readonly values: readonly number[];
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Pairs of values of different categories. */
const pairsApart = (values: readonly number[]): number => {
  let before = 0;
  let pairs = 0;
  for (const count of values) {
    pairs += before * count;
    before += count;
  }
  return pairs;
};

/** The parts of units, each given as its number of values of each category. A unit with fewer than two values compares nothing and is left out. */
export const alphaParts = (units: readonly (readonly number[])[]): AlphaParts => {
  const values: number[] = [];
  let differing = 0;
  for (const unit of units) {
    const size = sum(unit);
    if (size < 2) continue;
    differing += pairsApart(unit) / (size - 1);
    unit.forEach((count, category) => {
      values[category] = (values[category] ?? 0) + count;
    });
  }
  return { differing, values: Array.from(values, (count) => count ?? 0) };
};

/** Alpha from parts. Undefined where all values are of one category, or where there are none: nothing could have differed. */
export const alphaOf = ({ differing, values }: AlphaParts): number | undefined => {
  const apart = pairsApart(values);
  return apart === 0 ? undefined : 1 - ((sum(values) - 1) * differing) / apart;
};

/**
 * Krippendorff's alpha for nominal values (2004, ch. 11): 1 is agreement, 0 is chance, below 0 they contradict each other. Any number of
 * raters, missing values allowed. Each unit is given as its number of values of each category.
 */
export const krippendorffAlpha = (units: readonly (readonly number[])[]): number | undefined => alphaOf(alphaParts(units));
