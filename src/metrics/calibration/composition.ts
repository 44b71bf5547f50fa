import { random } from '../random.ts';

/** How many samples of a group (a language, a weakness) one task brings to one of two sets. */
export type GroupCount = { readonly cluster: string; readonly group: string; readonly count: number };

export type CompositionTest = {
  /** Half the sum of the differences of the groups' shares: 0 alike, 1 nothing in common. */
  readonly distance: number;
  /** The distance that tasks fallen into the two sets at random have on average: large where each task has a group of its own. */
  readonly byChance?: number;
  /** Chance of a distance so large if tasks had fallen into the two sets at random. Undefined where one set is empty. */
  readonly pValue?: number;
  /** Groups that the first set has and the second lacks. */
  readonly onlyInFirst: readonly string[];
};

type Unit = { readonly inFirst: boolean; readonly counts: Float64Array };

const unitsOf = (counts: readonly GroupCount[], inFirst: boolean, groups: ReadonlyMap<string, number>): readonly Unit[] => {
  const units = new Map<string, Float64Array>();
  for (const { cluster, group, count } of counts) {
    const unit = units.get(cluster) ?? new Float64Array(groups.size);
    units.set(cluster, unit);
    const at = groups.get(group) ?? 0;
    unit[at] = (unit[at] ?? 0) + count;
  }
  return [...units].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, unit]) => ({ inFirst, counts: unit }));
};

const distanceOf = (units: readonly Unit[], inFirst: (at: number) => boolean, groups: number): number => {
  const sums = [new Float64Array(groups), new Float64Array(groups)];
  const totals = [0, 0];
  for (const [at, { counts }] of units.entries()) {
    const set = inFirst(at) ? 0 : 1;
    const sum = sums[set];
    for (let group = 0; group < groups && sum !== undefined; group += 1) {
      sum[group] = (sum[group] ?? 0) + (counts[group] ?? 0);
      totals[set] = (totals[set] ?? 0) + (counts[group] ?? 0);
    }
  }
  let distance = 0;
  for (let group = 0; group < groups; group += 1)
    distance += Math.abs((sums[0]?.[group] ?? 0) / (totals[0] || 1) - (sums[1]?.[group] ?? 0) / (totals[1] || 1)) / 2;
  return distance;
};

/**
 * Whether two sets of samples are made of the same groups. Permutation test over tasks: the samples of a task stay together, since they
 * share their language and weakness; a plain chi-square would find a difference in any two sets of a few tasks.
 */
export const compareComposition = (
  first: readonly GroupCount[],
  second: readonly GroupCount[],
  { seed, resamples }: { readonly seed: number; readonly resamples: number },
): CompositionTest => {
  const groups = new Map([...new Set([...first, ...second].map(({ group }) => group))].sort().map((group, at) => [group, at]));
  const here = new Set(second.map(({ group }) => group));
  const onlyInFirst = [...new Set(first.map(({ group }) => group))].filter((group) => !here.has(group)).sort();
  if (first.length === 0 || second.length === 0) return { distance: first.length === second.length ? 0 : 1, onlyInFirst };
  const units = [...unitsOf(first, true, groups), ...unitsOf(second, false, groups)];
  const seen = distanceOf(units, (at) => units[at]?.inFirst ?? false, groups.size);
  const size = units.filter((unit) => unit.inFirst).length;
  const rng = random(seed, units.length);
  const order = units.map((_, at) => at);
  let asLarge = 1;
  let sum = 0;
  for (let round = 0; round < resamples; round += 1) {
    const chosen = new Set<number>();
    for (let at = 0; at < size; at += 1) {
      const other = at + rng.below(order.length - at);
      const [a = 0, b = 0] = [order[at], order[other]];
      order[at] = b;
      order[other] = a;
      chosen.add(b);
    }
    const distance = distanceOf(units, (at) => chosen.has(at), groups.size);
    sum += distance;
    if (distance >= seen - 1e-12) asLarge += 1;
  }
  return { distance: seen, byChance: sum / resamples, pValue: asLarge / (resamples + 1), onlyInFirst };
};
