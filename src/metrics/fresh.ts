import { promptKeyOf } from './cell.ts';
import { constantInterval } from './compare.ts';
import { type Descent, unitOf } from './descent.ts';
import { stepTexts } from './iceberg-steps.ts';
import type { IcebergStep, Interval } from './measurement.ts';
import type { Resampler } from './resampler.ts';
import { mean, summarise, type Unit } from './summarise.ts';

/** The same system on freshly mutated tasks. */
export type FreshSide = {
  /** On the prompts' own wording. */
  readonly descents: readonly Descent[];
  /** The functional tests ran there. */
  readonly measured: boolean;
  /** Tasks that are no variants: their files are those of the published ones. */
  readonly unchanged: ReadonlySet<string>;
  /** `seven (rotating)`. */
  readonly suites: string;
};

type Pair = { readonly before: Unit; readonly after: Unit };

/** Prompts that both sides have, by task, language, style and wording; a family's variant bears the family's id. */
const pairsOf = (descents: readonly Descent[], fresh: FreshSide): readonly Pair[] => {
  const published = new Map(descents.map((descent) => [promptKeyOf(descent.cell), descent]));
  return fresh.descents.flatMap((descent): readonly Pair[] => {
    const other = published.get(promptKeyOf(descent.cell));
    const after = unitOf(descent, 'functional');
    const before = other === undefined ? undefined : unitOf(other, 'functional');
    return before === undefined || after === undefined || fresh.unchanged.has(descent.cell.taskId) ? [] : [{ before, after }];
  });
};

const intervalOf = (pairs: readonly Pair[], difference: number, resampler: Resampler): Interval | undefined => {
  const tasks = new Map<string, [sum: number, units: number]>();
  for (const { before, after } of pairs) {
    const row = tasks.get(after.task) ?? [0, 0];
    tasks.set(after.task, row);
    row[0] += after.value - before.value;
    row[1] += 1;
  }
  const rows = [...tasks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  if (rows.length < 2) return undefined;
  if (rows.every(([sum, units]) => Math.abs(sum / units - difference) < 1e-12))
    return constantInterval(difference, rows.length, resampler.sampling.level);
  return resampler.intervalOfSums(rows, (sums) => (sums[0] ?? 0) / (sums[1] ?? 1));
};

const text = stepTexts.mutated;
const unmeasured = (why: string): IcebergStep => ({
  id: 'mutated',
  label: text.label('none'),
  removes: text.removes,
  measured: false,
  why,
});

/**
 * The last bar: secure-pass@1 on variants that nobody has seen, of the same prompts as the published tasks beside them. These are other
 * samples than those of the bars above, so that this bar alone may be higher than the one before.
 */
export const mutatedStep = (
  published: { readonly descents: readonly Descent[]; readonly measured: boolean },
  fresh: FreshSide | undefined,
  resampler: Resampler,
): IcebergStep => {
  if (fresh === undefined) return unmeasured(text.absent);
  if (!fresh.measured || !published.measured) return unmeasured(stepTexts.functional.absent);
  const pairs = pairsOf(published.descents, fresh);
  if (pairs.length === 0) return unmeasured('no fresh task is a variant of a task that this system was given');
  const naming = { metric: 'secure-pass@1', convention: 'fresh tasks' };
  const rate = (side: keyof Pair) =>
    summarise(
      naming,
      pairs.map((pair) => pair[side]),
      [],
      { resampler },
    );
  const difference = mean(pairs.map(({ before, after }) => after.value - before.value));
  const interval = intervalOf(pairs, difference, resampler);
  return {
    id: 'mutated',
    label: text.label(fresh.suites),
    removes: text.removes,
    measured: true,
    measurement: rate('after'),
    paired: { before: rate('before'), difference, ...(interval === undefined ? {} : { interval }) },
  };
};
