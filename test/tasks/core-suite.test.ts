import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { languages } from '../../src/core/index.ts';
import { lintTask } from '../../src/datasets/task-folder/lint-task.ts';
import { loadSuite, loadTask } from '../../src/datasets/task-folder/load-suite.ts';
import { testLoader } from '../../src/datasets/task-folder/load-tests.ts';
import { type CheckedPair, checkTasks, deadTestsAreAlwaysProblems, weakenable, wholeTask } from '../../src/pipeline/check-tasks.ts';
import { renderTaskCheck } from '../../src/pipeline/render-task-check.ts';
import { realOracle } from './real-oracle.ts';

const folder = fileURLToPath(new URL('../../tasks/core', import.meta.url));
/** FATHOM_TASKS=id,id: only these are loaded, whatever state the others are in. */
const only = process.env.FATHOM_TASKS?.split(',');
const suite =
  only === undefined ? await loadSuite(folder) : { tasks: await Promise.all(only.map((id) => loadTask(`${folder}/${id}`, 'core'))) };
const loadTests = testLoader();
const weakening = weakenable(loadTests);
const { oracle, availability } = await realOracle(weakening.loadTests);
afterAll(() => oracle.close());

/** Every case and every exploit must be missed by some witness. */
const mutate = deadTestsAreAlwaysProblems;
const checkedPairs: CheckedPair[] = [];

const pairs = suite.tasks.flatMap((task) => task.languages.map(({ language }) => ({ id: task.id, language, task })));

describe.skipIf(!availability.available)(`needs a working bubblewrap${availability.available ? '' : ` (${availability.reason})`}`, () => {
  test.each(pairs)('$id in $language tells its witnesses apart', { timeout: 300_000 }, async ({ task, language }) => {
    const report = await checkTasks([task], { oracle, loadTests, languages: [language], ...(mutate ? { mutate: weakening } : {}) });
    checkedPairs.push(...report.pairs);
    if (report.pairs.some(({ problems }) => problems.length > 0)) expect.fail(renderTaskCheck([report], () => ''));
    expect(report.pairs.map(({ notChecked }) => notChecked)).toEqual([undefined]);
  });

  test.skipIf(!mutate).each(suite.tasks)('$id needs each of its tests', async (task) => {
    const pairs = checkedPairs.filter(({ taskId }) => taskId === task.id);
    const whole = wholeTask(task, await loadTests(task), pairs, weakening);
    const undecided = whole.mutations.filter(({ status }) => status === 'undecided').map(({ test: id, how }) => `${how} ${id}`);
    if (whole.problems.length > 0) expect.fail(renderTaskCheck([{ pairs, tasks: [whole], planned: pairs.length }], () => ''));
    expect(undecided, 'not every language of the task was checked').toEqual([]);
  });

  test('passes its own controls in every language', async () => {
    const facts = await oracle.prepare(suite.tasks);
    const claimed = languages.filter((each) => pairs.some(({ language }) => language === each));
    expect(facts.map(({ id, state, languages: ready }) => ({ id, state, ready }))).toEqual([
      { id: 'tests', state: 'ready', ready: claimed },
      { id: 'exploits', state: 'ready', ready: claimed },
    ]);
    for (const { controls } of facts)
      expect(controls.every(({ knownBadFound, knownGoodClean }) => knownBadFound && knownGoodClean)).toBe(true);
  });
});

describe('the suite', () => {
  test.skipIf(only !== undefined)('has at least 14 tasks over at least 12 weaknesses, in at least three languages', () => {
    expect(suite.tasks.length).toBeGreaterThanOrEqual(14);
    expect(new Set(suite.tasks.flatMap(({ cwes }) => cwes)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(pairs.map(({ language }) => language)).size).toBeGreaterThanOrEqual(3);
  });

  test('gives each task a canary of its own', () => {
    expect(new Set(suite.tasks.map(({ canary }) => canary)).size).toBe(suite.tasks.length);
  });

  test.each(suite.tasks)('$id asks in its prompts for what its tests demand, and gives nothing away', async (task) => {
    expect((await lintTask(task)).map(({ language, style, wording, message }) => `${language}, ${style}, ${wording}: ${message}`)).toEqual(
      [],
    );
  });
});
