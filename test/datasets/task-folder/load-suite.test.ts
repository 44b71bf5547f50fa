import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadSuite, loadTask } from '../../../src/datasets/task-folder/load-suite.ts';
import { loadTests } from '../../../src/datasets/task-folder/load-tests.ts';

const yaml = `id: echo
title: Echo
cwes: [CWE-22]
threat: none
interface:
  kind: function
  functions:
    - name: echo_it
      names: { javascript: echoIt }
      parameters: [{ name: text, type: string }]
      returns: { type: string }
languages:
  python:
    prompts: { instruction: Write it., completion: "def echo_it(text):" }
limits: { callMs: 100 }
canary: 6f2c0c52-8c27-4d0b-9a3e-0f6f3a2b1c4d
licence: Apache-2.0
created: 2026-11-22
`;
const tests = `import { bytes, defineTests } from 'fathom/testing';
export const tests = defineTests({
  cases: [{ id: 'a', kind: 'normal', proves: '', separates: ['stub'], run: async () => void bytes('x') }],
  exploits: [],
});
`;

let root: string;
const put = async (files: Readonly<Record<string, string>>): Promise<void> => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
};
beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'fathom-suite-')), 'mine');
});
afterEach(() => rm(dirname(root), { recursive: true }));

test('reads a task with its witnesses, and fills in the limits that it does not name', async () => {
  await put({
    'echo/task.yaml': yaml,
    'echo/witnesses/python/stub.py': 'x = 1\n',
    'echo/witnesses/python/secure-2.py': 'y = 2\n',
    'echo/tests.ts': tests,
  });
  const suite = await loadSuite(root);
  expect(suite.id).toBe('mine');
  expect(suite.tasks).toHaveLength(1);
  expect(suite.tasks[0]).toMatchObject({
    id: 'echo',
    suite: 'mine',
    limits: { callMs: 100, loadMs: 20_000 },
    languages: [{ language: 'python', packages: [], prompts: { instruction: 'Write it.' } }],
    witnesses: [
      { language: 'python', label: 'secure', name: 'secure-2', code: 'y = 2\n' },
      { language: 'python', label: 'stub', name: 'stub', code: 'x = 1\n' },
    ],
    testsPath: join(root, 'echo/tests.ts'),
  });
});

test('loads the tests, which import fathom/testing', async () => {
  await put({ 'echo/task.yaml': yaml, 'echo/witnesses/python/stub.py': '', 'echo/tests.ts': tests });
  const loaded = await loadTests(await loadTask(join(root, 'echo'), 'mine'));
  expect(loaded.cases.map(({ id }) => id)).toEqual(['a']);
});

test('a task without tests has no cases', async () => {
  await put({ 'echo/task.yaml': yaml });
  expect(await loadTests(await loadTask(join(root, 'echo'), 'mine'))).toEqual({ cases: [], exploits: [] });
});

describe('the hash', () => {
  const hash = async (files: Readonly<Record<string, string>>): Promise<string> => {
    await rm(root, { recursive: true, force: true });
    await put(files);
    return (await loadTask(join(root, 'echo'), 'mine')).hash;
  };

  test('changes with any file, and not with line ends or hidden files', async () => {
    const base = { 'echo/task.yaml': yaml, 'echo/witnesses/python/stub.py': 'a\n' };
    const first = await hash(base);
    expect(await hash({ ...base, 'echo/witnesses/python/stub.py': 'a\r\n', 'echo/.swp': 'x' })).toBe(first);
    expect(await hash({ ...base, 'echo/witnesses/python/stub.py': 'b\n' })).not.toBe(first);
    expect(await hash({ ...base, 'echo/notes.md': '' })).not.toBe(first);
  });
});

describe('a mistake is refused with its place', () => {
  test.each([
    ['a misspelt key', { 'echo/task.yaml': yaml.replace('threat:', 'treat:') }, /task\.yaml:4:1 treat: .* did you mean "threat"\?/],
    ['a wrong weakness', { 'echo/task.yaml': yaml.replace('CWE-22', 'CWE22') }, /task\.yaml:3:8 cwes\[0\]: .*CWE-22.*"CWE22"/],
    ['a wrong language', { 'echo/task.yaml': yaml.replace('  python:', '  pyton:') }, /languages\.pyton: .* did you mean "python"\?/],
    ['another id than the folder', { 'other/task.yaml': yaml }, /expected the id "other"/],
    ['no task.yaml', { 'echo/tests.ts': tests }, /holds no task\.yaml/],
    ['a misspelt label', { 'echo/task.yaml': yaml, 'echo/witnesses/python/insecrue.py': '' }, /insecrue.* did you mean "insecure"\?/],
    [
      'a witness of another language',
      { 'echo/task.yaml': yaml, 'echo/witnesses/c/stub.c': '' },
      /expected a language of the task \(python\), found "c"/,
    ],
    ['a wrong ending', { 'echo/task.yaml': yaml, 'echo/witnesses/python/stub.js': '' }, /expected witnesses\/python\/<label>/],
  ])('%s', async (_what, files, message) => {
    await put(files);
    await expect(loadSuite(root)).rejects.toThrow(message);
  });

  test.each([
    ['a broken file', 'export const tests = (', /can't be loaded/],
    ['nothing exported', 'export const test = 1;', /expected `export const tests/],
    ['an unknown witness', tests.replace("'stub'", "'stbu'"), /separates "stbu".* did you mean "stub"\?/],
    [
      'an id twice',
      tests.replace('exploits: []', "exploits: [{ id: 'a', cwe: 'CWE-22', proves: '', separates: [], run: async () => {} }]"),
      /"a" is used twice/,
    ],
  ])('in tests.ts: %s', async (_what, text, message) => {
    await put({ 'echo/task.yaml': yaml, 'echo/witnesses/python/stub.py': '', 'echo/tests.ts': text });
    const task = await loadTask(join(root, 'echo'), 'mine');
    await expect(loadTests(task)).rejects.toThrow(message);
  });

  test('a folder that is not there', async () => {
    await expect(loadSuite(join(root, 'absent'))).rejects.toThrow(/can't be read/);
  });
});
