import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brier } from '../../../src/metrics/calibration/brier.ts';
import { expectedCalibrationError, falseTrust } from '../../../src/metrics/calibration/calibration-error.ts';
import { crossFitted, foldsOf } from '../../../src/metrics/calibration/cross-fit.ts';
import { type Forecast, reliability } from '../../../src/metrics/calibration/forecast.ts';
import { isotonic } from '../../../src/metrics/calibration/isotonic.ts';
import { platt } from '../../../src/metrics/calibration/platt.ts';
import { logOdds, type Recalibrator } from '../../../src/metrics/calibration/recalibration.ts';
import { retest } from '../../../src/metrics/calibration/retest.ts';
import { temperature } from '../../../src/metrics/calibration/temperature.ts';
import { random } from '../../../src/metrics/random.ts';

const of = (...pairs: readonly (readonly [number, 0 | 1])[]): readonly Forecast[] =>
  pairs.map(([probability, insecure], at) => ({ probability, insecure: insecure === 1, cluster: `task-${at}` }));

const drawn = fc.array(
  fc.record({
    probability: fc.double({ min: 0, max: 1, noNaN: true }),
    insecure: fc.boolean(),
    cluster: fc.constantFrom('a', 'b', 'c', 'd'),
  }),
  { minLength: 1, maxLength: 60 },
);

/** Forecasts whose true log-odds are `slope` times the stated ones plus `offset`. */
const distorted = (slope: number, offset: number, n = 4_000): readonly Forecast[] => {
  const { next } = random(7);
  const uniform = () => (next() + 0.5) / 2 ** 32;
  return Array.from({ length: n }, (_, at) => {
    const probability = 0.02 + 0.96 * uniform();
    const truly = 1 / (1 + Math.exp(-(slope * logOdds(probability) + offset)));
    return { probability, insecure: uniform() < truly, cluster: `task-${at % 50}` };
  });
};

describe('reliability', () => {
  it('puts as many forecasts into each bin as into any other', () => {
    const bins = reliability(of([0.9, 1], [0.1, 0], [0.2, 0], [0.8, 1], [0.3, 1], [0.7, 1]), 3);
    expect(bins.map(({ count, observed }) => [count, observed])).toEqual([
      [2, 0],
      [2, 1],
      [2, 1],
    ]);
  });

  it('keeps equal forecasts together', () => {
    expect(reliability(of([0.5, 1], [0.5, 0], [0.5, 0], [0.5, 1]), 3)).toEqual([
      { count: 4, from: 0.5, to: 0.5, meanForecast: 0.5, observed: 0.5 },
    ]);
  });

  it('loses no forecast, and does not depend on their order', () => {
    fc.assert(
      fc.property(drawn, fc.integer({ min: 1, max: 20 }), (forecasts, bins) => {
        const found = reliability(forecasts, bins);
        expect(found.reduce((sum, bin) => sum + bin.count, 0)).toBe(forecasts.length);
        expect(found.length).toBeLessThanOrEqual(bins);
        const again = reliability([...forecasts].reverse(), bins);
        expect(again.map(({ count, observed, from, to }) => [count, observed, from, to])).toEqual(
          found.map(({ count, observed, from, to }) => [count, observed, from, to]),
        );
      }),
    );
  });
});

