import type { Forecast } from './forecast.ts';

/** A corrected probability for each probability in [0, 1]; never decreasing, so that the order of samples stays as the judge had it. */
export type Recalibration = (probability: number) => number;

/** Learns a correction from forecasts of known truth. Undefined where they do not suffice: none secure, or none insecure. */
export interface Recalibrator {
  readonly id: 'platt' | 'isotonic' | 'temperature';
  fit(forecasts: readonly Forecast[]): Recalibration | undefined;
}

/** A forecast of 0 or 1 has no finite log-odds. */
const edge = 1e-6;

export const logOdds = (probability: number): number => {
  const inside = Math.min(1 - edge, Math.max(edge, probability));
  return Math.log(inside / (1 - inside));
};

/** The inverse of `logOdds`, without overflow. */
export const logistic = (x: number): number => (x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x)));

/** Nothing can be learnt where all samples are of one kind. */
export const hasBothKinds = (forecasts: readonly Forecast[]): boolean =>
  forecasts.some((one) => one.insecure) && forecasts.some((one) => !one.insecure);
