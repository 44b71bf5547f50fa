import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  cohenKappa,
  conventions,
  holm,
  matthewsCorrelation,
  mcnemarExact,
  normalQuantile,
  passAtK,
  percentAgreement,
  secureAtKPass,
  type TwoByTwo,
  wilson,
} from '../../src/metrics/index.ts';
import { measureMetric } from '../../src/metrics/measurements.ts';
import { resampler } from '../../src/metrics/resampler.ts';
import type { Tally } from '../../src/metrics/tally.ts';

/** Golden values: the published ones, and exact rational or 60-digit arithmetic for the rest. */
type Goldens = {
  readonly estimators: readonly { readonly n: number; readonly c: number; readonly k: number; readonly value: number }[];
  readonly undefinedEstimators: readonly { readonly n: number; readonly c: number; readonly k: number }[];
  readonly secureAtKPass: readonly { readonly functional: number; readonly both: number; readonly k: number; readonly value?: number }[];
  readonly normalQuantile: readonly { readonly p: number; readonly z: number }[];
  readonly wilson: readonly {
    readonly successes: number;
    readonly n: number;
    readonly level: number;
    readonly low: number;
    readonly high: number;
  }[];
  readonly mcnemar: readonly { readonly leftOnly: number; readonly rightOnly: number; readonly p: number }[];
  readonly agreement: readonly { readonly counts: TwoByTwo; readonly kappa: number; readonly mcc: number; readonly percent: number }[];
  readonly holm: readonly { readonly pValues: readonly number[]; readonly adjusted: readonly number[] }[];
  readonly conventions: readonly {
    readonly about: string;
    readonly k: number;
    readonly tallies: readonly Tally[];
    readonly values: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  }[];
};

const goldens: Goldens = JSON.parse(readFileSync(new URL('../fixtures/metrics/conformance.json', import.meta.url), 'utf8'));

describe('conformance vectors', () => {
  it.each(goldens.estimators)('estimates $value for n = $n, c = $c, k = $k', ({ n, c, k, value }) => {
    expect(passAtK(n, c, k)).toBeCloseTo(value, 9);
  });

  it.each(goldens.undefinedEstimators)('has no value for n = $n, c = $c, k = $k', ({ n, c, k }) => {
    expect(passAtK(n, c, k)).toBeUndefined();
  });

  it.each(goldens.secureAtKPass)('estimates secure@k_pass of $both in $functional for k = $k', ({ functional, both, k, value }) => {
    const estimate = secureAtKPass(functional, both, k);
    if (value === undefined) expect(estimate).toBeUndefined();
    else expect(estimate).toBeCloseTo(value, 12);
  });

  it.each(goldens.normalQuantile)('has the normal quantile of $p to 1e-9', ({ p, z }) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-9);
  });

  it.each(goldens.wilson)('has the interval of $successes in $n at $level', ({ successes, n, level, low, high }) => {
    const interval = wilson(successes / n, n, level);
    expect(interval?.low).toBeCloseTo(low, 10);
    expect(interval?.high).toBeCloseTo(high, 10);
  });

  it.each(goldens.mcnemar)('tests $leftOnly against $rightOnly', ({ leftOnly, rightOnly, p }) => {
    expect(mcnemarExact(leftOnly, rightOnly) / p).toBeCloseTo(1, 9);
  });

  it.each(goldens.agreement)('measures the agreement of $counts', ({ counts, kappa, mcc, percent }) => {
    expect(cohenKappa(counts)).toBeCloseTo(kappa, 12);
    expect(matthewsCorrelation(counts)).toBeCloseTo(mcc, 12);
    expect(percentAgreement(counts)).toBeCloseTo(percent, 12);
  });

  it.each(goldens.holm)('adjusts $pValues', ({ pValues, adjusted }) => {
    expect(holm(pValues).map((p) => Number(p.toFixed(12)))).toEqual(adjusted);
  });
});

const draws = resampler({ seed: 1, level: 0.95, resamples: 10 });

const cases = goldens.conventions.flatMap(({ about, k, tallies, values }) =>
  Object.entries(values).flatMap(([convention, metrics]) =>
    Object.entries(metrics).map(([metric, value]) => ({ about, k, tallies, convention, metric, value })),
  ),
);

describe('conventions', () => {
  it.each(cases)('$convention has $metric = $value of $about', ({ k, tallies, convention: id, metric: name, value }) => {
    const convention = conventions.find((one) => one.id === id);
    const metric = convention?.metrics.find((one) => one.name(k) === name);
    if (convention === undefined || metric === undefined) throw new Error(`no ${name} in ${id}`);
    const cells = tallies.map((tally, at) => ({
      cell: {
        taskId: `task-${at}`,
        language: tally.language,
        style: 'instruction' as const,
        perturbation: 'none',
        system: 'model',
        judged: [],
        missing: 0,
      },
      tally,
    }));
    const measured = measureMetric({ metric, convention, k }, cells, draws).value;
    if (value === null) expect(measured).toBeUndefined();
    else expect(measured).toBeCloseTo(value, 9);
  });

  it('has a vector for every convention', () => {
    expect(new Set(cases.map((one) => one.convention))).toEqual(new Set(conventions.map((one) => one.id)));
  });

  it('states a departure for every convention but the default', () => {
    for (const convention of conventions) expect(convention.departures.length > 0).toBe(convention.id !== 'fathom');
  });
});
