import type { Interval, PredictionPowered } from '../measurement.ts';
import { random } from '../random.ts';
import { percentiles, type Sampling } from '../resampler.ts';

/** One sample: what the rule predicts (its chance to be secure, or 1 and 0), and the truth where somebody looked. */
export type Predicted = { readonly cluster: string; readonly prediction: number; readonly truth?: number };

/** Sums that the estimate needs, of one task or of many. */
type Sums = { n: number; y: number; f: number; yf: number; ff: number; rest: number; restF: number; restFF: number; lost: number };

const nothing = (): Sums => ({ n: 0, y: 0, f: 0, yf: 0, ff: 0, rest: 0, restF: 0, restFF: 0, lost: 0 });

const add = (sums: Sums, more: Sums): void => {
  sums.n += more.n;
  sums.y += more.y;
  sums.f += more.f;
  sums.yf += more.yf;
  sums.ff += more.ff;
  sums.rest += more.rest;
  sums.restF += more.restF;
  sums.restFF += more.restFF;
  sums.lost += more.lost;
};

const sumsOf = ({ prediction: f, truth: y }: Predicted): Sums =>
  y === undefined ? { ...nothing(), rest: 1, restF: f, restFF: f * f } : { ...nothing(), n: 1, y, f, yf: y * f, ff: f * f };

/** λ = Cov(y, f) / ((1 + n / N) Var(f)), kept in [0, 1]; 0 where predictions do not vary. */
const tuned = ({ n, y, f, yf, ff, rest, restF, restFF }: Sums): number => {
  const all = n + rest;
  const variance = (ff + restFF) / all - ((f + restF) / all) ** 2;
  if (rest === 0 || n < 2 || variance < 1e-12) return 0;
  const covariance = (yf - (y * f) / n) / (n - 1);
  return Math.min(1, Math.max(0, covariance / ((1 + n / rest) * variance)));
};

const estimate = (sums: Sums): { readonly value: number; readonly lambda: number } => {
  const lambda = tuned(sums);
  const { n, y, f, rest, restF, lost } = sums;
  const predicted = rest === 0 ? 0 : (lambda * restF) / rest;
  return { value: ((predicted + (y - lambda * f) / n) * (n + rest)) / (n + rest + lost), lambda };
};

const clip = (value: number): number => Math.min(1, Math.max(0, value));

/**
 * The secure share from many predictions and few labels: λ · mean_N(f) + mean_n(y − λ f), with the λ that has the least variance
 * (Angelopoulos et al. 2023, PPI++). It holds whatever the predictions are worth, if the labelled samples were drawn at random from the
 * run; then bad predictions only cost width. The interval draws tasks with their labelled and unlabelled samples, and tunes λ anew.
 * `lost`: samples that need no label, since they are not secure in any case; they widen the denominator.
 * Undefined without a label; no interval with labels in fewer than two tasks.
 */
export const predictionPowered = (
  samples: readonly Predicted[],
  sampling: Sampling,
  lost: readonly { readonly cluster: string; readonly of: number }[] = [],
): PredictionPowered | undefined => {
  const byTask = new Map<string, Sums>();
  for (const sample of samples) {
    const sums = byTask.get(sample.cluster) ?? nothing();
    byTask.set(sample.cluster, sums);
    add(sums, sumsOf(sample));
  }
  for (const { cluster, of } of lost) {
    const sums = byTask.get(cluster) ?? nothing();
    byTask.set(cluster, sums);
    sums.lost += of;
  }
  const tasks = [...byTask].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums);
  const all = nothing();
  for (const task of tasks) add(all, task);
  if (all.n === 0) return undefined;
  const { value: raw, lambda } = estimate(all);
  const value = clip(raw);
  const labelledTasks = tasks.filter((task) => task.n > 0).length;
  const known = { value, lambda, labelled: all.n, unlabelled: all.rest, labelledTasks, clipped: value !== raw };
  if (labelledTasks < 2) return known;
  const rng = random(sampling.seed, tasks.length);
  const values = new Float64Array(sampling.resamples);
  for (let round = 0; round < values.length; ) {
    const drawn = nothing();
    for (let at = 0; at < tasks.length; at += 1) add(drawn, tasks[rng.below(tasks.length)] ?? nothing());
    // A draw without a label has no estimate.
    if (drawn.n > 0) {
      values[round] = clip(estimate(drawn).value);
      round += 1;
    }
  }
  const { low, high } = percentiles(values.sort(), sampling.level);
  const interval: Interval = { low: Math.min(low, value), high: Math.max(high, value), level: sampling.level, method: 'task-bootstrap' };
  return { ...known, interval };
};
