/**
 * Holm's step-down adjustment (Holm 1979), in the order given: a p-value that stays below alpha after it holds with a family-wise
 * error of at most alpha, whatever the dependence. Each result lies in [p, 1].
 */
export const holm = (pValues: readonly number[]): readonly number[] => {
  const ascending = pValues.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = [...pValues];
  let highest = 0;
  ascending.forEach(({ p, at }, rank) => {
    highest = Math.max(highest, Math.min(1, p * (pValues.length - rank)));
    adjusted[at] = highest;
  });
  return adjusted;
};
