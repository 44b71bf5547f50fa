import { type SampleKind, sampleKinds, styleAndWording, type TaskFacts } from '../core/index.ts';
import { fathom, securePass } from './conventions/fathom.ts';
import { groupBy } from './group-by.ts';
import type { Breakdown, BreakdownCell } from './measurement.ts';
import { type CountedCell, measureMetric } from './measurements.ts';
import type { Resampler } from './resampler.ts';
import { summarise, type Unit } from './summarise.ts';

/** The cells of each system, its prompts' own wording only. */
export type CellsBySystem = readonly (readonly [system: string, cells: readonly CountedCell[]])[];

type Grouping = { readonly by: Breakdown['by']; readonly groupsOf: (cell: CountedCell) => readonly string[] };

const groupings = (tasks: readonly TaskFacts[]): readonly Grouping[] => {
  const cwes = new Map(tasks.map((task) => [task.id, task.cwes]));
  return [
    { by: 'cwe', groupsOf: ({ cell }) => cwes.get(cell.taskId) ?? [] },
    { by: 'language', groupsOf: ({ cell }) => [cell.language] },
    { by: 'style', groupsOf: ({ cell }) => [styleAndWording(cell)] },
    { by: 'task', groupsOf: ({ cell }) => [cell.taskId] },
  ];
};

/** `CWE-79` before `CWE-327`; names as they are. */
const { compare: inOrder } = new Intl.Collator('en', { numeric: true });

const countOfKind = ({ cell }: CountedCell, kind: SampleKind): number =>
  cell.judged.filter(({ entry }) => entry.kind === kind).length + (kind === 'missing' ? cell.missing : 0);

/** How many samples of each kind, of all that were requested. */
export const kindsOf = (cells: readonly CountedCell[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    sampleKinds
      .map((kind) => [kind, cells.reduce((sum, cell) => sum + countOfKind(cell, kind), 0)] as const)
      .filter(([, count]) => count > 0),
  );

const shareOfKind = (cells: readonly CountedCell[], kind: SampleKind): readonly Unit[] | undefined => {
  const units = cells.map((cell) => ({
    task: cell.cell.taskId,
    value: countOfKind(cell, kind) / cell.tally.n,
    samples: cell.tally.n,
    unknown: 0,
  }));
  return units.some((unit) => unit.value > 0) ? units : undefined;
};

const byKind = (systems: CellsBySystem, resampler: Resampler): Breakdown => {
  const naming = { metric: 'share of samples', convention: 'fathom' };
  const cells = systems.flatMap(([system, counted]) =>
    sampleKinds.flatMap((kind): readonly BreakdownCell[] => {
      const units = shareOfKind(counted, kind);
      return units === undefined ? [] : [{ system, group: kind, measurement: summarise(naming, units, [], { resampler }) }];
    }),
  );
  return { by: 'kind', metric: naming.metric, cells };
};

/**
 * secure-pass@1 by CWE, language, style and task, and the share of each kind of sample.
 * A task with several CWEs stands in each of them; a task that the manifest does not list has none.
 */
export const breakdowns = (systems: CellsBySystem, tasks: readonly TaskFacts[], resampler: Resampler): readonly Breakdown[] => {
  const metric = securePass;
  const asked = { metric, convention: fathom, k: 1 };
  const byGroup = groupings(tasks).map(({ by, groupsOf }): Breakdown => {
    const cells = systems.flatMap(([system, counted]) =>
      [...groupBy(counted, groupsOf)]
        .sort(([a], [b]) => inOrder(a, b))
        .map(([group, members]): BreakdownCell => ({ system, group, measurement: measureMetric(asked, members, resampler) })),
    );
    return { by, metric: metric.name(1), cells };
  });
  return [...byGroup, byKind(systems, resampler)];
};
