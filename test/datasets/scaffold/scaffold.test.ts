import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Language, languages } from '../../../src/core/index.ts';
import { openPlaces } from '../../../src/datasets/scaffold/open-places.ts';
import { type ScaffoldRequest, scaffold } from '../../../src/datasets/scaffold/scaffold.ts';
import { writeScaffold } from '../../../src/datasets/scaffold/write-scaffold.ts';
import { loadTask } from '../../../src/datasets/task-folder/load-suite.ts';
import { loadTests } from '../../../src/datasets/task-folder/load-tests.ts';

const request = (kind: ScaffoldRequest['kind'], wanted: readonly Language[]): ScaffoldRequest => ({
  id: 'greet-guest',
  cwes: ['CWE-22'],
  languages: wanted,
  kind,
  canary: '7b0f0a6e-54c4-4d37-9d4b-8a2a3b4c5d6e',
  created: '2026-11-22',
});

const servable: readonly Language[] = ['python', 'javascript', 'typescript', 'java', 'go'];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fathom-scaffold-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a scaffold', () => {
  test.each([
    ['function', languages],
    ['http', servable],
  ] as const)('of kind %s is a task that loads, in every language that can have it', async (kind, wanted) => {
    const place = join(folder, kind, 'greet-guest');
    await writeScaffold(place, scaffold(request(kind, wanted)));
    const task = await loadTask(place, 'own');
    expect(task.languages.map(({ language }) => language)).toEqual(wanted);
    expect(task.witnesses).toHaveLength(3 * wanted.length);
    expect((await loadTests(task)).exploits.map(({ cwe }) => cwe)).toEqual(['CWE-22']);
    for (const { prompts, explicitPrompts } of task.languages)
      expect([Object.keys(prompts).length, Object.keys(explicitPrompts ?? {}).length]).toEqual([4, 4]);
  });

  test('has five places, of which two are in every language', () => {
    const open = openPlaces(scaffold(request('function', ['python', 'c'])));
    expect(open.map(({ number, path, line }) => `${number} ${path}:${line}`)).toEqual([
      '1 task.yaml:2',
      '2 tests.ts:11',
      '3 tests.ts:25',
      '4 witnesses/python/secure.py:1',
      '4 witnesses/c/secure.c:1',
      '5 witnesses/python/insecure.py:1',
      '5 witnesses/c/insecure.c:1',
    ]);
    expect(open.every(({ of, what }) => of === 5 && what !== '')).toBe(true);
  });

  test('has no open place where the comments are gone', () => {
    const files = scaffold(request('function', ['python']));
    expect(openPlaces(files.map(({ path, text }) => ({ path, text: text.replaceAll(/^.*FILL \d of 5.*$/gm, '') })))).toEqual([]);
  });

  test('does not take the place of a task that is there', async () => {
    const place = join(folder, 'twice', 'greet-guest');
    await writeScaffold(place, scaffold(request('function', ['go'])));
    await expect(writeScaffold(place, scaffold(request('function', ['go'])))).rejects.toMatchObject({ code: 'task-exists' });
  });

  test('is refused where the id is no name, and where a language can not serve', () => {
    expect(() => scaffold({ ...request('function', ['python']), id: '../x' })).toThrow('expected a name in lower case');
    expect(() => scaffold(request('http', ['python', 'c']))).toThrow('no framework');
  });
});
