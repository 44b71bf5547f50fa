import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareComposition } from '../../../src/metrics/calibration/composition.ts';
import { predictionPowered } from '../../../src/metrics/calibration/prediction-powered.ts';
import { accuracyDraws, correctedShare, type LabelledCluster, roganGladen } from '../../../src/metrics/calibration/rogan-gladen.ts';
import { random } from '../../../src/metrics/random.ts';

const sampling = { seed: 1, level: 0.95, resamples: 400 };

/** Twenty tasks of ten samples of each kind, of which so many are decided rightly. */
const labelled = (rightInsecure: number, rightSecure: number, tasks = 20): readonly LabelledCluster[] =>
  Array.from({ length: tasks }, (_, at) => `task-${at}`).flatMap((cluster): readonly LabelledCluster[] => [
    { cluster, stratum: 'python', truth: 'insecure', hits: rightInsecure, of: 10 },
    { cluster, stratum: 'python', truth: 'secure', hits: rightSecure, of: 10 },
  ]);
const run = (convicted: number, tasks = 20) =>
  Array.from({ length: tasks }, (_, at) => ({ cluster: `task-${at}`, stratum: 'python', hits: convicted, of: 10 }));

describe('roganGladen', () => {
  it('gives the textbook value', () => {
    expect(roganGladen(0.3, 0.9, 0.8)).toBeCloseTo(1 / 7, 12);
  });

  it('leaves a share as it is where the oracle is never wrong', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(roganGladen(share, 1, 1)).toBeCloseTo(share, 12);
      }),
    );
  });

  it('finds the share that the errors came from', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const good = fc.double({ min: 0.55, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, good, good, (truth, sensitivity, specificity) => {
        const convicted = truth * sensitivity + (1 - truth) * (1 - specificity);
        expect(roganGladen(convicted, sensitivity, specificity)).toBeCloseTo(truth, 9);
      }),
    );
  });

  it('has no value for an oracle no better than chance', () => {
    expect(roganGladen(0.5, 0.4, 0.6)).toBeUndefined();
  });
});

describe('correctedShare', () => {
  it('corrects the secure share, with an interval that holds it', () => {
    const found = correctedShare(run(3), accuracyDraws(labelled(9, 8), sampling), sampling);
    expect(found.value).toBeCloseTo(6 / 7, 12);
    expect(found).toMatchObject({ clipped: false, n: 200, uncalibrated: 0 });
    expect(found.interval?.method).toBe('two-set-bootstrap');
    expect(found.interval?.low).toBeLessThan(6 / 7);
    expect(found.interval?.high).toBeGreaterThan(6 / 7);
  });

  it('marks a correction that falls outside [0, 1]', () => {
    expect(correctedShare(run(1), accuracyDraws(labelled(9, 8), sampling), sampling)).toMatchObject({ value: 1, clipped: true });
  });

  it('is less certain of a small calibration set than of a large one, even where neither has an error', () => {
    const width = (tasks: number): number => {
      const { interval } = correctedShare(run(5), accuracyDraws(labelled(10, 10, tasks), sampling), sampling);
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(4)).toBeGreaterThan(1.3 * width(60));
  });

  it('says how many samples are of languages that nothing is known of', () => {
    const more = [...run(3), { cluster: 'task-0', stratum: 'go', hits: 1, of: 7 }];
    expect(correctedShare(more, accuracyDraws(labelled(9, 8), sampling), sampling)).toMatchObject({ n: 200, uncalibrated: 7 });
  });

  it('has no value where the rule is no better than chance', () => {
    expect(correctedShare(run(3), accuracyDraws(labelled(5, 5), sampling), sampling)).toEqual({ clipped: false, n: 0, uncalibrated: 200 });
  });

  it('does not depend on the order of the tasks', () => {
    const accuracy = accuracyDraws(labelled(9, 8), sampling);
    expect(correctedShare(run(3).toReversed(), accuracy, sampling)).toEqual(correctedShare(run(3), accuracy, sampling));
  });

  it('covers the truth about as often as it says', () => {
    const rng = random(11);
    const chance = (p: number): boolean => rng.next() / 2 ** 32 < p;
    const hitsOf = (of: number, p: number): number => Array.from({ length: of }, () => chance(p)).filter(Boolean).length;
    let covered = 0;
    const trials = 120;
    for (let trial = 0; trial < trials; trial += 1) {
      const known = Array.from({ length: 30 }, (_, at) => `t${at}`).flatMap((cluster): readonly LabelledCluster[] => [
        { cluster, stratum: 'go', truth: 'insecure', hits: hitsOf(3, 0.8), of: 3 },
        { cluster, stratum: 'go', truth: 'secure', hits: hitsOf(3, 0.9), of: 3 },
      ]);
      const seen = Array.from({ length: 30 }, (_, at) => ({
        cluster: `r${at}`,
        stratum: 'go',
        hits: hitsOf(5, 0.4 * 0.8 + 0.6 * 0.1),
        of: 5,
      }));
      const small = { ...sampling, seed: trial, resamples: 200 };
      const { interval } = correctedShare(seen, accuracyDraws(known, small), small);
      if (interval !== undefined && interval.low <= 0.6 && 0.6 <= interval.high) covered += 1;
    }
    expect(covered / trials).toBeGreaterThan(0.9);
  });
});

