import type { Measurement, RuleMeasurement } from '../metrics/measurement.ts';
import { percent } from './figures.ts';

type End = { readonly rule: string; readonly value: number };

/** The lowest and the highest secure-pass@1 that a rule gives a system. A rule that could acquit nothing takes no part. Undefined without a value. */
export const ruleRange = (rules: readonly RuleMeasurement[], system: string): { readonly low: End; readonly high: End } | undefined => {
  const ends = rules.flatMap(({ id, why, systems }): readonly End[] => {
    const value = systems.find((one) => one.system === system)?.securePass.value;
    return value === undefined || why !== undefined ? [] : [{ rule: id, value }];
  });
  const [first] = ends;
  if (first === undefined) return undefined;
  return ends.reduce(
    (range, end) => ({ low: end.value < range.low.value ? end : range.low, high: end.value > range.high.value ? end : range.high }),
    {
      low: first,
      high: first,
    },
  );
};

/** `secure-pass@1 from 36.2% (intersection) to 48.5% (union): 12.2 points are the rule's`. */
export const rangeText = (rules: readonly RuleMeasurement[], system: string): string => {
  const range = ruleRange(rules, system);
  if (range === undefined) return 'no rule has a value';
  const { low, high } = range;
  if (low.value === high.value) return `secure-pass@1 is ${percent(low.value)} under every rule that can acquit`;
  return `secure-pass@1 from ${percent(low.value)} (${low.rule}) to ${percent(high.value)} (${high.rule}): ${((high.value - low.value) * 100).toFixed(1)} points are the rule's`;
};

/** Why samples were left open, the commonest reasons first: `exploits (3)`. */
export const openText = (undecided: readonly { readonly because: string; readonly count: number }[]): string =>
  undecided.map(({ because, count }) => `${because} (${count})`).join('; ');

/** The lowest and highest that the unknowns allow, where there are any. */
export const hasOpenBounds = ({ bounds, unknown }: Measurement): boolean =>
  unknown > 0 && bounds !== undefined && bounds.low !== bounds.high;
