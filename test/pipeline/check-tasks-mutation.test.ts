import { describe, expect, test } from 'vitest';
import type { JsonValue, Language, Sample, Task, Verdict, Witness, WitnessLabel } from '../../src/core/index.ts';
import type { Ended, Expect, Exploit, FunctionalCase, TaskTests } from '../../src/datasets/testing.ts';
import type { Oracle } from '../../src/oracles/oracle.ts';
import { checkTasks, type Mutation, weakenable } from '../../src/pipeline/check-tasks.ts';
import { taskNamed } from '../support/task.ts';

/** A case that fails witnesses whose code names it with another answer than `right`. */
const caseNamed = (id: string): FunctionalCase => ({
  id,
  kind: 'normal',
  proves: '',
  separates: [],
  run: async ({ subject, expect: demand }) => {
    demand.equal(demand.value(await subject.call(id)), 'right');
  },
});

const exploitNamed = (id: string): Exploit => ({
  id,
  cwe: 'CWE-22',
  proves: '',
  separates: [],
  run: async ({ subject, harm }) => {
    const ended = await subject.call(id);
    if (ended.ended === 'answered' && ended.value === 'harm') harm('done');
  },
});

const tests: TaskTests = { cases: [caseNamed('adds'), caseNamed('refuses')], exploits: [exploitNamed('climbs')] };

/** A witness whose code is a list of `test=answer`; `dies` ends it. */
const witness = (label: WitnessLabel, code: string, language: Language = 'python'): Witness => ({ language, label, name: label, code });

const answerOf = (code: string, call: string): string =>
  code
    .split(' ')
    .find((part) => part.startsWith(`${call}=`))
    ?.split('=')[1] ?? 'right';

class Failed extends Error {}

const fail = (): never => {
  throw new Failed();
};

/** Runs tests against answers, as the dynamic oracle does against a box: a death fails a case whatever the test makes of it. */
const runTest = async (test: FunctionalCase | Exploit, { code, language }: Sample): Promise<'pass' | 'fail'> => {
  let died = false;
  const call = async (name: string): Promise<Ended<JsonValue>> => {
    const answer = answerOf(code, name);
    died ||= answer === 'dies';
    return answer === 'dies' ? { ended: 'died', detail: 'gone' } : { ended: 'answered', value: answer };
  };
  const demand: Expect = {
    equal: (actual, wanted) => (actual === wanted ? undefined : fail()),
    true: () => undefined,
    raised: () => undefined,
    value: (ended) => (ended.ended === 'answered' ? ended.value : fail()),
  };
  const never = async (): Promise<never> => Promise.reject(new Error('not in this test'));
  const world = { write: never, read: never, list: never, exists: never, listen: never, connections: never, output: never };
  const context = { subject: { language, call, http: never, exec: never }, world: { ...world, secret: () => '', integer: () => 0 } };
  try {
    await test.run({ ...context, expect: demand, harm: fail });
    return died ? 'fail' : 'pass';
  } catch (error) {
    if (error instanceof Failed) return 'fail';
    throw error;
  }
};

const verdictOf = async (axis: 'functional' | 'secure', list: readonly (FunctionalCase | Exploit)[], sample: Sample): Promise<Verdict> => {
  const checks = await Promise.all(list.map(async (each) => ({ id: each.id, status: await runTest(each, sample) })));
  const facts = { oracle: axis, axis, grade: 'witnessed', family: axis, voice: { counts: true }, collateral: [], checks } as const;
  if (checks.every(({ status }) => status === 'pass')) return { ...facts, status: 'pass' };
  return { ...facts, status: 'fail', findings: [{ oracle: axis, ruleId: 'x', cwe: [], severity: 'high', message: '' }] };
};

const oracleWith = (loadTests: (task: Task) => Promise<TaskTests>): Oracle => ({
  id: 'dynamic',
  batchSize: 1,
  version: '1',
  prepare: async () => [],
  close: async () => undefined,
  examine: (batch) =>
    Promise.all(
      batch.map(async ({ sample, task }) => {
        const { cases, exploits } = await loadTests(task);
        return [await verdictOf('functional', cases, sample), await verdictOf('secure', exploits, sample)];
      }),
    ),
});

const mutate = async (
  witnesses: readonly Witness[],
  { languages = ['python'], only }: { readonly languages?: readonly Language[]; readonly only?: readonly Language[] } = {},
) => {
  const task: Task = { ...taskNamed('note', languages, ['CWE-22']), witnesses };
  const weakening = weakenable(async () => tests);
  const report = await checkTasks([task], {
    oracle: oracleWith(weakening.loadTests),
    loadTests: async () => tests,
    mutate: weakening,
    ...(only === undefined ? {} : { languages: only }),
  });
  const mutations = report.tasks.flatMap((each) => each.mutations);
  const statusOf = (how: Mutation['how'], test: string) => mutations.find((each) => each.how === how && each.test === test)?.status;
  return { mutations, statusOf, problems: report.tasks.flatMap(({ problems }) => problems) };
};

const whole = [
  witness('secure', ''),
  witness('insecure', 'climbs=harm'),
  witness('stub', 'adds=wrong'),
  witness('faulty', 'refuses=wrong'),
];

