import { describe, expect, it } from 'vitest';
import { type Sample, sampleId, type Verdict } from '../../src/core/index.ts';
import type { GivenSample } from '../../src/datasets/dataset.ts';
import { importedOracle } from '../../src/oracles/imported.ts';
import { taskFor } from '../datasets/sample-formats/tasks.ts';

const pass: Verdict = {
  oracle: 'imported:source',
  axis: 'secure',
  grade: 'witnessed',
  family: 'imported:source',
  voice: { counts: true },
  collateral: [],
  status: 'pass',
};
const given = (index: number, verdicts: readonly Verdict[]): GivenSample => ({
  taskId: 'a',
  language: 'python',
  style: 'instruction',
  system: 'org/model',
  index,
  completion: { text: 'x = 1\n', finishReason: 'stop', model: 'm' },
  prefix: '',
  verdicts,
});
const examination = (index: number) => {
  const planned = { taskId: 'a', language: 'python', style: 'instruction', perturbation: 'none', system: 'org/model', index } as const;
  const sample: Sample = {
    ...planned,
    id: sampleId(planned),
    kind: 'code',
    code: 'x = 1\n',
    promptLines: [],
    provenance: { method: 'given', start: 0, end: 0, fences: 0, steps: [] },
  };
  return { sample, task: taskFor('a', ['python']) };
};

describe('the imported oracle', () => {
  const oracle = importedOracle([given(0, [pass]), given(1, [])]);

  it('hands out the verdicts of each sample, in order', async () => {
    expect(await oracle.examine([examination(1), examination(0)])).toEqual([[], [pass]]);
  });

  it('says nothing of samples that it was not given', async () => {
    expect(await oracle.examine([examination(7)])).toEqual([[]]);
  });

  it('names the oracles behind the verdicts', async () => {
    expect(await oracle.prepare([])).toEqual([
      {
        id: 'imported:source',
        axis: 'secure',
        grade: 'witnessed',
        family: 'imported:source',
        version: 'as published',
        languages: ['python'],
        state: 'ready',
        controls: [],
      },
    ]);
  });

  it('has another version where other verdicts came', () => {
    expect(importedOracle([given(0, [])]).version).not.toBe(importedOracle([given(0, [pass])]).version);
    expect(importedOracle([given(0, [pass])]).version).toBe(importedOracle([given(0, [pass])]).version);
  });
});
