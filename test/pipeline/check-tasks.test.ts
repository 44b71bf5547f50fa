import { describe, expect, test } from 'vitest';
import { type Task, UserError, type Verdict, type Witness } from '../../src/core/index.ts';
import type { Exploit, FunctionalCase, TaskTests } from '../../src/datasets/testing.ts';
import type { Oracle } from '../../src/oracles/oracle.ts';
import { checkTasks } from '../../src/pipeline/check-tasks.ts';
import { renderTaskCheck } from '../../src/pipeline/render-task-check.ts';
import { taskNamed } from '../support/task.ts';

const witness = (name: Witness['label'], code: string = name): Witness => ({ language: 'python', label: name, name, code });

const attack: Exploit = { id: 'attack', cwe: 'CWE-22', proves: '', separates: ['insecure'], run: async () => undefined };

const tests: TaskTests = {
  cases: [{ id: 'works', kind: 'normal', proves: '', separates: ['stub'], run: async () => undefined } satisfies FunctionalCase],
  exploits: [attack],
};

/** An oracle that believes the code: `stub` fails the case, `insecure` falls, `silent` can't be decided. */
const oracle: Oracle = {
  id: 'dynamic',
  batchSize: 1,
  version: '1',
  prepare: async () => [],
  close: async () => undefined,
  examine: async (batch) =>
    batch.map(({ sample }) => [
      verdict('functional', sample.code === 'stub', sample.code),
      verdict('secure', sample.code === 'insecure', sample.code),
    ]),
};

const verdict = (axis: 'functional' | 'secure', bad: boolean, code: string): Verdict => {
  const id = axis === 'functional' ? 'works' : 'attack';
  const facts = { oracle: id, axis, grade: 'witnessed', family: id, voice: { counts: true }, collateral: [] } as const;
  if (code === 'silent')
    return { ...facts, checks: [{ id, status: 'unknown', detail: 'late' }], status: 'unknown', reason: 'timeout', detail: 'late' };
  if (!bad) return { ...facts, checks: [{ id, status: 'pass' }], status: 'pass' };
  const finding = { oracle: id, ruleId: id, cwe: [], severity: 'high', message: 'seen' } as const;
  return { ...facts, checks: [{ id, status: 'fail', detail: 'seen' }], status: 'fail', findings: [finding] };
};

const check = async (witnesses: readonly Witness[], given: TaskTests = tests) => {
  const task: Task = { ...taskNamed('note', ['python'], ['CWE-22']), witnesses };
  const report = await checkTasks([task], { oracle, loadTests: async () => given });
  return { problems: report.pairs.flatMap(({ problems }) => problems), text: renderTaskCheck([report], () => '') };
};

const all = [witness('secure'), witness('insecure'), witness('stub')];

test('a task whose tests tell its witnesses apart has no problems', async () => {
  const { problems, text } = await check(all);
  expect(problems).toEqual([]);
  expect(text).toMatch(/1 tasks, 1 pairs of task and language: 1 cases and 1 exploits on 3 witnesses; all tell their witnesses apart\./);
});