describe('a test that is dropped', () => {
  test('is missed by a witness that it alone convicts', async () => {
    const { statusOf, problems } = await mutate(whole);
    expect(['adds', 'refuses', 'climbs'].map((id) => statusOf('drop', id))).toEqual(['caught', 'caught', 'caught']);
    expect(problems).toEqual([]);
  });

  test('is dead where other tests convict its witnesses as well', async () => {
    const { problems } = await mutate([
      witness('secure', ''),
      witness('insecure', 'climbs=harm'),
      witness('stub', 'adds=wrong refuses=wrong'),
    ]);
    expect(problems.map(({ where, found }) => [where, found])).toEqual([
      ['tests.ts: adds', 'a dead test: witnesses/python/stub.py is convicted by refuses as well'],
      ['tests.ts: refuses', 'a dead test: witnesses/python/stub.py is convicted by adds as well'],
    ]);
  });

  test('is a problem of every check where it is dead', async () => {
    const task: Task = { ...taskNamed('note', ['python'], ['CWE-22']), witnesses: whole.filter(({ label }) => label !== 'faulty') };
    const report = await checkTasks([task], { oracle: oracleWith(async () => tests), loadTests: async () => tests });
    expect(report.tasks[0]?.problems).toMatchObject([{ where: 'tests.ts: refuses' }]);
  });

  test('is dead where no witness fails it', async () => {
    const { problems } = await mutate(whole.filter(({ label }) => label !== 'faulty'));
    expect(problems).toMatchObject([{ where: 'tests.ts: refuses', found: 'a dead test: no witness fails it' }]);
  });

  test('is not missed by a witness that its label does not convict', async () => {
    const { statusOf } = await mutate([...whole.slice(1), witness('secure', 'refuses=wrong')].filter(({ label }) => label !== 'faulty'));
    expect(statusOf('drop', 'refuses')).toBe('survived');
  });

  test('may be missed in any of the languages', async () => {
    const python = whole.filter(({ label }) => label !== 'faulty');
    const { statusOf } = await mutate([...python, witness('faulty', 'refuses=wrong', 'javascript')], {
      languages: ['python', 'javascript'],
    });
    expect(statusOf('drop', 'refuses')).toBe('caught');
  });

  test('is undecided, and no problem, while a language was not checked', async () => {
    const python = whole.filter(({ label }) => label !== 'faulty');
    const { statusOf, problems } = await mutate(python, { languages: ['python', 'javascript'], only: ['python'] });
    expect(statusOf('drop', 'refuses')).toBe('undecided');
    expect(statusOf('drop', 'adds')).toBe('caught');
    expect(problems).toEqual([]);
  });

  test('is decided without the languages that it is not for', async () => {
    const limited: TaskTests = {
      ...tests,
      cases: tests.cases.map((each) => (each.id === 'refuses' ? { ...each, only: ['python'] } : each)),
    };
    const task: Task = {
      ...taskNamed('note', ['python', 'javascript'], ['CWE-22']),
      witnesses: whole.filter(({ label }) => label !== 'faulty'),
    };
    const weakening = weakenable(async () => limited);
    const report = await checkTasks([task], {
      oracle: oracleWith(weakening.loadTests),
      loadTests: async () => limited,
      mutate: weakening,
      languages: ['python'],
    });
    expect(report.tasks[0]?.mutations.find(({ test: id }) => id === 'refuses')?.status).toBe('survived');
  });
});

describe('a test without its own judgement', () => {
  test('is missed where a witness answers wrongly or does harm', async () => {
    const { statusOf } = await mutate(whole);
    expect(['adds', 'refuses', 'climbs'].map((id) => statusOf('weaken', id))).toEqual(['caught', 'caught', 'caught']);
  });

  test('is not missed where its only witness dies', async () => {
    const { problems, statusOf } = await mutate(whole.map((each) => (each.label === 'faulty' ? { ...each, code: 'refuses=dies' } : each)));
    expect(statusOf('drop', 'refuses')).toBe('caught');
    expect(statusOf('weaken', 'refuses')).toBe('survived');
    expect(problems).toMatchObject([
      { where: 'tests.ts: refuses', found: 'witnesses/python/faulty.py is convicted by a death or a time-out alone' },
    ]);
  });

  test('is not asked about where it has none', async () => {
    const silent: Exploit = { ...exploitNamed('climbs'), run: async ({ subject }) => void (await subject.call('climbs')) };
    const weakening = weakenable(async () => ({ ...tests, exploits: [silent] }));
    const task: Task = {
      ...taskNamed('note', ['python'], ['CWE-22']),
      witnesses: whole.map((each) => ({ ...each, code: each.code.replace('harm', 'dies') })),
    };
    const report = await checkTasks([task], {
      oracle: oracleWith(weakening.loadTests),
      loadTests: async () => ({ ...tests, exploits: [silent] }),
      mutate: weakening,
    });
    const about = report.tasks.flatMap(({ mutations }) => mutations).filter(({ test: id }) => id === 'climbs');
    expect(about.map(({ how, status }) => [how, status])).toEqual([['drop', 'caught']]);
  });
});
