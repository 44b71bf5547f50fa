import { describe, expect, test } from 'vitest';
import type { Sample, SourceFiles, Task } from '../../../src/core/index.ts';
import type { Driver } from '../../../src/drivers/driver.ts';
import { dynamicOracle } from '../../../src/oracles/dynamic.ts';
import { answer, attack, fakeSandbox, rightCase, taskFor } from './fake-sandbox.ts';

const files: SourceFiles = { 'app/main.py': 'def echo():\n    return 1\n' };
const task: Task = {
  ...taskFor('python'),
  languages: [{ language: 'python', packages: ['flask'], prompts: {}, repository: { files: { 'app/main.py': '' }, entry: 'app/main.py' } }],
};
const patched: Sample = {
  id: 'echo/x#0',
  taskId: 'echo',
  language: 'python',
  style: 'instruction',
  perturbation: 'none',
  system: 'x',
  index: 0,
  kind: 'code',
  code: 'diff --git …',
  files,
  promptLines: [],
  provenance: { method: 'fence', start: 0, end: 4, fences: 1, steps: [] },
};

const single: Driver = {
  language: 'python',
  summary: 'takes single files',
  launch: (code) => ({ runtime: 'single', payload: { code }, packages: [] }),
  functionName: (name) => name,
};
const several: Driver = {
  ...single,
  launchRepository: (repository, _, packages) => ({ runtime: 'several', payload: { ...repository }, packages }),
};

const examining = async (driver: Driver, sample: Sample) => {
  const sandbox = fakeSandbox({ behaves: () => answer(1) });
  const oracle = dynamicOracle({
    sandbox,
    drivers: [driver],
    loadTests: async () => ({ cases: [rightCase], exploits: [attack] }),
    seed: 'seed',
    saveBlob: async () => 'blob',
    concurrency: 1,
    version: 'v',
    sanitizerCwe: () => undefined,
    tampering: () => undefined,
  });
  const [verdicts = []] = await oracle.examine([{ sample, task }]);
  return { verdicts, launched: sandbox.opened.map(({ launch }) => launch) };
};

describe('the dynamic oracle on a patch', () => {
  test('launches the repository with the change, by the task’s entry', async () => {
    const { verdicts, launched } = await examining(several, patched);
    expect(launched).toEqual([{ runtime: 'several', payload: { files, entry: 'app/main.py' }, packages: ['flask'] }]);
    expect(verdicts.map(({ status }) => status)).toEqual(['pass', 'pass']);
  });

  test.each([
    ['the driver takes single files only', single, patched, /driver can't load a repository/],
    ['the sample came without its files', several, { ...patched, files: undefined }, /came without the files/],
  ])('is unknown, and runs nothing, where %s', async (_, driver, { files: given, ...rest }, detail) => {
    const { verdicts, launched } = await examining(driver, { ...rest, ...(given === undefined ? {} : { files: given }) });
    expect(launched).toEqual([]);
    expect(verdicts).toMatchObject([
      { status: 'unknown', reason: 'error', detail: expect.stringMatching(detail) },
      { status: 'unknown', reason: 'error' },
    ]);
  });
});
