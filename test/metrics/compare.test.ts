import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/index.ts';
import { compare } from '../../src/metrics/index.ts';
import { measured, samplesOf } from './build.ts';

const options = { seed: 1, level: 0.95, resamples: 1000, k: 1 };
const run = (statuses: Readonly<Record<string, string>>, system = 'model'): readonly Entry[] =>
  Object.entries(statuses).flatMap(([task, ofTask]) => samplesOf(task, ofTask, { system }));
const compareRuns = (left: readonly Entry[], right: readonly Entry[], chosen = {}) =>
  compare(measured(left), measured(right), { ...options, ...chosen });

describe('compare', () => {
  it('pairs prompts and takes right minus left', () => {
    const { comparisons } = compareRuns(run({ a: 'pp pf', b: 'pf pf' }), run({ a: 'pp pp', b: 'pp pf' }));
    expect(comparisons).toMatchObject([{ pairs: 2, tasks: 2, leftValue: 0.25, rightValue: 0.75, difference: 0.5 }]);
  });

  it('lists the prompts that changed', () => {
    const [comparison] = compareRuns(run({ a: 'pp', b: 'pf' }), run({ a: 'pp', b: 'pp' })).comparisons;
    expect(comparison?.changed).toEqual([
      { taskId: 'b', language: 'python', style: 'instruction', perturbation: 'none', left: 0, right: 1 },
    ]);
  });

  it('counts prompts that only one run has, and warns', () => {
    const { comparisons, warnings } = compareRuns(run({ a: 'pp', b: 'pf' }), run({ a: 'pp', c: 'pp' }));
    expect(comparisons[0]).toMatchObject({ pairs: 1, unpaired: { left: 1, right: 1 } });
    expect(warnings.map((one) => one.code)).toEqual(['unpaired']);
  });

  it('does not pair a prompt with fewer than k samples', () => {
    const [comparison] = compareRuns(run({ a: 'pp pp' }), run({ a: 'pp' }), { k: 2 }).comparisons;
    expect(comparison).toMatchObject({ pairs: 0, unpaired: { left: 1, right: 1 } });
    expect(comparison).not.toHaveProperty('difference');
  });

  it('tests one sample each by McNemar', () => {
    const [comparison] = compareRuns(run({ a: 'pp', b: 'pf', c: 'pf' }), run({ a: 'pf', b: 'pp', c: 'pp' })).comparisons;
    expect(comparison?.mcnemar).toEqual({ leftOnly: 1, rightOnly: 2, pValue: 1 });
  });

  it('does not test several samples each by McNemar', () => {
    expect(compareRuns(run({ a: 'pp pf' }), run({ a: 'pf pf' })).comparisons[0]).not.toHaveProperty('mcnemar');
  });

  it('finds no difference between a run and itself, with a p-value of 1 and a width', () => {
    const same = run({ a: 'pp pf', b: 'pf pf', c: 'pp pp' });
    const [comparison] = compareRuns(same, same).comparisons;
    expect(comparison).toMatchObject({ difference: 0, pValue: 1, changed: [] });
    expect(comparison?.interval?.high).toBeGreaterThan(0.1);
  });

  it('flips signs of tasks, not of prompts', () => {
    const two = (statuses: string) => [...samplesOf('a', statuses), ...samplesOf('a', statuses, { language: 'c' })];
    expect(compareRuns(two('pf'), two('pp')).comparisons[0]?.pValue).toBe(1);
  });

  it('has no interval for a single task', () => {
    expect(compareRuns(run({ a: 'pp pf' }), run({ a: 'pp pp' })).comparisons[0]).not.toHaveProperty('interval');
  });

  it('sets two systems of one run side by side', () => {
    const both = measured([...run({ a: 'pp' }, 'x'), ...run({ a: 'pf' }, 'y')]);
    const { comparisons } = compare(both, both, { ...options, systems: { left: 'x', right: 'y' } });
    expect(comparisons).toMatchObject([{ left: 'x', right: 'y', difference: -1 }]);
  });

  it('compares each system that both runs name, adjusted by Holm', () => {
    const tasks = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((task) => [task, 'pf pf']));
    const better = Object.fromEntries(Object.keys(tasks).map((task) => [task, 'pp pp']));
    const left = [...run(tasks, 'x'), ...run(tasks, 'y')];
    const right = [...run(better, 'x'), ...run(tasks, 'y')];
    const { comparisons } = compareRuns(left, right);
    expect(comparisons.map((one) => [one.left, one.pValue, one.adjustedPValue])).toEqual([
      ['x', 2 / 64, 4 / 64],
      ['y', 1, 1],
    ]);
  });

  it('refuses a system that is not there', () => {
    expect(() => compareRuns(run({ a: 'pp' }), run({ a: 'pp' }), { systems: { left: 'x', right: 'model' } })).toThrow(
      'The left run has no system `x`; it has model.',
    );
  });

  it('refuses runs that share no system', () => {
    const left = [...run({ a: 'pp' }, 'x'), ...run({ a: 'pp' }, 'y')];
    expect(() => compareRuns(left, run({ a: 'pp' }, 'z'))).toThrow(/share no system/);
  });

  it('turns round when the runs change places', () => {
    const word = fc.constantFrom('pp', 'pf', 'uu', 'ff');
    const runs = fc.array(fc.tuple(fc.array(word, { minLength: 1, maxLength: 3 }), fc.array(word, { minLength: 1, maxLength: 3 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(runs, (drawn) => {
        const left = drawn.flatMap(([statuses], at) => samplesOf(`t${at}`, statuses.join(' ')));
        const right = drawn.flatMap(([, statuses], at) => samplesOf(`t${at}`, statuses.join(' ')));
        const [there] = compareRuns(left, right, { resamples: 50 }).comparisons;
        const [back] = compareRuns(right, left, { resamples: 50 }).comparisons;
        expect(there?.difference).toBeCloseTo(-(back?.difference ?? 9), 12);
        expect(there?.pValue).toBeCloseTo(back?.pValue ?? 9, 12);
        expect(there?.interval?.low ?? -1).toBeLessThanOrEqual(there?.difference ?? -2);
        expect(there?.interval?.high ?? 1).toBeGreaterThanOrEqual(there?.difference ?? 2);
      }),
    );
  });
});
