import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, VerdictStatus } from '../../src/core/index.ts';
import { alphaOf, alphaParts } from '../../src/metrics/alpha.ts';
import { biasIndex, cohenKappa, gwetAc1, krippendorffAlpha, largestKappa, prevalenceIndex } from '../../src/metrics/index.ts';
import { entry, exploit, measured, secure } from './build.ts';

const table = (bothPass: number, leftPassRightFail: number, leftFailRightPass: number, bothFail: number) => ({
  ...{ bothPass, leftPassRightFail, leftFailRightPass, bothFail },
});
const tables = fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40)).map((counts) => table(...counts));

describe('coefficients of a 2×2 table', () => {
  it('are those of Sim and Wright (2005) for 22, 2, 4 and 11', () => {
    const counts = table(22, 2, 4, 11);
    const values = [cohenKappa(counts), largestKappa(counts), prevalenceIndex(counts), biasIndex(counts)];
    expect(values.map((value) => value?.toFixed(2))).toEqual(['0.67', '0.89', '0.28', '-0.05']);
  });

  it('are those of Gwet (2008) for 118, 5, 2 and 0: kappa below 0, AC1 at .94', () => {
    expect([cohenKappa(table(118, 5, 2, 0))?.toFixed(4), gwetAc1(table(118, 5, 2, 0))?.toFixed(4)]).toEqual(['-0.0234', '0.9408']);
  });

  it('are not defined without samples', () => {
    const empty = table(0, 0, 0, 0);
    expect([largestKappa(empty), prevalenceIndex(empty), biasIndex(empty), gwetAc1(empty)]).toEqual(Array(4).fill(undefined));
  });

  it('never put kappa above the largest that the margins allow, nor that above 1', () => {
    fc.assert(
      fc.property(tables, (counts) => {
        const largest = largestKappa(counts);
        expect(cohenKappa(counts) ?? -1).toBeLessThanOrEqual((largest ?? 1) + 1e-12);
        expect(largest ?? 1).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('turn only the sign of the bias where left and right change places', () => {
    fc.assert(
      fc.property(tables, ({ bothPass, leftPassRightFail, leftFailRightPass, bothFail }) => {
        const counts = table(bothPass, leftPassRightFail, leftFailRightPass, bothFail);
        const turned = table(bothPass, leftFailRightPass, leftPassRightFail, bothFail);
        expect([largestKappa(turned), prevalenceIndex(turned), gwetAc1(turned)]).toEqual([
          ...[largestKappa(counts), prevalenceIndex(counts), gwetAc1(counts)],
        ]);
        expect((biasIndex(turned) ?? 0) + (biasIndex(counts) ?? 0)).toBe(0);
      }),
    );
  });
});

/** Values of one unit as counts of the categories 1 to 5; 0 is missing. */
const countsOf = (...values: readonly number[]): readonly number[] =>
  [1, 2, 3, 4, 5].map((one) => values.filter((value) => value === one).length);

describe('krippendorffAlpha', () => {
  it('is .743 for the four observers and twelve units of Krippendorff (2011), missing values among them', () => {
    const rows = ['123321412000', '123322412503', '033323422510', '123324412510'].map((row) => [...row].map(Number));
    const units = Array.from({ length: 12 }, (_, unit) => countsOf(...rows.map((row) => row[unit] ?? 0)));
    expect(krippendorffAlpha(units)?.toFixed(3)).toBe('0.743');
  });

  it('is .095 for the two observers of binary data of Krippendorff (2011)', () => {
    const units = [...'0100000010'].map((left, at) => {
      const passes = Number(left) + Number('1110010000'[at]);
      return [2 - passes, passes];
    });
    expect(krippendorffAlpha(units)?.toFixed(3)).toBe('0.095');
  });

  it.each([
    [
      'all agree',
      [
        [2, 0],
        [0, 3],
      ],
      1,
    ],
    [
      'nothing could differ',
      [
        [2, 0],
        [3, 0],
      ],
      undefined,
    ],
    [
      'nobody is compared',
      [
        [1, 0],
        [0, 1],
      ],
      undefined,
    ],
    ['there are no units', [], undefined],
  ])('where %s', (_, units, wanted) => {
    expect(krippendorffAlpha(units)).toBe(wanted);
  });

  it('comes out the same from parts of the units, added up', () => {
    const units = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 12 });
    fc.assert(
      fc.property(units, units, (some, more) => {
        const [a, b] = [alphaParts(some), alphaParts(more)];
        const values = [0, 1].map((at) => (a.values[at] ?? 0) + (b.values[at] ?? 0));
        const joined = alphaOf({ differing: a.differing + b.differing, values });
        const whole = krippendorffAlpha([...some, ...more]);
        expect(joined === undefined).toBe(whole === undefined);
        expect(joined ?? 0).toBeCloseTo(whole ?? 0, 10);
      }),
    );
  });
});

describe('the overall agreement of a run', () => {
  const said = (task: string, ruff: VerdictStatus, cppcheck: VerdictStatus, harm: VerdictStatus): Entry =>
    entry({ task, verdicts: [secure('ruff', ruff, { muted: true }), secure('cppcheck', cppcheck), exploit(harm)] });
  const [oracles, votes] = measured([
    said('a', 'pass', 'fail', 'fail'),
    said('b', 'fail', 'pass', 'pass'),
    said('c', 'fail', 'unknown', 'pass'),
    entry({ task: 'd', kind: 'refusal', verdicts: [secure('ruff', 'pass'), exploit('fail')] }),
  ]).overallAgreement;

  it('is over every oracle, and apart over the votes that count', () => {
    expect([oracles, votes]).toMatchObject([
      { axis: 'secure', of: 'oracles', names: ['cppcheck', 'exploits', 'ruff'], samples: 3, tasks: 3, pass: 4, fail: 4, unknown: 1 },
      { axis: 'secure', of: 'votes', names: ['cppcheck', 'exploits'], samples: 2, tasks: 2, pass: 2, fail: 2, unknown: 1, alpha: 1 },
    ]);
  });

  it('is what the formula gives for its units', () => {
    expect(oracles?.alpha).toBeCloseTo(
      krippendorffAlpha([
        [1, 2],
        [2, 1],
        [1, 1],
      ]) ?? 0,
      12,
    );
  });

  it('has an interval over tasks that holds it', () => {
    const { low = 1, high = -1 } = oracles?.interval ?? {};
    expect(low).toBeLessThanOrEqual(oracles?.alpha ?? 0);
    expect(high).toBeGreaterThanOrEqual(oracles?.alpha ?? 0);
  });
});
