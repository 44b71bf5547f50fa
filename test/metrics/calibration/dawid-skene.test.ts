import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dawidSkene, majorityStart, type Pattern } from '../../../src/metrics/calibration/dawid-skene.ts';
import { isDependent, residuals } from '../../../src/metrics/calibration/dependence.ts';
import { identify } from '../../../src/metrics/calibration/identifiability.ts';
import { random } from '../../../src/metrics/random.ts';

type Voter = readonly [sensitivity: number, specificity: number];

/** Votes of independent voters on drawn samples; `silence` is how often a voter says nothing. `twins`: the third repeats the second. */
const drawnFrom = (
  voters: readonly Voter[],
  how: { n?: number; insecure?: number; silence?: number; twins?: boolean } = {},
): readonly Pattern[] => {
  const { n = 4_000, insecure = 0.4, silence = 0, twins = false } = how;
  const rng = random(3);
  const chance = (p: number): boolean => rng.next() / 2 ** 32 < p;
  return Array.from({ length: n }, () => {
    const bad = chance(insecure);
    const votes = voters.map(([sensitivity, specificity]) => (chance(silence) ? undefined : chance(bad ? sensitivity : 1 - specificity)));
    if (twins && chance(0.9)) votes[2] = votes[1];
    return { votes, count: 1 };
  });
};

const four: readonly Voter[] = [
  [0.9, 0.95],
  [0.6, 0.9],
  [0.75, 0.8],
  [0.5, 0.98],
];

describe('dawidSkene', () => {
  it('finds the accuracy of independent voters without labels, unknowns and all', () => {
    const model = dawidSkene(drawnFrom(four, { silence: 0.2, n: 20_000 }));
    expect(model.prevalence).toBeCloseTo(0.4, 1);
    for (const [at, [sensitivity, specificity]] of four.entries()) {
      expect(Math.abs((model.voters[at]?.sensitivity ?? 0) - sensitivity)).toBeLessThan(0.04);
      expect(Math.abs((model.voters[at]?.specificity ?? 0) - specificity)).toBeLessThan(0.04);
    }
  });

  it('does not take insecure for secure, from whichever end it starts', () => {
    const patterns = drawnFrom(four);
    const upsideDown = majorityStart(patterns).map((share) => 1 - share);
    const [found, turned] = [dawidSkene(patterns), dawidSkene(patterns, upsideDown)];
    expect(turned.switched).toBe(true);
    expect(found.switched).toBe(false);
    expect(turned.prevalence).toBeCloseTo(found.prevalence, 3);
  });

  it('does not depend on the order of the samples, nor on how they are grouped', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            votes: fc.tuple(fc.option(fc.boolean(), { nil: undefined }), fc.boolean(), fc.boolean()),
            count: fc.integer({ min: 1, max: 9 }),
          }),
          {
            minLength: 1,
            maxLength: 12,
          },
        ),
        (patterns) => {
          const split = patterns.flatMap(({ votes, count }) => Array.from({ length: count }, () => ({ votes, count: 1 }))).reverse();
          const [one, other] = [dawidSkene(patterns), dawidSkene(split)];
          expect(other.prevalence).toBeCloseTo(one.prevalence, 4);
          for (const posterior of one.posteriors) {
            expect(posterior).toBeGreaterThanOrEqual(0);
            expect(posterior).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('residuals', () => {
  it('finds none between independent voters', () => {
    const patterns = drawnFrom(four);
    expect(residuals(patterns, dawidSkene(patterns)).filter(isDependent)).toEqual([]);
  });

  it('finds that two voters say the same for a reason that is not the truth: the others no longer fit', () => {
    const patterns = drawnFrom([...four, [0.7, 0.7]], { twins: true });
    const found = residuals(patterns, dawidSkene(patterns)).filter(isDependent);
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('identify', () => {
  const names = ['a', 'b', 'c', 'd'];

  it('accepts four independent families', () => {
    expect(identify(drawnFrom(four), names)).toMatchObject({ identified: true, names });
  });

  it.each([
    ['two families', drawnFrom(four.slice(0, 2)), 'at least 3 are needed'],
    ['a third that never varies', drawnFrom([...four.slice(0, 2), [0, 1]]), 'at least 3 are needed'],
    ['few samples', drawnFrom(four, { n: 40 }), 'at least 50 are needed'],
    ['a third that guesses', drawnFrom([...four.slice(0, 2), [0.5, 0.5]]), 'tell two kinds of samples apart'],
    ['families that err together', drawnFrom([...four, [0.7, 0.7]], { twins: true }), 'err together'],
  ])('refuses %s, and says why', (_, patterns, why) => {
    const found = identify(patterns, ['a', 'b', 'c', 'd', 'e'].slice(0, patterns[0]?.votes.length));
    expect(found.identified ? 'identified' : found.why).toContain(why);
  });

  it('leaves a family out that never varies, and goes on without it', () => {
    const found = identify(drawnFrom([[0, 1], ...four]), ['mute', ...names]);
    expect(found).toMatchObject({ identified: true, names });
  });
});
