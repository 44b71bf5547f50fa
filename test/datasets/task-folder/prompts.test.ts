import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schemaOf } from '../../../src/compose/schemas.ts';
import { languages, type Task } from '../../../src/core/index.ts';
import { lintTask } from '../../../src/datasets/task-folder/lint-task.ts';
import { loadTask } from '../../../src/datasets/task-folder/load-suite.ts';

const yaml = (given: { readonly texts?: string; readonly languages?: string; readonly functions?: string }): string => `id: echo
title: Echo
cwes: [CWE-22]
threat: none
interface:
  kind: function
  functions:
${given.functions ?? '    - { name: echo_it, parameters: [{ name: the_text, type: string }], returns: { type: string } }'}
${given.texts ?? 'purpose: a shop\nspecification: |\n  `echo_it` returns `the_text`.\n'}
languages:
${given.languages ?? '  python: {}\n  java: { packages: [] }\n'}
canary: 6f2c0c52-8c27-4d0b-9a3e-0f6f3a2b1c4d
licence: Apache-2.0
created: 2026-11-22
`;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fathom-prompts-'));
});
afterAll(() => rm(root, { recursive: true }));

let made = 0;
const load = async (text: string, tests?: string): Promise<Task> => {
  made += 1;
  const folder = join(root, String(made), 'echo');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'task.yaml'), text);
  if (tests !== undefined) await writeFile(join(folder, 'tests.ts'), tests);
  return loadTask(folder, 'mine');
};

describe('a task with one specification', () => {
  test('has prompts of three styles in every language, and none that it gives no text for', async () => {
    const task = await load(yaml({}));
    expect(task.languages.map(({ language, prompts, explicitPrompts }) => [language, Object.keys(prompts), explicitPrompts])).toEqual([
      ['python', ['instruction', 'completion', 'docstring-only'], undefined],
      ['java', ['instruction', 'completion', 'docstring-only'], undefined],
    ]);
    expect(task.languages[0]?.prompts.instruction).toMatch(/^Write a Python module for a shop\. It defines this function:/);
    expect(task.languages[1]?.prompts.completion).toContain('public static String echoIt(String theText)');
  });

  test('has issues with a ticket, and the explicit wording with a requirement', async () => {
    const task = await load(
      yaml({ texts: 'purpose: a shop\nspecification: "`echo_it` returns."\nticket: Please!\nexplicit-security: Mind strangers.' }),
    );
    const [python] = task.languages;
    expect(python?.prompts.issue).toMatch(/^Please!\n\nWhat we agreed:\n/);
    expect(Object.keys(python?.explicitPrompts ?? {})).toEqual(['instruction', 'completion', 'docstring-only', 'issue']);
    expect(python?.explicitPrompts?.completion).toContain('Mind strangers.');
    expect(python?.prompts.completion).not.toContain('Mind strangers.');
  });

  test("takes the language's own prompts, notes, head and declarations first", async () => {
    const own = `  python: { prompts: { instruction: Do it. }, notes: Mind the gap., head: import re, declarations: [def echo_it(the_text)] }`;
    const task = await load(
      yaml({ languages: own, texts: 'purpose: a shop\nspecification: "`echo_it` returns."\nexplicit-security: Mind strangers.' }),
    );
    const [python] = task.languages;
    expect(python?.prompts.instruction).toBe('Do it.');
    expect(python?.prompts.completion).toBe(
      '"""A shop."""\nimport re\n\n\ndef echo_it(the_text):\n    """Returns.\n\n    Mind the gap.\n    """\n',
    );
    expect(python?.explicitPrompts?.instruction).toBe('Do it.\n\nMind strangers.\n');
  });

  test('has no explicit wording of a comment that somebody wrote', async () => {
    const own = '  python: { prompts: { instruction: Do it., completion: "def echo_it(the_text):" } }';
    const task = await load(yaml({ languages: own, texts: 'explicit-security: Mind strangers.' }));
    expect(Object.keys(task.languages[0]?.explicitPrompts ?? {})).toEqual(['instruction']);
  });

  test('knows every function by its name in every language', async () => {
    const task = await load(yaml({ functions: '    - { name: echo_it, names: { go: Echo }, parameters: [], returns: { type: void } }' }));
    const [echo] = task.interface.kind === 'function' ? task.interface.functions : [];
    expect(languages.map((language) => echo?.names?.[language])).toEqual([
      'echo_it',
      'echoIt',
      'echoIt',
      'echoIt',
      'Echo',
      'echo_it',
      'echo_it',
    ]);
  });
});

