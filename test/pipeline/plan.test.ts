import { describe, expect, it } from 'vitest';
import { sampleId } from '../../src/core/index.ts';
import { expandPlan, type PlanRequest, summarisePlan } from '../../src/pipeline/plan.ts';
import { taskNamed } from '../support/task.ts';

const request: PlanRequest = {
  tasks: [taskNamed('read-note', ['python', 'javascript'], ['CWE-22']), taskNamed('find-user', ['python'], ['CWE-89'])],
  systems: ['a', 'b'],
  styles: ['instruction', 'completion'],
  perturbations: ['none'],
  nSamples: 3,
  seed: 1,
};

describe('a plan', () => {
  it('is the product of tasks, languages, styles, systems and samples', () => {
    expect(expandPlan(request).samples).toHaveLength(3 * 2 * 2 * 3);
  });

  it('names every sample once', () => {
    const ids = expandPlan(request).samples.map(sampleId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps its first samples when more are asked for', () => {
    const few = expandPlan({ ...request, nSamples: 1 }).samples.map(sampleId);
    expect(expandPlan(request).samples.map(sampleId)).toEqual(expect.arrayContaining(few));
  });

  it('filters by CWE, language and task', () => {
    expect(new Set(expandPlan({ ...request, cwes: ['CWE-89'] }).samples.map(({ taskId }) => taskId))).toEqual(new Set(['find-user']));
    expect(new Set(expandPlan({ ...request, languages: ['javascript'] }).samples.map(({ language }) => language))).toEqual(
      new Set(['javascript']),
    );
    expect(new Set(expandPlan({ ...request, taskIds: ['read-note'] }).samples.map(({ taskId }) => taskId))).toEqual(new Set(['read-note']));
  });

  it('falls into shards that share nothing and leave nothing out', () => {
    const shards = [1, 2, 3].map((index) => expandPlan({ ...request, shard: { index, count: 3 } }).samples.map(sampleId));
    expect(shards.flat().sort()).toEqual(expandPlan(request).samples.map(sampleId).sort());
  });

  it('tells calls and tokens before anybody is asked', () => {
    expect(summarisePlan(expandPlan(request), 100)).toEqual({
      samples: 36,
      tasks: 2,
      prompts: 6,
      systems: [
        { system: 'a', calls: 18, outputTokensAtMost: 1800 },
        { system: 'b', calls: 18, outputTokensAtMost: 1800 },
      ],
    });
  });
});
