import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Manifest } from '../../src/core/index.ts';
import { fuse, intersection } from '../../src/fusion/index.ts';
import { cellsOf } from '../../src/metrics/cells.ts';
import { entry, evaluation, measurementOf, samplesOf } from './build.ts';

const place = (entries: readonly Entry[], manifest: Partial<Manifest> = {}) => {
  const samples = entries.map((one) => ({ entry: one, outcome: fuse(one, intersection) }));
  const { cells, placement } = cellsOf(evaluation(entries, manifest).manifest, samples);
  const sizes = Object.fromEntries(cells.map((cell) => [`${cell.taskId} ${cell.system}`, [cell.judged.length, cell.missing]]));
  return { sizes, placement };
};

describe('missing samples', () => {
  it('has none where as many came as were requested', () => {
    expect(place(samplesOf('a', 'pp pp')).placement).toEqual({ how: 'none', missing: 0, surplus: 0 });
  });

  it('charges each prompt with what it lacks of the full grid', () => {
    const { sizes, placement } = place([...samplesOf('a', 'pp pp pp'), ...samplesOf('b', 'pp')], { requested: 6 });
    expect(sizes).toEqual({ 'a model': [3, 0], 'b model': [1, 2] });
    expect(placement.how).toBe('grid');
  });

  it('charges a system that gave no answer at all', () => {
    const { sizes } = place(samplesOf('a', 'pp pp', { system: 'x' }), {
      requested: 4,
      systems: [
        { id: 'x', model: 'x', method: 'direct' },
        { id: 'y', model: 'y', method: 'direct' },
      ],
    });
    expect(sizes).toEqual({ 'a x': [2, 0], 'a y': [0, 2] });
  });

  it('charges a task of the manifest that nobody answered', () => {
    const facts = (id: string) => ({ id, suite: 'core', title: id, cwes: [], languages: ['python' as const], hash: id });
    const { sizes } = place(samplesOf('a', 'pp pp'), { requested: 4, tasks: [facts('a'), facts('b')] });
    expect(sizes).toEqual({ 'a model': [2, 0], 'b model': [0, 2] });
  });

  it('fills gaps in the indices first where the grid does not fit', () => {
    const entries = [entry({ task: 'a', index: 0 }), entry({ task: 'a', index: 3 }), entry({ task: 'b' })];
    const { sizes, placement } = place(entries, { requested: 5 });
    expect(sizes).toEqual({ 'a model': [2, 2], 'b model': [1, 0] });
    expect(placement.how).toBe('spread');
  });

  it('charges the smallest prompts where nothing else tells', () => {
    const { sizes } = place([...samplesOf('a', 'pp pp pp'), ...samplesOf('b', 'pp'), ...samplesOf('c', 'pp pp')], { requested: 8 });
    expect(sizes).toEqual({ 'a model': [3, 0], 'b model': [1, 2], 'c model': [2, 0] });
  });

  it('says how many more came than were requested', () => {
    expect(place(samplesOf('a', 'pp pp'), { requested: 1 }).placement).toEqual({ how: 'none', missing: 0, surplus: 1 });
  });

  it('counts a missing sample as failed', () => {
    expect(measurementOf(samplesOf('a', 'pp'), 'secure-pass@1', {}, { requested: 10 })).toMatchObject({ value: 0.1, samples: 10 });
  });

  it('has a value of 0, and not none, for a run of which nothing arrived', () => {
    const systems = [{ id: 'model', model: 'model', method: 'direct' }];
    const tasks = [{ id: 'a', suite: 'core', title: 'a', cwes: [], languages: ['python' as const], hash: 'a' }];
    expect(measurementOf([], 'secure-pass@1', {}, { systems, tasks, requested: 5 })).toMatchObject({ value: 0, samples: 5 });
  });

  it('is never lost: the cells add up to what was requested, whatever the indices', () => {
    const one = fc.record({ task: fc.constantFrom('a', 'b', 'c'), index: fc.nat(2_000_000_000), system: fc.constantFrom('x', 'y') });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 12 }), fc.nat(30), (given, more) => {
        const { sizes } = place(given.map(entry), { requested: given.length + more });
        const total = Object.values(sizes).reduce((sum, [seen = 0, missing = 0]) => sum + seen + missing, 0);
        expect(total).toBe(given.length + more);
      }),
    );
  });
});