describe('reports', () => {
  test('a required label without a witness', async () => {
    const { problems } = await check(
      all.filter(({ label }) => label !== 'stub'),
      { ...tests, cases: [] },
    );
    expect(problems).toContainEqual(expect.objectContaining({ where: 'witnesses', expected: 'a witness "stub"' }));
  });

  test('a witness whose verdict is not what its label states', async () => {
    const { problems } = await check([...all, witness('suspicious', 'insecure')]);
    expect(problems[0]).toMatchObject({
      where: 'witnesses/python/suspicious.py',
      expected: 'secure: pass, as the label "suspicious" states',
      found: 'fail: attack: seen',
    });
  });

  test('a verdict that stayed unknown, for the secure and for the insecure', async () => {
    const { problems } = await check([witness('secure', 'silent'), witness('insecure', 'silent'), witness('stub')]);
    expect(problems.filter(({ where }) => where.startsWith('witnesses/')).map(({ found }) => found)).toEqual(
      Array(4).fill('unknown (timeout): late'),
    );
  });

  test('a witness that a test fails without naming it', async () => {
    const { problems } = await check([...all, witness('evasive', 'insecure')]);
    expect(problems).toContainEqual(
      expect.objectContaining({ where: 'tests.ts: attack, with witnesses/python/evasive.py', found: 'fail: seen' }),
    );
  });

  test('a witness that a test names and does not fail', async () => {
    const named = { ...tests, cases: tests.cases.map((each) => ({ ...each, separates: ['stub', 'insecure'] })) };
    expect((await check(all, named)).problems).toContainEqual(
      expect.objectContaining({ where: 'tests.ts: works, with witnesses/python/insecure.py', found: 'pass' }),
    );
  });

  test('a witness that imports what the task does not declare', async () => {
    const task: Task = {
      ...taskNamed('note', ['python'], ['CWE-22']),
      witnesses: [...all, witness('suspicious', 'import yaml')],
      testsPath: '/t',
    };
    const { pairs } = await checkTasks([task], { oracle, loadTests: async () => tests });
    expect(pairs[0]?.problems).toEqual([
      expect.objectContaining({ where: 'witnesses/python/suspicious.py', found: 'missing-dependency: yaml' }),
    ]);
  });

  test('a test that separates nothing', async () => {
    const idle = { ...tests, exploits: [...tests.exploits, { ...attack, id: 'idle', separates: [] }] };
    expect((await check(all, idle)).problems).toContainEqual(expect.objectContaining({ where: 'tests.ts: idle', found: 'none' }));
  });

  test('a witness that no test catches', async () => {
    const { problems } = await check([...all, witness('overblocking', 'stub')], tests);
    expect(problems).toContainEqual(
      expect.objectContaining({ where: 'witnesses/python/overblocking.py', expected: 'a test that names it in `separates`' }),
    );
  });

  test('a problem with what was expected, what was found and what to do', async () => {
    const { text } = await check([...all, witness('evasive', 'secure')]);
    expect(text).toContain('note (python): witnesses/python/evasive.py\n  expected  secure: fail');
    expect(text).toMatch(/ {2}found {5}pass\n {2}next {6}Mend the witness/);
    expect(text).toMatch(/1 of 1 pairs have problems\./);
  });
});

describe('a check', () => {
  const task: Task = { ...taskNamed('note', ['python', 'javascript'], ['CWE-22']), witnesses: all };

  test('says of a language that can not be checked why, and nothing else', async () => {
    const report = await checkTasks([task], { oracle, loadTests: async () => tests, notChecked: new Map([['python', 'no python here']]) });
    expect(report.pairs[0]).toMatchObject({ language: 'python', notChecked: 'no python here', problems: [], rows: [] });
  });

  test('does not call a pair right on which the oracle is silent', async () => {
    const silent: Oracle = { ...oracle, examine: async (batch) => batch.map(() => []) };
    const report = await checkTasks([task], { oracle: silent, loadTests: async () => tests, languages: ['python'] });
    expect(report.pairs).toMatchObject([{ notChecked: 'no driver for python' }]);
  });

  test('goes on where the tests of one task do not load', async () => {
    const loadTests = async ({ id }: Task): Promise<TaskTests> => {
      if (id === 'broken') throw new UserError('tests-broken', 'tests.ts can not be loaded');
      return tests;
    };
    const report = await checkTasks([{ ...task, id: 'broken' }, task], { oracle, loadTests, languages: ['python'] });
    expect(report.pairs.map(({ taskId, problems }) => [taskId, problems.map(({ found }) => found)])).toEqual([
      ['broken', ['tests.ts can not be loaded']],
      ['note', []],
    ]);
  });

  test('adds what a lint says of the pair', async () => {
    const said = { where: 'task.yaml', expected: 'a', found: 'b', next: 'c' };
    const report = await checkTasks([task], { oracle, loadTests: async () => tests, languages: ['python'], lint: async () => [said] });
    expect(report.pairs[0]?.problems).toEqual([said]);
  });

  test('that is stopped reports what it checked, and how much there was', async () => {
    const stop = new AbortController();
    const stopping: Oracle = {
      ...oracle,
      examine: async (batch, signal) => {
        signal?.throwIfAborted();
        if (batch[0]?.sample.language === 'javascript') stop.abort(new Error('stopped'));
        return oracle.examine(batch, signal);
      },
    };
    const both = { ...task, witnesses: [...all, ...all.map((each): Witness => ({ ...each, language: 'javascript' }))] };
    const report = await checkTasks([both], { oracle: stopping, loadTests: async () => tests, jobs: 1, signal: stop.signal });
    expect(report.pairs.map(({ language }) => language)).toEqual(['python']);
    expect(report).toMatchObject({ planned: 2, tasks: [] });
  });
});
