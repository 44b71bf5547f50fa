import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tasks as tasksCommand } from '../../src/cli/commands/tasks.ts';
import { type MakeRequest, makeSuite, steadinessOf } from '../../src/compose.ts';
import type { Suite } from '../../src/datasets/dataset.ts';
import { loadSuite } from '../../src/datasets/task-folder/load-suite.ts';

const taskOf = (id: string, canary: string): string => `id: ${id}
title: Read a note
cwes: [CWE-22]
threat: none
interface:
  kind: function
  functions:
    - name: read_note
      parameters: [{ name: folder, type: path }]
      returns: { type: string }
purpose: the notes of a club
specification: |
  \`read_note\` keeps these rules:
  - the note is read
  - the folder is absolute
ticket: |
  Hey, the notes again.
languages: { python: {} }
canary: ${canary}
licence: Apache-2.0
created: 2026-11-22
`;
const variants = `parameters:
  - words: note
    forms: { plural: notes }
    choices: [{ words: memo, plural: memos }, { words: essay, plural: essays }, { words: poem, plural: poems }]
  - order: requirements
`;
const secure = 'import os\n\n\ndef read_note(folder: str) -> str:\n    return "a note"\n';

let root: string;
let base: Suite;
const put = async (path: string, content: string): Promise<void> => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), content);
};
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fathom-make-'));
  await put('mine/notes/task.yaml', taskOf('notes', '6f2c0c52-8c27-4d0b-9a3e-0f6f3a2b1c4d'));
  await put('mine/notes/variants.yaml', variants);
  await put('mine/notes/witnesses/python/secure.py', secure);
  await put('mine/fixed/task.yaml', taskOf('fixed', '7f2c0c52-8c27-4d0b-9a3e-0f6f3a2b1c4d'));
  base = await loadSuite(join(root, 'mine'));
});
afterEach(() => rm(root, { recursive: true }));

const make = (out: string, more: Partial<MakeRequest> = {}) =>
  makeSuite({ base, seed: 7, split: 'public', includeFixed: false, date: '2026-11-24', out: join(root, out), ...more });

const bytesOf = async (folder: string): Promise<Readonly<Record<string, string>>> => {
  const names = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(files.toSorted().map(async (file) => [file.slice(join(root, folder).length), await readFile(file, 'utf8')] as const)),
  );
};

describe('a frozen suite', () => {
  test('holds a variant of each family, and a manifest that tells how it was made', async () => {
    const { manifest, written } = await make('seven', { split: 'rotating' });
    expect(written).toBe(true);
    const suite = await loadSuite(join(root, 'seven'));
    expect(suite.hash).toBe(manifest.hash);
    expect(suite.frozen).toEqual({
      split: 'rotating',
      base: { suite: 'mine', hash: base.hash },
      created: '2026-11-24',
      variants: ['notes'],
    });
    const [family] = manifest.families;
    expect(manifest).toMatchObject({ seed: 7, split: 'rotating', fixed: [] });
    expect(family).toMatchObject({ id: 'notes', variants: 3 * 2, canary: suite.tasks[0]?.canary, hash: suite.tasks[0]?.hash });
    const [company = '', town = ''] = family?.markers ?? [];
    const { instruction = '', issue = '' } = suite.tasks[0]?.languages[0]?.prompts ?? {};
    for (const prompt of [instruction, issue]) expect(prompt).toContain(`${company} of ${town}`);
    expect(Object.keys(await bytesOf('seven'))).toEqual(['/notes/task.yaml', '/notes/witnesses/python/secure.py', '/suite.json']);
  });

  test('is the same, byte for byte, for the same seed, and another for another', async () => {
    await make('one');
    await make('other');
    await make('third', { seed: 8 });
    const [one, other, third] = [await bytesOf('one'), await bytesOf('other'), await bytesOf('third')];
    expect(other).toEqual(one);
    expect(third['/notes/task.yaml']).not.toBe(one['/notes/task.yaml']);
  });

  test('takes tasks without variants only where that is asked for', async () => {
    const { manifest } = await make('all', { includeFixed: true });
    expect(manifest.fixed).toEqual([{ id: 'fixed', canary: '7f2c0c52-8c27-4d0b-9a3e-0f6f3a2b1c4d', hash: base.tasks[0]?.hash }]);
    await expect(make('none', { tasks: ['fixed'] })).rejects.toMatchObject({ code: 'no-families' });
  });

  test('is left alone where it is there already, even on another day', async () => {
    await make('seven');
    const before = await bytesOf('seven');
    expect(await make('seven', { date: '2027-01-01' })).toMatchObject({ written: false });
    expect(await bytesOf('seven')).toEqual(before);
  });

  test('is not written over anything else', async () => {
    await make('seven');
    await expect(make('seven', { seed: 8 })).rejects.toMatchObject({ code: 'suite-exists' });
    await put('file', 'mine');
    await expect(make('file')).rejects.toMatchObject({ code: 'suite-exists' });
    expect((await readdir(root)).toSorted()).toEqual(['file', 'mine', 'seven']);
  });

  test('is refused once it was changed', async () => {
    await make('seven');
    await put('seven/notes/witnesses/python/secure.py', 'print("other")\n');
    await expect(loadSuite(join(root, 'seven'))).rejects.toMatchObject({
      code: 'suite-changed',
      message: expect.stringContaining('notes'),
    });
  });

  test('that is private needs a seed that nobody guesses', async () => {
    await expect(make('mine-only', { split: 'private' })).rejects.toMatchObject({ code: 'guessable-seed' });
    expect((await make('mine-only', { split: 'private', seed: 2 ** 40 + 12_345 })).manifest.split).toBe('private');
  });
});

