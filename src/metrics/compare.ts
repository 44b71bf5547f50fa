import { UserError } from '../core/index.ts';
import { type Cell, type CellKey, promptKeyOf } from './cell.ts';
import { cellsOf, systemsOf } from './cells.ts';
import { securePassAtK } from './estimators.ts';
import { groupBy } from './group-by.ts';
import { holm } from './holm.ts';
import { mcnemarExact } from './mcnemar.ts';
import type { Interval, MeasuredEvaluation, Warning } from './measurement.ts';
import { percentiles, resampler, type Sampling } from './resampler.ts';
import { signFlip } from './sign-flip.ts';
import { mean } from './summarise.ts';
import { jointUnknowns, tallyOf } from './tally.ts';
import { wilson } from './wilson.ts';

export type CompareOptions = Sampling & {
  readonly k: number;
  /** Which systems to set side by side; by default the only one of each run, else those that both runs name. */
  readonly systems?: { readonly left: string; readonly right: string };
};

export type ChangedPrompt = Omit<CellKey, 'system'> & { readonly left: number; readonly right: number };

/** One system against another, on the prompts that both were given. Differences are right minus left. */
export type Comparison = {
  readonly metric: string;
  readonly left: string;
  readonly right: string;
  /** Prompts (task × language × style × wording × perturbation) that both have at least k samples of. */
  readonly pairs: number;
  /** Independent tasks among them. */
  readonly tasks: number;
  /** Prompts that only one side has, or has too few samples of. */
  readonly unpaired: { readonly left: number; readonly right: number };
  /** Samples of the pairs that are undecided; they count as failed. */
  readonly unknown: { readonly left: number; readonly right: number };
  readonly leftValue?: number;
  readonly rightValue?: number;
  readonly difference?: number;
  /** Task-clustered bootstrap of the difference. */
  readonly interval?: Interval;
  /** Sign-flip permutation over tasks, two-sided. */
  readonly pValue?: number;
  /** `pValue` after Holm's adjustment over all comparisons made at once. */
  readonly adjustedPValue?: number;
  /** Only where every prompt was answered once by both. */
  readonly mcnemar?: { readonly leftOnly: number; readonly rightOnly: number; readonly pValue: number };
  readonly changed: readonly ChangedPrompt[];
};

export type Compared = { readonly comparisons: readonly Comparison[]; readonly warnings: readonly Warning[] };

type Scored = { readonly cell: Cell; readonly value: number; readonly n: number; readonly unknown: number };
type Pair = { readonly left: Scored; readonly right: Scored };

const scoresOf = (
  measured: MeasuredEvaluation,
  system: string,
  k: number,
): { readonly cells: number; readonly scores: Map<string, Scored> } => {
  const cells = cellsOf(measured.manifest, measured.samples).cells.filter((cell) => cell.system === system);
  const scores = new Map<string, Scored>();
  for (const cell of cells) {
    const tally = tallyOf(cell.judged, cell.missing, cell.language);
    const value = securePassAtK(tally.n, tally.passPass, k);
    if (value !== undefined) scores.set(promptKeyOf(cell), { cell, value, n: tally.n, unknown: jointUnknowns(tally) });
  }
  return { cells: cells.length, scores };
};

const sumBy = (pairs: readonly Pair[], value: (pair: Pair) => number): number => pairs.reduce((sum, pair) => sum + value(pair), 0);
const differenceOf = (pair: Pair): number => pair.right.value - pair.left.value;

/** Where all tasks differ alike, a task of which none was seen could still differ as far as anything can, as often as Wilson allows. */
export const constantInterval = (difference: number, tasks: number, level: number): Interval | undefined => {
  const unseen = wilson(0, tasks, level)?.high;
  if (unseen === undefined) return undefined;
  return { low: difference - unseen * (difference + 1), high: difference + unseen * (1 - difference), level, method: 'wilson' };
};

const intervalOf = (tasks: readonly (readonly Pair[])[], difference: number, sampling: Sampling): Interval | undefined => {
  const clusters = tasks.map((pairs) => ({ sum: sumBy(pairs, differenceOf), units: pairs.length }));
  const means = resampler(sampling).means(clusters);
  if (means === undefined) return undefined;
  if (clusters.every(({ sum, units }) => Math.abs(sum / units - difference) < 1e-12))
    return constantInterval(difference, clusters.length, sampling.level);
  const { low, high } = percentiles(means, sampling.level);
  return { low: Math.min(low, difference), high: Math.max(high, difference), level: sampling.level, method: 'task-bootstrap' };
};

const mcnemarOf = (pairs: readonly Pair[]): Comparison['mcnemar'] => {
  if (pairs.length === 0 || pairs.some(({ left, right }) => left.n !== 1 || right.n !== 1)) return undefined;
  const leftOnly = pairs.filter((pair) => pair.left.value > pair.right.value).length;
  const rightOnly = pairs.filter((pair) => pair.right.value > pair.left.value).length;
  return { leftOnly, rightOnly, pValue: mcnemarExact(leftOnly, rightOnly) };
};

