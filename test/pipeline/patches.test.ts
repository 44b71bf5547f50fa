import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry, PlannedSample, Sample, Task, Verdict } from '../../src/core/index.ts';
import type { Oracle } from '../../src/oracles/oracle.ts';
import { verdictKey } from '../../src/pipeline/examine.ts';
import { expandPlan } from '../../src/pipeline/plan.ts';
import { runPlan } from '../../src/pipeline/run.ts';
import { sampleOf } from '../../src/pipeline/sample-of.ts';
import { blobsOf, openRun } from '../../src/pipeline/store/run-store.ts';
import { taskNamed } from '../support/task.ts';

const plain = taskNamed('bigger', ['python'], ['CWE-22']);
const task: Task = {
  ...plain,
  languages: [
    {
      language: 'python',
      packages: [],
      prompts: { instruction: 'Make it bigger.' },
      repository: { files: { 'README.md': 'x\n', 'app.py': 'x = 1\n' }, entry: 'app.py' },
    },
  ],
};
const patch = 'diff --git a/app.py b/app.py\n--- a/app.py\n+++ b/app.py\n@@ -1 +1 @@\n-x = 1\n+x = 2\n';
const planned: PlannedSample = { taskId: 'bigger', language: 'python', style: 'instruction', perturbation: 'none', system: 's', index: 0 };
const pass: Verdict = {
  oracle: 'tests',
  axis: 'functional',
  grade: 'witnessed',
  family: 'tests',
  voice: { counts: true },
  collateral: [],
  status: 'pass',
};

const seeing = (version = '1'): Oracle & { readonly seen: Sample[] } => {
  const seen: Sample[] = [];
  return {
    id: 'dynamic',
    version,
    batchSize: 4,
    seen,
    prepare: async () => [],
    examine: async (batch) => {
      seen.push(...batch.map(({ sample }) => sample));
      return batch.map(() => [pass]);
    },
    close: async () => {},
  };
};

const sample = sampleOf(planned, task, '', { text: `\`\`\`diff\n${patch}\`\`\``, finishReason: 'stop', model: 'm' });

describe('a sample of a patch task', () => {
  it('has the repository with the change', () => {
    expect(sample).toMatchObject({ kind: 'code', code: patch, files: { 'README.md': 'x\n', 'app.py': 'x = 2\n' } });
  });

  it('is another one for the cache where its files differ', () => {
    const other = { ...sample, files: { ...sample.files, 'README.md': 'y\n' } };
    expect(verdictKey(seeing(), { sample: other, task })).not.toBe(verdictKey(seeing(), { sample, task }));
    expect(verdictKey(seeing(), { sample: { ...sample, files: { ...sample.files } }, task })).toBe(verdictKey(seeing(), { sample, task }));
  });

  it('is planned only in the styles that the task has', () => {
    const plan = expandPlan({
      tasks: [task],
      systems: ['s'],
      styles: ['instruction', 'completion'],
      perturbations: ['none'],
      nSamples: 1,
      seed: 1,
    });
    expect(plan.samples).toEqual([planned]);
  });
});

describe('a run', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-patches-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const runWith = async (oracle: Oracle, obtain: () => Promise<{ text: string; finishReason: 'stop'; model: string }>) => {
    const store = await openRun(folder);
    try {
      const plan = expandPlan({ tasks: [task], systems: ['s'], styles: ['instruction'], perturbations: ['none'], nSamples: 1, seed: 1 });
      const ports = {
        store,
        plan,
        tasks: new Map([[task.id, task]]),
        oracles: [oracle],
        parserOf: {},
        obtain,
        prefixOf: () => '',
        now: () => new Date(0),
        concurrency: 1,
        batch: 1,
        onProgress: () => {},
      };
      return await runPlan(ports, new AbortController().signal);
    } finally {
      await store.close();
    }
  };

  it('keeps every file of a patched repository, and gives them to an oracle of a later session without asking anew', async () => {
    let asked = 0;
    const obtain = async () => {
      asked += 1;
      return { text: patch, finishReason: 'stop' as const, model: 'm' };
    };
    await runWith(seeing(), obtain);
    const later = seeing('2');
    await runWith(later, obtain);
    expect(asked).toBe(1);
    expect(later.seen.map(({ files }) => files)).toEqual([{ 'README.md': 'x\n', 'app.py': 'x = 2\n' }]);
    const entries: Entry[] = (await readFile(join(folder, 'entries.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const entry = entries.at(-1);
    const blobs = blobsOf(folder);
    expect(await blobs.load(entry?.code ?? '')).toBe(patch);
    expect(await Promise.all(Object.entries(entry?.files ?? {}).map(async ([path, hash]) => [path, await blobs.load(hash)]))).toEqual([
      ['README.md', 'x\n'],
      ['app.py', 'x = 2\n'],
    ]);
  });
});
