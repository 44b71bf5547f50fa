import type { Interval, Measurement } from './measurement.ts';
import type { Cluster, Resampler } from './resampler.ts';
import { wilson } from './wilson.ts';

/** One prompt's value on a metric. */
export type Unit = {
  /** Id of the task; units of one task are not independent. */
  readonly task: string;
  /** In [0, 1]. */
  readonly value: number;
  readonly samples: number;
  readonly unknown: number;
  /** Value if every unknown were a fail, and if every unknown were a pass. */
  readonly bounds?: { readonly low: number; readonly high: number };
};

export type Naming = Pick<Measurement, 'metric' | 'convention' | 'note'>;

/** Units left out, one reason for each. */
export type Exclusions = readonly string[];

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Tasks in the order of their ids, so that the order of the samples does not matter. */
const clustersOf = (units: readonly Unit[]): readonly Cluster[] => {
  const byTask = new Map<string, { sum: number; units: number }>();
  for (const unit of units) {
    const cluster = byTask.get(unit.task);
    if (cluster === undefined) byTask.set(unit.task, { sum: unit.value, units: 1 });
    else {
      cluster.sum += unit.value;
      cluster.units += 1;
    }
  }
  return [...byTask].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cluster]) => cluster);
};

/** One sample for each task is a plain share, for which Wilson's interval is better than a bootstrap. */
const intervalOf = (units: readonly Unit[], clusters: readonly Cluster[], resampler: Resampler): Interval | undefined => {
  const plain = units.length === clusters.length && units.every((unit) => unit.samples === 1);
  if (plain && units.length > 1) return wilson(mean(units.map((unit) => unit.value)), units.length, resampler.sampling.level);
  return resampler.interval(clusters);
};

const countReasons = (exclusions: Exclusions): Measurement['excluded'] => {
  const counts = new Map<string, number>();
  for (const reason of exclusions) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([reason, count]) => ({ reason, count }));
};

const meanBounds = (units: readonly Unit[]): Measurement['bounds'] => {
  const bounds = units.flatMap((unit) => (unit.bounds === undefined ? [] : [unit.bounds]));
  if (bounds.length < units.length || units.length === 0) return undefined;
  return { low: mean(bounds.map((bound) => bound.low)), high: mean(bounds.map((bound) => bound.high)) };
};

/**
 * The mean over prompts, with an interval over tasks. No unit: no value.
 * `bounds` overrides the mean of the units' own, for a metric whose set of units depends on the unknowns.
 */
export const summarise = (
  naming: Naming,
  units: readonly Unit[],
  exclusions: Exclusions,
  how: { readonly resampler: Resampler; readonly bounds?: Measurement['bounds'] },
): Measurement => {
  const clusters = clustersOf(units);
  const interval = units.length === 0 ? undefined : intervalOf(units, clusters, how.resampler);
  const bounds = how.bounds ?? meanBounds(units);
  return {
    ...naming,
    ...(units.length === 0 ? {} : { value: mean(units.map((unit) => unit.value)) }),
    ...(interval === undefined ? {} : { interval }),
    n: units.length,
    unit: clusters.length === units.length ? 'tasks' : 'prompts',
    clusters: clusters.length,
    samples: units.reduce((sum, unit) => sum + unit.samples, 0),
    unknown: units.reduce((sum, unit) => sum + unit.unknown, 0),
    ...(bounds === undefined ? {} : { bounds }),
    excluded: countReasons(exclusions),
  };
};
