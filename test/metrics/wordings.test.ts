import { expect, test } from 'vitest';
import type { Entry } from '../../src/core/index.ts';
import { compare } from '../../src/metrics/index.ts';
import { measured, samplesOf } from './build.ts';

const explicit = (entries: readonly Entry[]): readonly Entry[] =>
  entries.map((entry) => ({ ...entry, id: entry.id.replace('instruction', 'instruction+explicit'), wording: 'explicit' as const }));

test('samples of two wordings are two prompts of one task', () => {
  const run = measured([...samplesOf('a', 'pf pf'), ...explicit(samplesOf('a', 'pp pp'))]);
  const groups = run.breakdowns.find(({ by }) => by === 'style')?.cells.map(({ group, measurement }) => [group, measurement.value]);
  expect(groups).toEqual([
    ['instruction', 0],
    ['instruction+explicit', 1],
  ]);
});

test('a missing sample is charged to its own wording', () => {
  const run = measured([...samplesOf('a', 'pp pp'), ...explicit(samplesOf('a', 'pp'))], { requested: 4 });
  const groups = run.breakdowns.find(({ by }) => by === 'style')?.cells.map(({ group, measurement }) => [group, measurement.value]);
  expect(groups).toEqual([
    ['instruction', 1],
    ['instruction+explicit', 0.5],
  ]);
});

test('a comparison pairs wordings with themselves', () => {
  const left = measured([...samplesOf('a', 'pf'), ...explicit(samplesOf('a', 'pp'))]);
  const right = measured(explicit(samplesOf('a', 'pf')));
  const [one] = compare(left, right, { k: 1, seed: 1, level: 0.95, resamples: 100 }).comparisons;
  expect(one?.pairs).toBe(1);
  expect(one?.changed).toEqual([
    { taskId: 'a', language: 'python', style: 'instruction', wording: 'explicit', perturbation: 'none', left: 1, right: 0 },
  ]);
});
