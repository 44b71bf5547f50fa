import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accuracyOf, addCounts, countTruths, noCounts } from '../../../src/metrics/calibration/accuracy.ts';
import { wilson } from '../../../src/metrics/wilson.ts';

const judged = fc.array(
  fc.record({
    truth: fc.constantFrom('secure' as const, 'insecure' as const),
    status: fc.constantFrom('pass' as const, 'fail' as const, 'unknown' as const),
  }),
);

describe('accuracyOf', () => {
  it('divides right decisions by decided ones, and leaves the undecided out of both', () => {
    const counts = {
      ...noCounts,
      truePositive: 3,
      falseNegative: 1,
      trueNegative: 8,
      falsePositive: 2,
      unknownInsecure: 4,
      unknownSecure: 2,
    };
    const { sensitivity, specificity, unknown } = accuracyOf(counts, 0.95);
    expect([sensitivity.value, specificity.value, unknown.value]).toEqual([0.75, 0.8, 0.3]);
    expect([sensitivity.of, specificity.of, unknown.of]).toEqual([4, 10, 20]);
    expect(sensitivity.interval).toEqual(wilson(0.75, 4, 0.95));
  });

  it('has no value where nothing of the kind was decided', () => {
    expect(accuracyOf({ ...noCounts, trueNegative: 1, unknownInsecure: 5 }, 0.95).sensitivity).toEqual({ of: 0 });
  });
});

describe('countTruths', () => {
  it('counts an unknown verdict as neither right nor wrong', () => {
    expect(countTruths([{ truth: 'insecure', status: 'unknown' }])).toEqual({ ...noCounts, unknownInsecure: 1 });
  });

  it('adds up over parts', () => {
    fc.assert(
      fc.property(judged, judged, (left, right) => {
        expect(addCounts(countTruths(left), countTruths(right))).toEqual(countTruths([...left, ...right]));
      }),
    );
  });
});
