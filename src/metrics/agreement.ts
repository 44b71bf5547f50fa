import { type Axis, holdsCode, type Language, type Verdict } from '../core/index.ts';
import type { Census } from './census.ts';
import type { Agreement, JudgedEntry } from './measurement.ts';
import {
  biasIndex,
  cohenKappa,
  gwetAc1,
  largestKappa,
  matthewsCorrelation,
  percentAgreement,
  prevalenceIndex,
  type TwoByTwo,
} from './two-by-two.ts';

type Pair = { bothPass: number; leftPassRightFail: number; leftFailRightPass: number; bothFail: number };

const count = (pair: Pair, left: Verdict, right: Verdict): void => {
  if (left.status === 'unknown' || right.status === 'unknown') return;
  if (left.status === 'pass') pair[right.status === 'pass' ? 'bothPass' : 'leftPassRightFail'] += 1;
  else pair[right.status === 'pass' ? 'leftFailRightPass' : 'bothFail'] += 1;
};

/** Every coefficient of a 2×2 table that is defined. */
export const coefficientsOf = (counts: TwoByTwo): Omit<Agreement, 'axis' | 'left' | 'right' | 'counts' | 'notComparable'> => {
  const percent = percentAgreement(counts);
  const kappa = cohenKappa(counts);
  const largest = largestKappa(counts);
  const prevalence = prevalenceIndex(counts);
  const bias = biasIndex(counts);
  const mcc = matthewsCorrelation(counts);
  const ac1 = gwetAc1(counts);
  return {
    ...(percent === undefined ? {} : { percent }),
    ...(kappa === undefined ? {} : { kappa }),
    ...(largest === undefined ? {} : { largestKappa: largest }),
    ...(prevalence === undefined ? {} : { prevalence }),
    ...(bias === undefined ? {} : { bias }),
    ...(mcc === undefined ? {} : { mcc }),
    ...(ac1 === undefined ? {} : { ac1 }),
  };
};

const agreementOf = (axis: Axis, names: { readonly left: string; readonly right: string }, pair: Pair, asked: number): Agreement => {
  const comparable = pair.bothPass + pair.leftPassRightFail + pair.leftFailRightPass + pair.bothFail;
  return { axis, ...names, counts: pair, notComparable: asked - comparable, ...coefficientsOf(pair) };
};

/** Of each two oracles, left before right by name, on one axis. A sample on which one oracle has several verdicts is heard by each. */
const pairsOn = (axis: Axis, samples: readonly JudgedEntry[], ranks: ReadonlyMap<string, number>): readonly (Pair | undefined)[] => {
  const pairs: (Pair | undefined)[] = Array.from({ length: ranks.size * ranks.size });
  for (const { entry } of samples) {
    if (!holdsCode(entry.kind)) continue;
    const { verdicts } = entry;
    for (const left of verdicts) {
      if (left.axis !== axis) continue;
      for (const right of verdicts) {
        if (right.axis !== axis || left.oracle >= right.oracle) continue;
        const at = (ranks.get(left.oracle) ?? 0) * ranks.size + (ranks.get(right.oracle) ?? 0);
        const pair = pairs[at] ?? { bothPass: 0, leftPassRightFail: 0, leftFailRightPass: 0, bothFail: 0 };
        pairs[at] = pair;
        count(pair, left, right);
      }
    }
  }
  return pairs;
};

const codeByLanguage = (samples: readonly JudgedEntry[]): ReadonlyMap<Language, number> => {
  const counts = new Map<Language, number>();
  for (const { entry } of samples) if (holdsCode(entry.kind)) counts.set(entry.language, (counts.get(entry.language) ?? 0) + 1);
  return counts;
};

/**
 * How far each two oracles agree on each axis, over the samples that hold code, in the languages in which both speak.
 * Muted verdicts take part: this is about what the tools say, not about the outcome.
 */
export const agreementOfOracles = (samples: readonly JudgedEntry[], census: Census): readonly Agreement[] => {
  const code = codeByLanguage(samples);
  return (['functional', 'secure'] as const).flatMap((axis) => {
    const oracles = census.filter((oracle) => oracle.axis === axis);
    const pairs = pairsOn(axis, samples, new Map(oracles.map(({ oracle }, at) => [oracle, at])));
    return oracles.flatMap((left, row) =>
      oracles.flatMap((right, column): readonly Agreement[] => {
        const pair = pairs[row * oracles.length + column];
        if (pair === undefined) return [];
        const shared = [...left.decidedBy.keys()].filter((language) => right.decidedBy.has(language));
        const asked = shared.reduce((sum, language) => sum + (code.get(language) ?? 0), 0);
        return [agreementOf(axis, { left: left.oracle, right: right.oracle }, pair, asked)];
      }),
    );
  });
};
