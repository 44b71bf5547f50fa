import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { promptLint } from '../../src/compose/lint-problems.ts';
import { beginTask, openPlacesOf } from '../../src/compose/new-task.ts';
import { loadTask } from '../../src/datasets/task-folder/load-suite.ts';
import { testLoader } from '../../src/datasets/task-folder/load-tests.ts';
import { checkTasks, weakenable } from '../../src/pipeline/check-tasks.ts';
import { renderTaskCheck } from '../../src/pipeline/render-task-check.ts';
import { realOracle } from './real-oracle.ts';

const loadTests = testLoader();
const weakening = weakenable(loadTests);
const { oracle, availability } = await realOracle(weakening.loadTests);

let suiteFolder: string;
beforeAll(async () => {
  suiteFolder = await mkdtemp(join(tmpdir(), 'fathom-new-'));
});
afterAll(async () => {
  await oracle.close();
  await rm(suiteFolder, { recursive: true, force: true });
});

const check = async (folder: string) => {
  const task = await loadTask(folder, 'own');
  return checkTasks([task], { oracle, loadTests, mutate: weakening, lint: promptLint(), openPlaces: openPlacesOf });
};

/** Puts text in the place of a marker and of so many lines below it. */
const fill = async (path: string, { number, lines, text }: { number: number; lines: number; text: string }): Promise<void> => {
  const all = (await readFile(path, 'utf8')).split('\n');
  const at = all.findIndex((line) => line.includes(`FILL ${number} of 5`));
  all.splice(at, lines + 1, text);
  await writeFile(path, all.join('\n'));
};

const request = `title: Greeting for a guest
cwes: [CWE-22]
threat: The caller chooses the name, and wants to read other files.
interface:
  kind: function
  functions:
    - name: greet_guest
      parameters: [{ name: text, type: string }]
      returns: { type: string }
purpose: the greetings of a hotel
specification: |
  \`greet_guest\` returns the text of the file called \`text\` in the folder /work/greetings. It is an error when there is none.`;

const solutions = {
  python: {
    path: 'py',
    open: "import os\n\n\ndef greet_guest(text: str) -> str:\n    with open(os.path.join('/work/greetings', CHOSEN)) as file:\n        return file.read()\n",
    safe: 'os.path.basename(text)',
    careless: 'text',
  },
  javascript: {
    path: 'js',
    open: "const fs = require('node:fs');\nconst path = require('node:path');\n\nconst greetGuest = (text) => fs.readFileSync(path.join('/work/greetings', CHOSEN), 'utf8');\n\nmodule.exports = { greetGuest };\n",
    safe: 'path.basename(text)',
    careless: 'text',
  },
} as const;

describe.skipIf(!availability.available)(`needs a working bubblewrap${availability.available ? '' : ` (${availability.reason})`}`, () => {
  test('a new task fails its check until its five places are filled in, and says which are open', { timeout: 300_000 }, async () => {
    const { folder, open } = await beginTask({
      id: 'greet-guest',
      cwes: ['CWE-22'],
      languages: ['python', 'javascript'],
      kind: 'function',
      created: '2026-11-22',
      suiteFolder,
    });
    const before = await check(folder);
    const said = [...before.pairs, ...before.tasks].flatMap(({ problems }) => problems.map(({ where }) => where));
    expect(said.toSorted()).toEqual(open.map(({ path, line }) => `${path}:${line}`).toSorted());

    await fill(join(folder, 'task.yaml'), { number: 1, lines: 12, text: request });
    await fill(join(folder, 'tests.ts'), {
      number: 2,
      lines: 2,
      text: "const text = world.secret('text');\nawait world.write('/work/greetings/ann', text);\nconst ended = await subject.call('greet_guest', 'ann');",
    });
    await fill(join(folder, 'tests.ts'), {
      number: 3,
      lines: 3,
      text: "const planted = world.secret('planted');\nawait world.write('/work/planted', planted);\nconst ended = await subject.call('greet_guest', '../planted');",
    });
    for (const [language, { path, open: code, safe, careless }] of Object.entries(solutions)) {
      await writeFile(join(folder, `witnesses/${language}/secure.${path}`), code.replace('CHOSEN', safe));
      const between = await check(folder);
      expect(between.pairs.flatMap(({ problems }) => problems.map(({ expected }) => expected))).toContain(
        'place 5 of 5 filled in: write a solution that works and falls to the exploit.',
      );
      await writeFile(join(folder, `witnesses/${language}/insecure.${path}`), code.replace('CHOSEN', careless));
    }

    const after = await check(folder);
    expect(
      [...after.pairs, ...after.tasks].flatMap(({ problems }) => problems),
      renderTaskCheck([after], () => ''),
    ).toEqual([]);
    expect(after.pairs.map(({ language, notChecked }) => [language, notChecked])).toEqual([
      ['python', undefined],
      ['javascript', undefined],
    ]);
    expect(after.tasks[0]?.mutations.map(({ status }) => status)).toEqual(['caught', 'caught', 'caught', 'caught']);
  });
});
