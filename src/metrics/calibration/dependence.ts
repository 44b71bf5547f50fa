import { dawidSkene, type LatentClasses, type Pattern } from './dawid-skene.ts';

/** What two voters have in common beyond the truth that both look at. */
export type Residual = {
  readonly left: number;
  readonly right: number;
  /** Samples on which both decided. */
  readonly n: number;
  /** Σ (observed − expected)² / expected over the four cells; about chi-square with one degree of freedom where they are independent. */
  readonly chiSquare: number;
  /** Correlation of the two votes that was seen, less the one that the model expects; in [−2, 2]. */
  readonly correlation: number;
};

const correlationOf = ([both = 0, left = 0, right = 0, none = 0]: readonly number[]): number => {
  const product = (both + left) * (right + none) * (both + right) * (left + none);
  return product <= 0 ? 0 : (both * none - left * right) / Math.sqrt(product);
};

const residualOf = (patterns: readonly Pattern[], model: LatentClasses, left: number, right: number): Residual => {
  const observed = [0, 0, 0, 0];
  const expected = [0, 0, 0, 0];
  let n = 0;
  const [a, b] = [model.voters[left], model.voters[right]];
  for (const [at, { votes, count }] of patterns.entries()) {
    const [first, second] = [votes[left], votes[right]];
    if (first === undefined || second === undefined || a === undefined || b === undefined) continue;
    n += count;
    const cell = (first ? 0 : 2) + (second ? 0 : 1);
    observed[cell] = (observed[cell] ?? 0) + count;
    const guilty = model.posteriors[at] ?? 0;
    for (const [share, p, q] of [
      [guilty, a.sensitivity, b.sensitivity],
      [1 - guilty, 1 - a.specificity, 1 - b.specificity],
    ] as const) {
      const cells = [p * q, p * (1 - q), (1 - p) * q, (1 - p) * (1 - q)];
      for (const [index, chance] of cells.entries()) expected[index] = (expected[index] ?? 0) + count * share * chance;
    }
  }
  const chiSquare = observed.reduce(
    (sum, count, cell) => sum + (count - (expected[cell] ?? 0)) ** 2 / Math.max(expected[cell] ?? 0, 0.5),
    0,
  );
  return { left, right, n, chiSquare, correlation: correlationOf(observed) - correlationOf(expected) };
};

/**
 * Bivariate residuals of a latent class model (Vermunt and Magidson 2005): for each two voters, the joint votes that the model expects
 * against those that were seen. With three voters the model has as many parameters as the data have freedoms and fits always:
 * from four on it can fail.
 */
export const residuals = (patterns: readonly Pattern[], model: LatentClasses): readonly Residual[] =>
  model.voters.flatMap((_, left) => model.voters.slice(left + 1).map((__, more) => residualOf(patterns, model, left, left + 1 + more)));

/** Beyond chance (p < .001) and beyond what hardly matters. */
export const isDependent = ({ chiSquare, correlation }: Residual): boolean => chiSquare > 10.83 && Math.abs(correlation) > 0.05;

/**
 * How far the estimates of the others move when one voter is left out, for each voter. Two voters that err together draw the classes to
 * themselves: their own residual is then small and those of the others are large, but without one of the two everything moves.
 * Empty with fewer than four voters, of which none can be spared.
 */
export const influence = (patterns: readonly Pattern[], model: LatentClasses): readonly number[] => {
  if (model.voters.length < 4) return [];
  return model.voters.map((_, dropped) => {
    const fewer = dawidSkene(patterns.map(({ votes, count }) => ({ count, votes: votes.filter((__, at) => at !== dropped) })));
    const others = model.voters.filter((__, at) => at !== dropped);
    const shifts = others.map(({ sensitivity, specificity }, at) => {
      const now = fewer.voters[at] ?? { sensitivity, specificity };
      return Math.max(Math.abs(now.sensitivity - sensitivity), Math.abs(now.specificity - specificity));
    });
    return Math.max(...shifts);
  });
};
