import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passAtK } from '../../src/metrics/index.ts';

/** Counts the subsets of size k with at least one good sample among all subsets, one by one. */
const byEnumeration = (n: number, c: number, k: number): number => {
  let all = 0;
  let good = 0;
  for (let subset = 0; subset < 2 ** n; subset += 1) {
    const members = Array.from({ length: n }, (_, at) => at).filter((at) => (subset >> at) & 1);
    if (members.length !== k) continue;
    all += 1;
    if (members.some((at) => at < c)) good += 1;
  }
  return good / all;
};

const counts = fc
  .integer({ min: 1, max: 60 })
  .chain((n) => fc.record({ n: fc.constant(n), c: fc.integer({ min: 0, max: n }), k: fc.integer({ min: 1, max: n }) }));
const estimate = (n: number, c: number, k: number): number => passAtK(n, c, k) ?? Number.NaN;

describe('passAtK', () => {
  it('equals enumeration of all subsets for up to eight samples', () => {
    for (let n = 1; n <= 8; n += 1)
      for (let c = 0; c <= n; c += 1) for (let k = 1; k <= n; k += 1) expect(passAtK(n, c, k)).toBeCloseTo(byEnumeration(n, c, k), 12);
  });

  it('lies in [0, 1]', () => {
    fc.assert(
      fc.property(counts, ({ n, c, k }) => {
        expect(estimate(n, c, k)).toBeGreaterThanOrEqual(0);
        expect(estimate(n, c, k)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not fall with k', () => {
    fc.assert(
      fc.property(counts, ({ n, c, k }) => {
        if (k < n) expect(estimate(n, c, k + 1)).toBeGreaterThanOrEqual(estimate(n, c, k) - 1e-12);
      }),
    );
  });

  it('does not fall with c', () => {
    fc.assert(
      fc.property(counts, ({ n, c, k }) => {
        if (c < n) expect(estimate(n, c + 1, k)).toBeGreaterThanOrEqual(estimate(n, c, k) - 1e-12);
      }),
    );
  });

  it('does not rise by a bad sample more', () => {
    fc.assert(
      fc.property(counts, ({ n, c, k }) => {
        expect(estimate(n + 1, c, k)).toBeLessThanOrEqual(estimate(n, c, k) + 1e-12);
      }),
    );
  });

  it('has no value for k > n', () => {
    expect(passAtK(4, 4, 5)).toBeUndefined();
  });

  it.each([
    [3, 4, 1],
    [3, -1, 1],
    [3, 1, 0],
    [3, 1.5, 1],
  ])('refuses n = %d, c = %d, k = %d', (n, c, k) => {
    expect(() => passAtK(n, c, k)).toThrow(RangeError);
  });
});
