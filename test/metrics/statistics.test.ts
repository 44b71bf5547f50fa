import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cohenKappa,
  matthewsCorrelation,
  mcnemarExact,
  normalQuantile,
  percentAgreement,
  random,
  signFlip,
  wilson,
} from '../../src/metrics/index.ts';

const table = (bothPass: number, leftPassRightFail: number, leftFailRightPass: number, bothFail: number) => ({
  bothPass,
  leftPassRightFail,
  leftFailRightPass,
  bothFail,
});

describe('normalQuantile', () => {
  it('is odd around one half', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.5, noNaN: true }), (p) => {
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 6);
      }),
    );
  });
  it.each([0, 1, -0.1, Number.NaN])('refuses %d', (p) => {
    expect(() => normalQuantile(p)).toThrow(RangeError);
  });
});

describe('wilson', () => {
  it('has no interval without units', () => {
    expect(wilson(0, 0, 0.95)).toBeUndefined();
  });
  it('reaches up to about 3.7 / n for none in n, a little beyond the rule of three', () => {
    const high = wilson(0, 1000, 0.95)?.high ?? 0;
    expect(high).toBeGreaterThan(3 / 1000);
    expect(high).toBeLessThan(3.9 / 1000);
  });
  it('contains the share and stays in [0, 1]', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (n, drawn) => {
        const share = (drawn % (n + 1)) / n;
        const { low = 2, high = -1 } = wilson(share, n, 0.95) ?? {};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('agreement of two', () => {
  it('has none of the three without samples', () => {
    const empty = table(0, 0, 0, 0);
    expect([percentAgreement(empty), cohenKappa(empty), matthewsCorrelation(empty)]).toEqual([undefined, undefined, undefined]);
  });
  it('has no kappa where both say one and the same thing of all', () => {
    expect(cohenKappa(table(7, 0, 0, 0))).toBeUndefined();
    expect(cohenKappa(table(0, 0, 0, 7))).toBeUndefined();
  });
  it('has kappa 0 and no correlation where one of them never varies', () => {
    expect(cohenKappa(table(4, 3, 0, 0))).toBe(0);
    expect(matthewsCorrelation(table(4, 3, 0, 0))).toBeUndefined();
  });
  it('has kappa 1 and correlation 1 where both vary and always agree', () => {
    expect([cohenKappa(table(4, 0, 0, 3)), matthewsCorrelation(table(4, 0, 0, 3))?.toFixed(12)]).toEqual([1, '1.000000000000']);
  });
});

describe('mcnemarExact', () => {
  it('is 1 without a pair that differs', () => {
    expect(mcnemarExact(0, 0)).toBe(1);
  });
  it('does not depend on which side is left', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (b, c) => {
        expect(mcnemarExact(b, c)).toBe(mcnemarExact(c, b));
      }),
    );
  });
});

describe('signFlip', () => {
  it('is exact for few tasks: five differences of one sign have 2 of 32 patterns as extreme', () => {
    expect(signFlip([1, 1, 1, 1, 1], { seed: 1, count: 10 })).toBe(2 / 32);
  });
  it('leaves out tasks without a difference, which no sign changes', () => {
    expect(signFlip([1, 0, 1, 0, 1], { seed: 1, count: 10 })).toBe(2 / 8);
  });
  it('is exact for many tasks where few of them differ', () => {
    const sums = [1, 1, 1, ...Array.from({ length: 30 }, () => 0)];
    expect(signFlip(sums, { seed: 1, count: 10 })).toBe(2 / 8);
  });
  it('is 1 where nothing differs', () => {
    expect(signFlip([0, 0], { seed: 1, count: 10 })).toBe(1);
  });
  it('has no value without tasks', () => {
    expect(signFlip([], { seed: 1, count: 10 })).toBeUndefined();
  });
  it('is never 0 and repeats itself for many tasks', () => {
    const sums = Array.from({ length: 40 }, () => 0.1);
    const p = signFlip(sums, { seed: 3, count: 500 });
    expect(p).toBe(1 / 501);
    expect(signFlip(sums, { seed: 3, count: 500 })).toBe(p);
  });
  it('draws about what enumeration finds', () => {
    const sums = [0.4, -0.1, 0.3, 0.2, -0.2, 0.5, 0.1, 0.3, -0.4, 0.6, 0.2, 0.1, -0.3, 0.2, 0.1, 0.4];
    const exact = signFlip(sums, { seed: 1, count: 1 }) ?? 0;
    const drawn = signFlip([...sums, 1e-9], { seed: 1, count: 20_000 }) ?? 0;
    expect(drawn).toBeCloseTo(exact, 1);
  });
});

describe('random', () => {
  it('yields the same stream for the same seed, on every machine', () => {
    const stream = random(42);
    expect(Array.from({ length: 8 }, () => stream.next())).toEqual([
      660444221, 3652823732, 77678286, 922035873, 3922690323, 3648917349, 452077809, 4045978611,
    ]);
  });
  it('yields other streams for other seeds and other stream numbers', () => {
    expect(new Set([random(1).next(), random(2).next(), random(1, 1).next(), random(1, 2).next()]).size).toBe(4);
  });
  it('draws each of ten numbers about equally often', () => {
    const stream = random(9);
    const counts = Array.from({ length: 10 }, () => 0);
    for (let round = 0; round < 100_000; round += 1) {
      const drawn = stream.below(10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });
});