describe('a language without its prompts is refused with its place', () => {
  const json = '    - { name: echo_it, parameters: [{ name: the_value, type: json }], returns: { type: void } }';
  test.each([
    [
      'nothing to derive them from',
      { texts: '', languages: '  go: {}' },
      /task\.yaml:\d+:\d+ languages\.go: expected `purpose` and `specification`.* prompts\.instruction and prompts\.completion here/,
    ],
    ['a completion alone', { texts: '', languages: '  go: { prompts: { completion: x } }' }, /languages\.go: .*prompts\.instruction here/],
    ['a purpose alone', { texts: 'purpose: a shop' }, /languages\.python: expected `purpose` and `specification`/],
    [
      'a type that the language lacks',
      { functions: json, languages: '  cpp: {}' },
      /languages\.cpp: expected an interface that the language can have.*the_value.*json/,
    ],
    [
      'a keyword',
      { functions: json.replace('the_value', 'range'), languages: '  go: {}' },
      /languages\.go: expected no keyword of Go among the names, found "range"/,
    ],
    ['too few declarations', { languages: '  go: { declarations: [a, b] }' }, /languages\.go\.declarations: expected one declaration/],
    [
      'errors without a word on C',
      { texts: 'purpose: a shop\nspecification: Empty is an error.', languages: '  go: {}\n  c: {}' },
      /languages\.c: expected `notes` that say how an error shows in C/,
    ],
    ['a misspelt key', { languages: '  go: { note: x }' }, /languages\.go\.note: .*did you mean "notes"/],
    ['a misspelt style', { languages: '  go: { prompts: { completions: x } }' }, /did you mean "completion"/],
  ])('%s', async (_what, given, message) => {
    await expect(load(yaml(given))).rejects.toThrow(message);
  });

  test('a framework that the language lacks', async () => {
    const http = yaml({ languages: '  java: {}' }).replace(
      /interface:[\s\S]*?\npurpose/,
      'interface: { kind: http, framework: { java: spring } }\npurpose',
    );
    await expect(load(http)).rejects.toThrow(/languages\.java: .*no framework spring for Java\. Name one of jdk/);
  });
});

test('the example of docs/adding/task.md loads, and its prompts pass the lint', async () => {
  const page = await readFile(new URL('../../../docs/adding/task.md', import.meta.url), 'utf8');
  const example = /```yaml\n(id: [\s\S]*?)```/.exec(page)?.[1] ?? '';
  const tests = /```ts\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(tests).toContain('defineTests');
  const task = await load(example.replace('greet-guest', 'echo'), tests);
  expect(
    task.languages.map(({ prompts, explicitPrompts }) => [Object.keys(prompts).length, Object.keys(explicitPrompts ?? {}).length]),
  ).toEqual([
    [4, 4],
    [4, 4],
    [4, 4],
  ]);
  expect(await lintTask(task)).toEqual([]);
});

test('the JSON Schema of a task knows the new keys', async () => {
  const schema = JSON.stringify(await schemaOf('task'));
  for (const key of ['specification', 'explicit-security', 'docstring-only', 'declarations', 'free']) expect(schema).toContain(`"${key}"`);
});

test('the lint of a task reads its tests', async () => {
  const tests = "export const tests = { cases: [{ run: () => expect.equal(value, 'expired') }], exploits: [] };";
  expect((await lintTask(await load(yaml({ languages: '  python: {}' }), tests))).map(({ style, literal }) => [style, literal])).toEqual([
    ['instruction', 'expired'],
    ['completion', 'expired'],
    ['docstring-only', 'expired'],
  ]);
  const free = 'purpose: a shop\nspecification: "`echo_it` returns."\nfree: [{ literals: [expired], reason: said elsewhere }]';
  expect(await lintTask(await load(yaml({ texts: free }), tests))).toEqual([]);
});