test('the files of a patch task are renamed as its imports and patches are', async () => {
  const patchTask = taskOf('notes', '6f2c0c52-8c27-4d0b-9a3e-0f6f3a2b1c4d').replace(
    'languages:',
    'answer: patch\nentry: { python: app.py }\nlanguages:',
  );
  await rm(join(root, 'mine/notes/witnesses'), { recursive: true });
  await put('mine/notes/task.yaml', patchTask);
  await put('mine/notes/variants.yaml', variants.replace('  - order: requirements\n', ''));
  await put('mine/notes/repository/python/app.py', 'from store.notes import read_note\n');
  await put('mine/notes/repository/python/store/notes.py', 'def read_note(folder):\n    return "a note"\n');
  await put(
    'mine/notes/witnesses/python/secure.diff',
    '--- a/store/notes.py\n+++ b/store/notes.py\n@@ -1,2 +1,2 @@\n def read_note(folder):\n-    return "a note"\n+    return "another note"\n',
  );
  const patched = await loadSuite(join(root, 'mine'));
  const { manifest } = await make('seven', { base: patched });
  const plural = `${manifest.families[0]?.draws.note}s`;
  const files = await bytesOf('seven');
  expect(files['/notes/repository/python/app.py']).toBe(`from store.${plural} import read_${plural.slice(0, -1)}\n`);
  expect(files[`/notes/repository/python/store/${plural}.py`]).toContain('return');
  expect(files['/notes/witnesses/python/secure.diff']).toContain(`+++ b/store/${plural}.py`);
});

describe('variants.yaml', () => {
  test('does not count in the hash of its task', async () => {
    await put('mine/notes/variants.yaml', `${variants}keep: [anything]\n`);
    expect((await loadSuite(join(root, 'mine'))).hash).toBe(base.hash);
    await rm(join(root, 'mine/notes/variants.yaml'));
    expect((await loadSuite(join(root, 'mine'))).hash).toBe(base.hash);
  });

  test.each([
    ['parameters:\n  - word: note\n    choices: [memo]\n', /2:5 parameters\[0\]\.word: .*did you mean "words"/s],
    ['parameters:\n  - words: note\n    text: note\n    choices: [memo]\n', /exactly one of the keys words, text, number, order/],
    [
      'parameters:\n  - words: note\n    forms: { plural: notes }\n    choices: [memo]\n',
      /4:15 parameters\[0\]\.choices\[0\]: expected a choice with the keys words, plural/,
    ],
    ['parameters:\n  - words: note\n', /expected a parameter with `choices`/],
    ['parameters:\n  - number: 4\n    choices: [four]\n', /expected whole numbers/],
    ['parameters:\n  - words: note\n    choices: [record]\n', /"note": the choice "record" means something/],
  ])('is refused with the place and the reason: %j', async (text, reason) => {
    await put('mine/notes/variants.yaml', text);
    await expect(make('x')).rejects.toThrow(reason);
  });
});

describe('the command', () => {
  const run = async (
    action: string,
    options: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly out: string; readonly code: number }> => {
    const lines: string[] = [];
    const console = {
      out: (text: string) => {
        lines.push(text);
      },
      note: () => undefined,
      redraw: () => undefined,
      live: false,
      colour: false,
      unicode: true,
      width: 100,
    };
    const context = {
      console,
      environment: {},
      clock: () => Date.UTC(2026, 10, 24),
      cwd: root,
      signal: new AbortController().signal,
      argv: [],
    };
    const given = { suite: join(root, 'mine'), ...options };
    return { code: await tasksCommand(context, { positional: [action, []], options: given }), out: lines.join('\n') };
  };

  test('makes a suite below suites/, with the day from the clock', async () => {
    const { code, out } = await run('make', { seed: 12, json: true });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      folder: join(root, 'suites/mine-12'),
      written: true,
      seed: 12,
      created: '2026-11-24',
      split: 'public',
    });
    expect((await loadSuite(join(root, 'suites/mine-12'))).frozen?.split).toBe('public');
  });

  test('does not name a private suite by its seed', async () => {
    await expect(run('make', { seed: 2 ** 40, split: 'private' })).rejects.toMatchObject({ code: 'out-missing' });
  });

  test('tells how steady the difficulty is', async () => {
    const { out } = await run('steadiness', { seeds: 5 });
    expect(out).toContain('1 families over 5 seeds');
    const [row] = await steadinessOf(base, ['notes', 'fixed'], 5);
    expect(row).toMatchObject({ task: 'notes', language: 'python', variants: 6, seeds: 5 });
    expect(row?.spread).toMatchObject({ branches: { min: 0, max: 0 }, imports: { min: 1, max: 1 }, tokens: { min: 14, max: 14 } });
  });
});
