import { describe, expect, it } from 'vitest';
import type { Entry, Manifest } from '../../src/core/index.ts';
import { evaluation, measured, samplesOf } from './build.ts';

const tasks = (hash: string): Manifest['tasks'] =>
  ['a', 'b', 'fixed'].map((id) => ({
    ...{ id, suite: 'core', title: id, cwes: ['CWE-22'], languages: ['python'] },
    hash: id === 'fixed' ? 'same' : `${hash} ${id}`,
  }));
const suites: Manifest['suites'] = [{ id: 'seven', hash: '', source: 'suites/seven', split: 'rotating' }];
const published = [...samplesOf('a', 'pp pp'), ...samplesOf('b', 'pp pf'), ...samplesOf('fixed', 'pp pp')];

const lastStep = (fresh: readonly Entry[] | undefined) => {
  const given = fresh === undefined ? {} : { fresh: evaluation(fresh, { tasks: tasks('new'), suites }) };
  return measured(published, { tasks: tasks('old') }, given).systems[0]?.iceberg.at(-1);
};

describe('the bar of freshly mutated tasks', () => {
  it('is not measured without a run over such tasks', () => {
    expect(lastStep(undefined)).toMatchObject({ id: 'mutated', measured: false, why: 'the run has no freshly mutated tasks' });
  });

  it('is secure-pass@1 over the families that both runs have, beside the published ones, unchanged tasks left out', () => {
    const step = lastStep([
      ...samplesOf('a', 'pp pf'),
      ...samplesOf('b', 'pf pf'),
      ...samplesOf('fixed', 'pf pf'),
      ...samplesOf('other', 'pp'),
    ]);
    expect(step).toMatchObject({
      label: 'freshly mutated tasks, secure-pass@1 (seven, rotating)',
      measured: true,
      measurement: { value: 0.25, n: 2, unit: 'tasks', samples: 4 },
      paired: { before: { value: 0.75, n: 2 }, difference: -0.5 },
    });
  });

  it('may be higher than the bars above, which are over other samples', () => {
    const step = lastStep([...samplesOf('a', 'pp'), ...samplesOf('b', 'pp')]);
    expect(step).toMatchObject({ measurement: { value: 1 }, paired: { difference: 0.25 } });
  });

  it('has an interval that is not of width zero where all families differ alike', () => {
    const step = lastStep([...samplesOf('a', 'pp pf'), ...samplesOf('b', 'pf pf')]);
    const { low = 0, high = 0 } = (step?.measured === true ? step.paired?.interval : undefined) ?? {};
    expect(high - low).toBeGreaterThan(0.1);
  });

  it.each([
    ['no family is in both', samplesOf('other', 'pp'), 'no fresh task is a variant of a task that this system was given'],
    ['only unchanged tasks are in both', samplesOf('fixed', 'pp'), 'no fresh task is a variant of a task that this system was given'],
    ['the system has no fresh sample', samplesOf('a', 'pp', { system: 'another' }), 'the run has no freshly mutated tasks'],
  ])('is not measured where %s', (_, fresh, why) => {
    expect(lastStep(fresh)).toMatchObject({ measured: false, why });
  });
});