describe('predictionPowered', () => {
  const samples = (labelEvery: number, quality: number, n = 600) => {
    const rng = random(5);
    const chance = (p: number): boolean => rng.next() / 2 ** 32 < p;
    return Array.from({ length: n }, (_, at) => {
      const truth = chance(0.7) ? 1 : 0;
      const prediction = chance(quality) ? truth : chance(0.5) ? 1 : 0;
      const known = { cluster: `task-${at % 40}`, prediction };
      return at % labelEvery === 0 ? { ...known, truth } : known;
    });
  };

  it('is the mean of the labels where predictions are worth nothing', () => {
    const constant = samples(4, 1).map((one) => ({ ...one, prediction: 0.5 }));
    const truths = constant.flatMap((one) => ('truth' in one ? [one.truth ?? 0] : []));
    const found = predictionPowered(constant, sampling);
    expect(found?.lambda).toBe(0);
    expect(found?.value).toBeCloseTo(truths.reduce<number>((sum, one) => sum + one, 0) / truths.length, 12);
  });

  it('gives the value of the formula', () => {
    // n = 4, N = 4: Cov 1/3, Var 1/4 over all; λ = (1/3) / (2 · 1/4) = 2/3; 2/3 · 1/2 + (1/2 − 2/3 · 1/2).
    const given = [1, 0, 1, 0].flatMap((bit, at) => [
      { cluster: `a${at}`, prediction: bit, truth: bit },
      { cluster: `b${at}`, prediction: bit },
    ]);
    const found = predictionPowered(given, sampling);
    expect(found?.lambda).toBeCloseTo(2 / 3, 12);
    expect(found?.value).toBeCloseTo(0.5, 12);
  });

  it('is narrower with good predictions than with worthless ones', () => {
    const width = (quality: number): number => {
      const interval = predictionPowered(samples(6, quality), sampling)?.interval;
      return (interval?.high ?? 1) - (interval?.low ?? 0);
    };
    expect(width(0.95)).toBeLessThan(0.75 * width(0));
  });

  it('has no value without a label, and no interval with labels of one task', () => {
    expect(predictionPowered([{ cluster: 'a', prediction: 1 }], sampling)).toBeUndefined();
    expect(predictionPowered([{ cluster: 'a', prediction: 1, truth: 1 }], sampling)?.interval).toBeUndefined();
  });
});

describe('compareComposition', () => {
  const of = (groups: readonly string[], name: string) => groups.map((group, at) => ({ cluster: `${name}${at}`, group, count: 10 }));

  it('finds no difference between sets drawn alike', () => {
    const found = compareComposition(of(['go', 'c', 'go', 'c'], 'a'), of(['c', 'go', 'go', 'c'], 'b'), sampling);
    expect(found).toMatchObject({ distance: 0, pValue: 1, onlyInFirst: [] });
  });

  it('finds that the sets have nothing in common', () => {
    const found = compareComposition(of(Array(12).fill('go'), 'a'), of(Array(12).fill('c'), 'b'), sampling);
    expect(found.distance).toBe(1);
    expect(found.pValue).toBeLessThan(0.01);
    expect(found.onlyInFirst).toEqual(['go']);
  });

  it('is not deceived by many samples of one task', () => {
    const [first, second] = [of(['go', 'c'], 'a'), of(['c', 'go'], 'b').map((one, at) => ({ ...one, count: at === 0 ? 10 : 30 }))];
    expect(compareComposition(first, second, sampling).pValue).toBeGreaterThan(0.2);
  });
});