describe('expectedCalibrationError', () => {
  it('is the mean distance of bins from the diagonal', () => {
    // Bins {0.2, 0.2} observed 0 and {0.8, 0.8} observed 1/2: (0.2 + 0.3) / 2.
    expect(expectedCalibrationError(of([0.2, 0], [0.2, 0], [0.8, 1], [0.8, 0]), 2)).toBeCloseTo(0.25, 12);
  });

  it('has no value without forecasts, and lies between 0 and 1', () => {
    expect(expectedCalibrationError([])).toBeUndefined();
    fc.assert(
      fc.property(drawn, (forecasts) => {
        const error = expectedCalibrationError(forecasts) ?? -1;
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('falseTrust', () => {
  it('is the share insecure among what the judge is sure of', () => {
    expect(falseTrust(of([0.05, 0], [0.1, 1], [0.4, 1]), 0.9)).toEqual({ value: 0.5, of: 2 });
    expect(falseTrust(of([0.5, 1]), 0.9)).toBeUndefined();
  });
});

describe('brier', () => {
  it('decomposes exactly where forecasts take few values', () => {
    // Score (4·.04 + .04·3 + .64) / 8 … by hand: groups .2 → 1/4 and .8 → 3/4.
    const found = brier(of([0.2, 0], [0.2, 0], [0.2, 0], [0.2, 1], [0.8, 1], [0.8, 1], [0.8, 1], [0.8, 0]));
    expect(found?.score).toBeCloseTo(0.19, 12);
    expect(found?.reliability).toBeCloseTo(0.0025, 12);
    expect(found?.resolution).toBeCloseTo(0.0625, 12);
    expect(found?.uncertainty).toBe(0.25);
    expect(found?.withinBins).toBeCloseTo(0, 12);
  });

  it('adds up: reliability less resolution plus uncertainty plus what bins hide', () => {
    fc.assert(
      fc.property(drawn, (forecasts) => {
        const found = brier(forecasts);
        const sum = (found?.reliability ?? 0) - (found?.resolution ?? 0) + (found?.uncertainty ?? 0) + (found?.withinBins ?? 0);
        expect(sum).toBeCloseTo(found?.score ?? Number.NaN, 10);
      }),
    );
  });
});

describe('retest', () => {
  it("gives the kappa of Fleiss' own formula", () => {
    // P_i: 1, 1/3, 1, 1/3; mean 2/3. Shares 7/12 and 5/12: P_e = 74/144.
    const found = retest([
      ['fail', 'fail', 'fail'],
      ['fail', 'fail', 'pass'],
      ['pass', 'pass', 'pass'],
      ['fail', 'fail', 'pass'],
    ]);
    expect(found?.flipRate).toBeCloseTo(1 / 3, 12);
    expect(found?.kappa).toBeCloseTo((2 / 3 - 74 / 144) / (1 - 74 / 144), 12);
    expect([found?.samples, found?.flipped]).toEqual([4, 2]);
  });

  it('counts an unknown beside a decision as a flip', () => {
    expect(retest([['pass', 'unknown']])).toMatchObject({ flipped: 1, flipRate: 1 });
  });

  it('has no value where nothing was asked twice, and no kappa where all answers are one', () => {
    expect(retest([['pass'], ['fail']])).toBeUndefined();
    expect(retest([['pass', 'pass']])).toEqual({ samples: 1, flipped: 0, flipRate: 0 });
  });
});

describe.each([platt, isotonic, temperature].map((one): readonly [string, Recalibrator] => [one.id, one]))('%s', (_, recalibrator) => {
  it('never turns the order of two samples round, and stays between 0 and 1', () => {
    fc.assert(
      fc.property(drawn, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (forecasts, a, b) => {
        const correct = recalibrator.fit(forecasts);
        if (correct === undefined) return;
        const [low, high] = [correct(Math.min(a, b)), correct(Math.max(a, b))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { numRuns: 300 },
    );
  });

  it('learns nothing where all samples are of one kind', () => {
    expect(recalibrator.fit(of([0.2, 0], [0.9, 0]))).toBeUndefined();
  });

  it('lessens the error of an overconfident judge, on tasks that it did not learn from', () => {
    const forecasts = distorted(0.4, 0);
    const corrected = crossFitted(forecasts, recalibrator, { folds: 5, seed: 1 });
    expect(expectedCalibrationError(corrected ?? []) ?? 1).toBeLessThan((expectedCalibrationError(forecasts) ?? 0) / 2);
  });
});

describe('platt', () => {
  it('finds the line that the forecasts were bent by', () => {
    const correct = platt.fit(distorted(0.5, -1, 20_000));
    expect(logOdds(correct?.(0.5) ?? 0)).toBeCloseTo(-1, 0);
    expect(logOdds(correct?.(0.9) ?? 0) - logOdds(correct?.(0.5) ?? 0)).toBeCloseTo(0.5 * logOdds(0.9), 0);
  });
});

describe('temperature', () => {
  it('finds the temperature, and leaves one half alone', () => {
    const correct = temperature.fit(distorted(0.5, 0, 20_000));
    expect(correct?.(0.5)).toBe(0.5);
    expect(logOdds(correct?.(0.9) ?? 0) / logOdds(0.9)).toBeCloseTo(0.5, 1);
  });
});

describe('isotonic', () => {
  it('pools neighbours that fall', () => {
    const correct = isotonic.fit(of([0.1, 0], [0.2, 1], [0.3, 0], [0.4, 1]));
    expect([0.1, 0.2, 0.25, 0.3, 0.4].map((at) => correct?.(at))).toEqual([0, 0.5, 0.5, 0.5, 1]);
  });
});

describe('foldsOf', () => {
  it('makes folds of equal size, whatever the order of the tasks', () => {
    const names = Array.from({ length: 13 }, (_, at) => `t${at}`);
    const folds = foldsOf(names, 5, 3);
    expect(foldsOf([...names].reverse(), 5, 3)).toEqual(folds);
    const sizes = [0, 1, 2, 3, 4].map((fold) => [...folds.values()].filter((one) => one === fold).length);
    expect(sizes.toSorted()).toEqual([2, 2, 3, 3, 3]);
  });
});
