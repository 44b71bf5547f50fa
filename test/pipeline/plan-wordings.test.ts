import { describe, expect, test } from 'vitest';
import { promptStyles, sampleId, type Task, wordings } from '../../src/core/index.ts';
import { expandPlan, type PlanRequest, promptTextOf, summarisePlan } from '../../src/pipeline/plan.ts';
import { taskNamed } from '../support/task.ts';

const plain = taskNamed('plain-only', ['python'], []);
const both: Task = {
  ...taskNamed('both', [], []),
  languages: [
    {
      language: 'python',
      packages: [],
      prompts: { instruction: 'Do it.', issue: 'Please do it.' },
      explicitPrompts: { instruction: 'Do it well.', issue: 'Please do it well.' },
    },
  ],
};
const request: PlanRequest = {
  tasks: [plain, both],
  systems: ['s'],
  styles: ['instruction', 'issue'],
  perturbations: ['none'],
  nSamples: 1,
  seed: 1,
};
const ids = (given: Partial<PlanRequest>): readonly string[] => expandPlan({ ...request, ...given }).samples.map(sampleId);

describe('wordings in a plan', () => {
  test('are the plain one where none is asked for, and leave no trace then', () => {
    expect(ids({})).toEqual(['plain-only/python/instruction/none/s#0', 'both/python/instruction/none/s#0', 'both/python/issue/none/s#0']);
    expect(ids({ wordings: ['plain'] })).toEqual(ids({}));
    expect(expandPlan(request).samples[0]).not.toHaveProperty('wording');
  });

  test('are planned where the task has them', () => {
    expect(ids({ wordings: ['explicit'] })).toEqual(['both/python/instruction+explicit/none/s#0', 'both/python/issue+explicit/none/s#0']);
    expect(ids({ wordings })).toHaveLength(5);
    expect(ids({ wordings: ['explicit'], styles: promptStyles })).toHaveLength(2);
  });

  test('are counted as prompts of their own', () => {
    expect(summarisePlan(expandPlan({ ...request, wordings }), 10)).toMatchObject({ samples: 5, prompts: 5, tasks: 2 });
  });

  test('have their own texts', () => {
    const [own] = both.languages;
    const text = (wording?: 'plain' | 'explicit') =>
      own === undefined ? undefined : promptTextOf(own, { style: 'issue', ...(wording === undefined ? {} : { wording }) });
    expect([text(), text('plain'), text('explicit')]).toEqual(['Please do it.', 'Please do it.', 'Please do it well.']);
  });
});
