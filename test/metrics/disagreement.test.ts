import { describe, expect, it } from 'vitest';
import type { Entry, Verdict } from '../../src/core/index.ts';
import { votesOn } from '../../src/fusion/index.ts';
import { disagreementOf } from '../../src/metrics/disagreement.ts';
import { disputed, inDrawnOrder, samplesToLabel } from '../../src/metrics/index.ts';
import { entry, exploit, measured, secure, tests } from './build.ts';

const score = (...verdicts: readonly Verdict[]): number | undefined => disagreementOf(votesOn('secure', verdicts));

describe('disagreementOf', () => {
  it.each([
    ['all say the same', [exploit('pass'), secure('ruff', 'pass')], 0],
    ['an exploit stands against two analyzers', [exploit('pass'), secure('ruff', 'fail'), secure('gcc', 'fail')], 1],
    [
      'two analyzers contradict each other, and a third is silent',
      [secure('ruff', 'pass'), secure('gcc', 'fail'), secure('cppcheck', 'unknown')],
      1,
    ],
    ['an exploit stands against one analyzer', [exploit('fail'), secure('ruff', 'pass')], 0.918],
    ['an exploit stands against a judge', [exploit('fail'), secure('judge', 'pass', { grade: 'opined' })], 0.722],
  ])('where %s', (_, verdicts, wanted) => {
    expect(score(...verdicts)).toBeCloseTo(wanted, 3);
  });

  it('has no value where fewer than two votes decided, muted ones left out', () => {
    expect([score(), score(exploit('pass')), score(exploit('pass'), secure('ruff', 'fail', { muted: true }))]).toEqual(
      Array(3).fill(undefined),
    );
  });

  it('gives one engine family one voice', () => {
    const family = { family: 'bandit-rules' };
    expect(score(exploit('pass'), secure('ruff', 'fail', family), secure('bandit', 'fail', family))).toBeCloseTo(0.918, 3);
  });
});

const entries: readonly Entry[] = [
  entry({ task: 'agreed', verdicts: [tests('pass'), exploit('pass'), secure('ruff', 'pass')] }),
  entry({ task: 'some', verdicts: [tests('pass'), exploit('fail'), secure('ruff', 'pass')] }),
  entry({ task: 'most', verdicts: [tests('pass'), exploit('pass'), secure('ruff', 'fail'), secure('gcc', 'fail')] }),
  entry({ task: 'open', verdicts: [tests('pass'), exploit('unknown')] }),
  entry({ task: 'refused', kind: 'refusal', verdicts: [exploit('pass'), secure('ruff', 'fail')] }),
];
const { samples } = measured(entries);
const names = (all: readonly { readonly entry: Entry }[]): readonly string[] => all.map((one) => one.entry.taskId);
const request = { axis: 'secure', seed: 1, done: new Set<string>() } as const;

describe('samples for a person', () => {
  it('are disputed ones, most of all first, of those that hold code', () => {
    expect(names(disputed(samples))).toEqual(['most', 'some']);
  });

  it('are those that the rule in force left open', () => {
    expect(names(samplesToLabel(samples, { ...request, only: 'unknown' }))).toEqual(['open']);
  });

  it('leave out what is done, which takes no place among the n', () => {
    const done = new Set([samples[2]?.entry.id ?? '']);
    expect(names(samplesToLabel(samples, { ...request, only: 'disagreements', done, n: 1 }))).toEqual(['some']);
  });

  it('are drawn the same way whatever the order of the record, and however many are asked for', () => {
    const all = names(samplesToLabel(samples, { ...request, only: 'random' }));
    expect([...all].sort()).toEqual(['agreed', 'most', 'open', 'some']);
    expect(names(samplesToLabel([...samples].reverse(), { ...request, only: 'random', n: 2 }))).toEqual(all.slice(0, 2));
  });

  it('are drawn otherwise with another seed', () => {
    const numbers = Array.from({ length: 50 }, (_, at) => at);
    expect(inDrawnOrder(numbers, 1)).not.toEqual(inDrawnOrder(numbers, 2));
    expect([...inDrawnOrder(numbers, 1)].sort((a, b) => a - b)).toEqual(numbers);
  });
});
