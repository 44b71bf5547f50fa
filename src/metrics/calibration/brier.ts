import { type Forecast, reliability } from './forecast.ts';

export type Brier = {
  /** Mean squared error of the forecasts, in [0, 1]; lower is better. */
  readonly score: number;
  /** How far the bins' forecasts are from what happened; 0 is best. */
  readonly reliability: number;
  /** How far the bins differ from the base rate; higher is better. */
  readonly resolution: number;
  /** Variance of the truth: base rate · (1 − base rate). The score of somebody who always says the base rate. */
  readonly uncertainty: number;
  /** What binning hides: score − (reliability − resolution + uncertainty). 0 where no two forecasts of a bin differ. */
  readonly withinBins: number;
};

/**
 * Brier's score (1950) with Murphy's decomposition (1973) over bins of equal mass. The remainder is that of Stephenson et al. 2008.
 * Undefined without forecasts.
 */
export const brier = (forecasts: readonly Forecast[], bins = 15): Brier | undefined => {
  const n = forecasts.length;
  if (n === 0) return undefined;
  const score = forecasts.reduce((sum, one) => sum + (one.probability - Number(one.insecure)) ** 2, 0) / n;
  const base = forecasts.filter((one) => one.insecure).length / n;
  const uncertainty = base * (1 - base);
  let miss = 0;
  let resolution = 0;
  for (const bin of reliability(forecasts, bins)) {
    miss += (bin.count / n) * (bin.meanForecast - bin.observed) ** 2;
    resolution += (bin.count / n) * (bin.observed - base) ** 2;
  }
  return { score, reliability: miss, resolution, uncertainty, withinBins: score - (miss - resolution + uncertainty) };
};
