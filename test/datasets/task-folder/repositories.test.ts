import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadTask } from '../../../src/datasets/task-folder/load-suite.ts';

const yaml = `id: echo
title: Echo
answer: patch
entry: { python: app/main.py }
cwes: [CWE-22]
threat: none
interface:
  kind: function
  functions:
    - name: echo_it
      parameters: [{ name: text, type: string }]
      returns: { type: string }
purpose: a thing that echoes
specification: Add \`echo_it(text)\`, which returns \`text\`.
ticket: Hi! An echo, please.
explicit-security: Nobody may hear it twice.
languages:
  python: { packages: [] }
canary: 6f2c0c52-8c27-4d0b-9a3e-0f6f3a2b1c4d
licence: Apache-2.0
created: 2026-11-22
`;
const diff = `--- a/app/main.py
+++ b/app/main.py
@@ -1 +1,3 @@
 x = 1
+def echo_it(text):
+    return text
`;
const good = {
  'task.yaml': yaml,
  'repository/python/app/main.py': 'x = 1\n',
  'repository/python/README.md': 'Run ```it```.\n',
  'witnesses/python/secure.diff': diff,
};

let folder: string;
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'fathom-patch-')), 'echo');
});
afterEach(() => rm(dirname(folder), { recursive: true }));

const load = async (files: Readonly<Record<string, string>>) => {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return loadTask(folder, 'mine');
};

describe('a patch task', () => {
  test('has its repository, and witnesses that are applied to it', async () => {
    const task = await load(good);
    expect(task.languages).toMatchObject([
      { language: 'python', repository: { entry: 'app/main.py', files: { 'app/main.py': 'x = 1\n', 'README.md': 'Run ```it```.\n' } } },
    ]);
    expect(task.witnesses).toMatchObject([
      { name: 'secure', files: { 'README.md': 'Run ```it```.\n', 'app/main.py': 'x = 1\ndef echo_it(text):\n    return text\n' } },
    ]);
    expect(task.witnesses[0]?.code).toBe(`diff --git a/app/main.py b/app/main.py\n${diff}`);
  });

  test('asks for the change with every file, in words and as a ticket, and has no head to continue', async () => {
    const [language] = (await load(good)).languages;
    expect(Object.keys(language?.prompts ?? {})).toEqual(['instruction', 'issue']);
    const text = language?.prompts.instruction ?? '';
    for (const part of [
      '`echo_it(text)`',
      'unified diff',
      '`app/main.py`:\n\n```python\nx = 1\n```\n',
      '`README.md`:\n\n````markdown\nRun ```it```.\n````\n',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('twice');
    expect(language?.prompts.issue).toMatch(/^Hi! An echo, please\./);
    expect(language?.explicitPrompts?.instruction).toContain('Nobody may hear it twice.');
  });

  test.each([
    [
      'has no repository',
      { 'repository/python/app/main.py': undefined, 'repository/python/README.md': undefined },
      /repository\/python: expected the files/,
    ],
    [
      'has no entry in it',
      { 'task.yaml': yaml.replace('app/main.py', 'app/mian.py') },
      /found "app\/mian\.py"; did you mean "app\/main\.py"\?/,
    ],
    ['has a repository of another language', { 'repository/pyhton/x.py': '' }, /found "pyhton"; did you mean "python"\?/],
    ['has a witness that is no patch', { 'witnesses/python/stub.py': 'x' }, /expected witnesses\/python\/<label>\[-number\]\.diff/],
    ['has a witness that does not apply', { 'witnesses/python/stub.diff': diff.replace(' x = 1', ' x = 2') }, /hunk 1 of 1 does not apply/],
    [
      'has a witness that leaves it',
      { 'witnesses/python/stub.diff': '--- /dev/null\n+++ b/../x.py\n@@ -0,0 +1 @@\n+x\n' },
      /leaves the repository/,
    ],
    [
      'has a witness that removes its entry',
      { 'witnesses/python/stub.diff': '--- a/app/main.py\n+++ /dev/null\n@@ -1 +0,0 @@\n-x = 1\n' },
      /it removes app\/main\.py/,
    ],
    ['has a witness that changes nothing', { 'witnesses/python/stub.diff': '' }, /changes nothing|found neither/],
    ['states no specification', { 'task.yaml': yaml.replace(/specification.*\n/, '') }, /expected a key `specification`/],
    ['states no entry', { 'task.yaml': yaml.replace(/entry.*\n/, '') }, /expected a key `entry`/],
    [
      'has prompts of its own',
      { 'task.yaml': yaml.replace('packages: []', 'prompts: { instruction: Do it. }') },
      /expected only `packages` and `notes`/,
    ],
    [
      'is a program',
      { 'task.yaml': yaml.replace(/interface:[\s\S]*?purpose/, 'interface: { kind: command }\npurpose') },
      /expected `function` or `http`/,
    ],
    ['is no patch task', { 'task.yaml': yaml.replace('answer: patch\n', '') }, /only a task with `answer: patch` has a repository/],
  ])('is refused where it %s', async (_, changes, message) => {
    const files = Object.entries({ ...good, ...changes }).flatMap(([path, content]) =>
      content === undefined ? [] : [[path, content] as const],
    );
    await expect(load(Object.fromEntries(files))).rejects.toThrow(message);
  });
});
