import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { loadSuite } from '../../src/datasets/task-folder/load-suite.ts';
import { testLoader } from '../../src/datasets/task-folder/load-tests.ts';
import { checkTasks } from '../../src/pipeline/check-tasks.ts';
import { renderTaskCheck } from '../../src/pipeline/render-task-check.ts';
import { realOracle } from './real-oracle.ts';

const suite = await loadSuite(fileURLToPath(new URL('../../tasks/core', import.meta.url)));
const loadTests = testLoader();
const { oracle, availability } = await realOracle(loadTests);
afterAll(() => oracle.close());

const pairs = suite.tasks.flatMap((task) => task.languages.map(({ language }) => ({ id: task.id, language, task })));

describe.skipIf(!availability.available)(`needs a working bubblewrap${availability.available ? '' : ` (${availability.reason})`}`, () => {
  test.each(pairs)('$id in $language tells its witnesses apart', { timeout: 300_000 }, async ({ task, language }) => {
    const alone = { ...task, languages: task.languages.filter((each) => each.language === language) };
    const report = await checkTasks([alone], { oracle, loadTests });
    expect(
      report.pairs.flatMap(({ problems }) => problems),
      renderTaskCheck(report),
    ).toEqual([]);
  });

  test('passes its own controls in every language', async () => {
    const facts = await oracle.prepare(suite.tasks);
    expect(facts.map(({ id, state, languages }) => ({ id, state, languages }))).toEqual([
      { id: 'tests', state: 'ready', languages: ['python', 'javascript', 'c'] },
      { id: 'exploits', state: 'ready', languages: ['python', 'javascript', 'c'] },
    ]);
    for (const { controls } of facts)
      expect(controls.every(({ knownBadFound, knownGoodClean }) => knownBadFound && knownGoodClean)).toBe(true);
  });
});

describe('the suite', () => {
  test('has at least 14 tasks over at least 12 weaknesses, in three languages', () => {
    expect(suite.tasks.length).toBeGreaterThanOrEqual(14);
    expect(new Set(suite.tasks.flatMap(({ cwes }) => cwes)).size).toBeGreaterThanOrEqual(12);
    expect(new Set(pairs.map(({ language }) => language)).size).toBe(3);
  });

  test('gives each task a canary of its own', () => {
    expect(new Set(suite.tasks.map(({ canary }) => canary)).size).toBe(suite.tasks.length);
  });

  test.each(pairs)('$id in $language names in both prompts what its tests call', ({ task, language }) => {
    const prompts = task.languages.find((each) => each.language === language)?.prompts;
    const names = task.interface.kind === 'function' ? task.interface.functions.map((each) => each.names?.[language] ?? each.name) : [];
    for (const name of names) {
      expect(prompts?.instruction).toContain(name);
      expect(prompts?.completion).toContain(name);
    }
  });

  test.each(pairs)('$id in $language does not mention the weakness in its prompts', ({ task, language }) => {
    const prompts = task.languages.find((each) => each.language === language)?.prompts;
    const telling =
      /\b(secur\w*|vulnerab\w*|inject\w*|attack\w*|travers\w*|exploit\w*|malicious|hacker\w*|CWE|XSS|SSRF|XXE|sanitiz\w*|overflow\w*)\b/i;
    expect(telling.exec(`${prompts?.instruction}\n${prompts?.completion}`)?.[0]).toBeUndefined();
  });
});
