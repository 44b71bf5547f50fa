import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Cluster, percentiles, resampler } from '../../src/metrics/resampler.ts';

const clustersOf = (...means: readonly number[]): readonly Cluster[] => means.map((mean) => ({ sum: mean, units: 1 }));
const sampling = { seed: 5, level: 0.95, resamples: 2000 };

describe('resampler', () => {
  it('gives the same interval for the same seed', () => {
    const clusters = clustersOf(0, 0.2, 0.4, 1, 0.9);
    expect(resampler(sampling).interval(clusters)).toEqual(resampler(sampling).interval(clusters));
  });

  it('gives another interval for another seed', () => {
    const clusters = clustersOf(0, 0.21, 0.43, 1, 0.98, 0.77, 0.11);
    expect(resampler(sampling).means(clusters)).not.toEqual(resampler({ ...sampling, seed: 6 }).means(clusters));
  });

  it('has no interval for one cluster or none', () => {
    expect([resampler(sampling).interval(clustersOf(0.5)), resampler(sampling).interval([])]).toEqual([undefined, undefined]);
  });

  it('comes close to the normal interval for many clusters', () => {
    const clusters = Array.from({ length: 400 }, (_, at) => ({ sum: (at % 5) / 4, units: 1 }));
    const interval = resampler(sampling).interval(clusters);
    const error = Math.sqrt(0.125 / 400);
    expect(interval?.low).toBeCloseTo(0.5 - 1.96 * error, 2);
    expect(interval?.high).toBeCloseTo(0.5 + 1.96 * error, 2);
  });

  it('is wider than independence would have it, where the samples of a task agree', () => {
    const clusters = Array.from({ length: 50 }, (_, at) => ({ sum: at % 2 === 0 ? 10 : 0, units: 10 }));
    const { low = 0, high = 0 } = resampler(sampling).interval(clusters) ?? {};
    const ofIndependent = 2 * 1.96 * Math.sqrt(0.25 / 500);
    expect((high - low) / ofIndependent).toBeGreaterThan(2.5);
  });

  it('weighs a cluster by its units', () => {
    const means = resampler({ ...sampling, resamples: 4000 }).means([
      { sum: 9, units: 9 },
      { sum: 0, units: 1 },
    ]);
    expect(new Set(means)).toEqual(new Set([0, 0.9, 1]));
  });

  it('draws anew, and the same, where the draws are too many to keep', () => {
    const clusters = Array.from({ length: 1100 }, (_, at) => ({ sum: (at % 3) / 2, units: 1 }));
    const many = resampler({ seed: 1, level: 0.95, resamples: 4000 });
    expect(many.interval(clusters)).toEqual(many.interval(clusters));
  });

  it('has an interval within [0, 1] that contains the mean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ sum: fc.integer({ min: 0, max: 4 }), units: fc.integer({ min: 4, max: 6 }) }), { minLength: 2, maxLength: 9 }),
        (clusters) => {
          const mean = clusters.reduce((sum, one) => sum + one.sum, 0) / clusters.reduce((sum, one) => sum + one.units, 0);
          const interval = resampler({ ...sampling, resamples: 50 }).interval(clusters);
          expect(interval?.low).toBeGreaterThanOrEqual(0);
          expect(interval?.low).toBeLessThanOrEqual(mean);
          expect(interval?.high).toBeGreaterThanOrEqual(mean);
          expect(interval?.high).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe('percentiles', () => {
  it('cuts half of the rest at each end, rounded outward', () => {
    const ascending = Float64Array.from({ length: 101 }, (_, at) => at);
    expect(percentiles(ascending, 0.95)).toEqual({ low: 2, high: 98 });
  });
});
