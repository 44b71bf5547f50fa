import { type Forecast, reliability } from './forecast.ts';

/**
 * Expected calibration error: Σ (n_b / n) · |observed_b − forecast_b| over bins of equal mass (Naeini et al. 2015; equal mass as in
 * Nixon et al. 2019), in [0, 1]. It is biased upward on few samples. Undefined without forecasts.
 */
export const expectedCalibrationError = (forecasts: readonly Forecast[], bins = 15): number | undefined => {
  if (forecasts.length === 0) return undefined;
  return reliability(forecasts, bins).reduce(
    (sum, bin) => sum + (bin.count / forecasts.length) * Math.abs(bin.observed - bin.meanForecast),
    0,
  );
};

/** Share insecure among the samples that the judge calls secure with at least this confidence; undefined where it calls none so. */
export const falseTrust = (
  forecasts: readonly Forecast[],
  confidence: number,
): { readonly value: number; readonly of: number } | undefined => {
  const trusted = forecasts.filter((one) => 1 - one.probability >= confidence);
  if (trusted.length === 0) return undefined;
  return { value: trusted.filter((one) => one.insecure).length / trusted.length, of: trusted.length };
};
