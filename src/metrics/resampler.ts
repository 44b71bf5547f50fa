import type { Interval } from './measurement.ts';
import { random } from './random.ts';
import { wilson } from './wilson.ts';

/** One independent task: the sum of its units' values, and how many units it has. */
export type Cluster = { readonly sum: number; readonly units: number };

export type Sampling = {
  readonly seed: number;
  /** Coverage aimed at: .95. */
  readonly level: number;
  /** How many resamples; 2,000 is usual. */
  readonly resamples: number;
};

export interface Resampler {
  readonly sampling: Sampling;
  /** Means of units over resampled clusters, ascending. Undefined for fewer than two clusters. */
  means(clusters: readonly Cluster[]): Float64Array | undefined;
  /** Interval of the mean of all units, in clusters drawn with replacement. Undefined for fewer than two clusters. */
  interval(clusters: readonly Cluster[]): Interval | undefined;
  /**
   * Interval of a number that is computed from sums over clusters. Each cluster is a row of summands, all rows equally long.
   * Resamples that have no such number are left out. Undefined for fewer than two clusters, or where most resamples have none.
   */
  intervalOfSums(rows: readonly (readonly number[])[], statistic: (sums: Float64Array) => number | undefined): Interval | undefined;
}

/** Draws are kept for re-use up to this many; beyond, they are drawn anew, and equal all the same. */
const drawsKept = 4_000_000;

/** Lowest and highest of ascending values after cutting the share `1 - level`, half at each end, rounded outward. */
export const percentiles = (ascending: Float64Array, level: number): { readonly low: number; readonly high: number } => {
  const cut = (1 - level) / 2;
  const last = ascending.length - 1;
  const low = ascending[Math.floor(cut * last)];
  const high = ascending[Math.ceil((1 - cut) * last)];
  if (low === undefined || high === undefined) throw new RangeError('percentiles: no values');
  return { low, high };
};

/** The sum of the values drawn from `start` up to `end`. Two running sums, since each addition would wait for the one before. */
const sumOf = (values: Float64Array, draws: Uint32Array, start: number, end: number): number => {
  let even = 0;
  let odd = 0;
  let at = start;
  for (; at + 1 < end; at += 2) {
    even += values[draws[at] ?? 0] ?? 0;
    odd += values[draws[at + 1] ?? 0] ?? 0;
  }
  return at < end ? even + odd + (values[draws[at] ?? 0] ?? 0) : even + odd;
};

const columnSums = (rows: readonly (readonly number[])[]): Float64Array => {
  const sums = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows) for (const [column, summand] of row.entries()) sums[column] = (sums[column] ?? 0) + summand;
  return sums;
};

/**
 * The percentile bootstrap over tasks. All samples of a task are drawn together, since they succeed and fail together:
 * intervals that take them for independent come out several times too narrow.
 * Every question about the same number of tasks sees the same draws, so that a question repeated has the same answer.
 */
export const resampler = (sampling: Sampling): Resampler => {
  const kept = new Map<number, Uint32Array>();

  /** For each round the draws and where they start; they are good until the next round. */
  const drawsOf = (clusters: number): ((round: number) => { readonly draws: Uint32Array; readonly start: number }) => {
    const rng = random(sampling.seed, clusters);
    const fill = (row: Uint32Array): Uint32Array => {
      for (let at = 0; at < row.length; at += 1) row[at] = rng.below(clusters);
      return row;
    };
    if (clusters * sampling.resamples > drawsKept) {
      const row = new Uint32Array(clusters);
      return () => ({ draws: fill(row), start: 0 });
    }
    const draws = kept.get(clusters) ?? fill(new Uint32Array(clusters * sampling.resamples));
    kept.set(clusters, draws);
    return (round) => ({ draws, start: round * clusters });
  };

  const means = (clusters: readonly Cluster[]): Float64Array | undefined => {
    if (clusters.length < 2 || sampling.resamples < 1) return undefined;
    const sums = Float64Array.from(clusters, (cluster) => cluster.sum);
    const units = Float64Array.from(clusters, (cluster) => cluster.units);
    const [first = 0] = units;
    const isEven = units.every((size) => size === first);
    const drawn = drawsOf(clusters.length);
    const result = new Float64Array(sampling.resamples);
    for (let round = 0; round < result.length; round += 1) {
      const { draws, start } = drawn(round);
      const end = start + clusters.length;
      result[round] = sumOf(sums, draws, start, end) / (isEven ? first * clusters.length : sumOf(units, draws, start, end));
    }
    return result.sort();
  };

  const bootstrap = (clusters: readonly Cluster[], point: number): Interval | undefined => {
    const ascending = means(clusters);
    if (ascending === undefined) return undefined;
    const { low, high } = percentiles(ascending, sampling.level);
    return { low: Math.min(low, point), high: Math.max(high, point), level: sampling.level, method: 'task-bootstrap' };
  };

  const answered = new Map<string, Interval | undefined>();

  const interval = (clusters: readonly Cluster[]): Interval | undefined => {
    if (clusters.length < 2) return undefined;
    const point = clusters.reduce((sum, cluster) => sum + cluster.sum, 0) / clusters.reduce((sum, cluster) => sum + cluster.units, 0);
    // Tasks that all agree leave nothing to resample; a width of zero would be false certainty.
    const constant = clusters.every((cluster) => Math.abs(cluster.sum / cluster.units - point) < 1e-12);
    if (constant) return wilson(Math.min(1, Math.max(0, point)), clusters.length, sampling.level);
    // A total and its only part, or two rates that coincide, ask the same; drawing costs far more than recognising it.
    const question = clusters.map((cluster) => `${cluster.sum}/${cluster.units}`).join(' ');
    if (!answered.has(question)) answered.set(question, bootstrap(clusters, point));
    return answered.get(question);
  };

  const intervalOfSums: Resampler['intervalOfSums'] = (rows, statistic) => {
    const point = statistic(columnSums(rows));
    if (rows.length < 2 || point === undefined) return undefined;
    const width = rows[0]?.length ?? 0;
    const summands = Float64Array.from(rows.flat());
    const drawn = drawsOf(rows.length);
    const values: number[] = [];
    const sums = new Float64Array(width);
    for (let round = 0; round < sampling.resamples; round += 1) {
      const { draws, start } = drawn(round);
      sums.fill(0);
      for (let at = start; at < start + rows.length; at += 1) {
        const first = (draws[at] ?? 0) * width;
        for (let column = 0; column < width; column += 1) sums[column] = (sums[column] ?? 0) + (summands[first + column] ?? 0);
      }
      const value = statistic(sums);
      if (value !== undefined) values.push(value);
    }
    if (values.length < sampling.resamples / 2) return undefined;
    const { low, high } = percentiles(Float64Array.from(values).sort(), sampling.level);
    return { low: Math.min(low, point), high: Math.max(high, point), level: sampling.level, method: 'task-bootstrap' };
  };

  return { sampling, means, interval, intervalOfSums };
};
