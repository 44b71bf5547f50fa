/** A probability that a sample is insecure, and what is true. Samples of one cluster (task) are not independent. */
export type Forecast = { readonly probability: number; readonly insecure: boolean; readonly cluster: string };

/** Forecasts of about the same probability. */
export type Bin = {
  readonly count: number;
  /** Lowest and highest forecast in it. */
  readonly from: number;
  readonly to: number;
  readonly meanForecast: number;
  /** Share that is insecure. */
  readonly observed: number;
};

const binOf = (members: readonly Forecast[]): Bin => {
  const count = members.length;
  return {
    count,
    from: members[0]?.probability ?? 0,
    to: members.at(-1)?.probability ?? 0,
    meanForecast: members.reduce((sum, one) => sum + one.probability, 0) / count,
    observed: members.filter((one) => one.insecure).length / count,
  };
};

/**
 * The reliability diagram in bins of equal mass, ascending (Nguyen and O'Connor 2015). Equal forecasts share a bin, so that the
 * order of the samples does not matter; a judge that only ever says ten different numbers has at most ten bins.
 */
export const reliability = (forecasts: readonly Forecast[], bins = 15): readonly Bin[] => {
  const ascending = [...forecasts].sort((a, b) => a.probability - b.probability);
  const cuts: Bin[] = [];
  let start = 0;
  for (let bin = 1; bin <= bins && start < ascending.length; bin += 1) {
    let end = Math.round((bin * ascending.length) / bins);
    if (end <= start) continue;
    while (end < ascending.length && ascending[end]?.probability === ascending[end - 1]?.probability) end += 1;
    cuts.push(binOf(ascending.slice(start, end)));
    start = end;
  }
  return cuts;
};
