import type { Cell } from './cell.ts';
import type { Convention, ConventionMetric, Excluded } from './conventions/convention.ts';
import type { Measurement } from './measurement.ts';
import type { Resampler } from './resampler.ts';
import { summarise, type Unit } from './summarise.ts';
import { type Tally, tallyOf } from './tally.ts';

export type CountedCell = { readonly cell: Cell; readonly tally: Tally };

export const counted = (cells: readonly Cell[]): readonly CountedCell[] =>
  cells.map((cell) => ({ cell, tally: tallyOf(cell.judged, cell.missing, cell.language) }));

const isExcluded = (score: number | Excluded): score is Excluded => typeof score !== 'number';

type Asked = { readonly metric: ConventionMetric; readonly convention: Convention; readonly k: number };

const emptyMeasurement = (asked: Asked, reason: string, count: number): Measurement => ({
  metric: asked.metric.name(asked.k),
  convention: asked.convention.id,
  ...(asked.metric.note === undefined ? {} : { note: asked.metric.note }),
  n: 0,
  unit: 'tasks',
  samples: 0,
  unknown: 0,
  excluded: [{ reason, count }],
});

/** One metric at one k, over the given prompts. */
export const measureMetric = (asked: Asked, cells: readonly CountedCell[], resampler: Resampler): Measurement => {
  const { metric, convention, k } = asked;
  const tallies = cells.map(({ tally }) => tally);
  const refusal = convention.refuses?.(tallies, k);
  if (refusal !== undefined) return emptyMeasurement(asked, refusal, cells.length);
  const units: Unit[] = [];
  const excluded: string[] = [];
  for (const { cell, tally } of cells) {
    const score = metric.score(tally, k);
    if (isExcluded(score)) excluded.push(score.excluded);
    else {
      const bounds = metric.bounds === undefined ? {} : { bounds: metric.bounds(tally, k) };
      units.push({ task: cell.taskId, value: score, samples: tally.n, unknown: metric.unknown(tally), ...bounds });
    }
  }
  const naming = { metric: metric.name(k), convention: convention.id, ...(metric.note === undefined ? {} : { note: metric.note }) };
  return summarise(naming, units, excluded, { resampler, bounds: metric.boundsOfAll?.(tallies, k) });
};

/** Every metric of a convention for every k, in that order; a metric that does not depend on k comes once. */
export const measureConvention = (
  convention: Convention,
  ks: readonly number[],
  cells: readonly CountedCell[],
  resampler: Resampler,
): readonly Measurement[] =>
  convention.metrics.flatMap((metric) =>
    (metric.dependsOnK ? ks : ks.slice(0, 1)).map((k) => measureMetric({ metric, convention, k }, cells, resampler)),
  );

/** The metric of a convention whose name for k is `name`. */
export const metricNamed = (convention: Convention, name: string, k: number): ConventionMetric | undefined =>
  convention.metrics.find((metric) => metric.name(k) === name);