const statisticsOf = (pairs: readonly Pair[], options: CompareOptions): Partial<Comparison> => {
  if (pairs.length === 0) return {};
  const tasks = [...groupBy(pairs, ({ left }) => [left.cell.taskId]).values()];
  const difference = mean(pairs.map(differenceOf));
  const interval = intervalOf(tasks, difference, options);
  const sums = tasks.map((ofTask) => sumBy(ofTask, differenceOf));
  const pValue = signFlip(sums, { seed: options.seed, count: options.resamples });
  const mcnemar = mcnemarOf(pairs);
  return {
    leftValue: mean(pairs.map((pair) => pair.left.value)),
    rightValue: mean(pairs.map((pair) => pair.right.value)),
    difference,
    ...(interval === undefined ? {} : { interval }),
    ...(pValue === undefined ? {} : { pValue }),
    ...(mcnemar === undefined ? {} : { mcnemar }),
  };
};

const compareSystems = (
  runs: { readonly left: MeasuredEvaluation; readonly right: MeasuredEvaluation },
  names: { readonly left: string; readonly right: string },
  options: CompareOptions,
): Comparison => {
  const left = scoresOf(runs.left, names.left, options.k);
  const right = scoresOf(runs.right, names.right, options.k);
  const pairs = [...left.scores].flatMap(([key, score]) => {
    const other = right.scores.get(key);
    return other === undefined ? [] : [{ left: score, right: other }];
  });
  const changed = pairs
    .filter((pair) => pair.left.value !== pair.right.value)
    .map(({ left: { cell, value }, right: { value: other } }): ChangedPrompt => {
      const { taskId, language, style, wording, perturbation } = cell;
      return { taskId, language, style, ...(wording === undefined ? {} : { wording }), perturbation, left: value, right: other };
    });
  return {
    metric: `secure-pass@${options.k}`,
    ...names,
    pairs: pairs.length,
    tasks: new Set(pairs.map((pair) => pair.left.cell.taskId)).size,
    unpaired: { left: left.cells - pairs.length, right: right.cells - pairs.length },
    unknown: { left: sumBy(pairs, (pair) => pair.left.unknown), right: sumBy(pairs, (pair) => pair.right.unknown) },
    ...statisticsOf(pairs, options),
    changed,
  };
};

const namesToCompare = (left: readonly string[], right: readonly string[], options: CompareOptions) => {
  const asked = options.systems;
  if (asked !== undefined) {
    for (const [side, name, known] of [['left', asked.left, left] as const, ['right', asked.right, right] as const])
      if (!known.includes(name))
        throw new UserError('unknown-system', `The ${side} run has no system \`${name}\`; it has ${known.join(', ') || 'none'}.`);
    return [asked];
  }
  const [onlyLeft] = left;
  const [onlyRight] = right;
  if (left.length === 1 && right.length === 1 && onlyLeft !== undefined && onlyRight !== undefined)
    return [{ left: onlyLeft, right: onlyRight }];
  const shared = left.filter((name) => right.includes(name));
  if (shared.length === 0)
    throw new UserError('no-shared-system', `The runs share no system: ${left.join(', ')} against ${right.join(', ')}. Name one of each.`);
  return shared.map((name) => ({ left: name, right: name }));
};

const warningsOf = (left: MeasuredEvaluation, right: MeasuredEvaluation, comparisons: readonly Comparison[]): readonly Warning[] => {
  const hashes = new Map(left.manifest.tasks.map((task) => [task.id, task.hash]));
  const altered = right.manifest.tasks.filter((task) => (hashes.get(task.id) ?? task.hash) !== task.hash).map((task) => task.id);
  const warnings: Warning[] = [];
  if (left.fusion.id !== right.fusion.id)
    warnings.push({ code: 'different-fusion', message: `Outcomes were fused by \`${left.fusion.id}\` and by \`${right.fusion.id}\`.` });
  if (altered.length > 0)
    warnings.push({ code: 'different-tasks', message: `Same id, different files: ${altered.join(', ')}. They are paired all the same.` });
  for (const one of comparisons) {
    const { left: onlyLeft, right: onlyRight } = one.unpaired;
    if (onlyLeft + onlyRight > 0)
      warnings.push({ code: 'unpaired', message: `${one.left} and ${one.right}: ${onlyLeft} and ${onlyRight} prompts have no partner.` });
  }
  return warnings;
};

/**
 * Sets the systems of two runs side by side on secure-pass@k, paired by task, language, style and perturbation.
 * Both may be the same run, with `systems` naming two of it. Throws a UserError where there is nothing to compare.
 */
export const compare = (left: MeasuredEvaluation, right: MeasuredEvaluation, options: CompareOptions): Compared => {
  const names = namesToCompare(systemsOf(left.manifest, left.samples), systemsOf(right.manifest, right.samples), options);
  const comparisons = names.map((pair) => compareSystems({ left, right }, pair, options));
  const tested = comparisons.filter((one) => one.pValue !== undefined);
  const adjusted = holm(tested.flatMap((one) => one.pValue ?? []));
  const withHolm = comparisons.map((one): Comparison => {
    const adjustedPValue = adjusted[tested.indexOf(one)];
    return adjustedPValue === undefined ? one : { ...one, adjustedPValue };
  });
  return { comparisons: withHolm, warnings: warningsOf(left, right, withHolm) };
};
