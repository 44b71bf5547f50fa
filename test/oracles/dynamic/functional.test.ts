import { describe, expect, test } from 'vitest';
import type { FunctionalCase } from '../../../src/datasets/testing.ts';
import { answer, attack, boxFails, died, examineOne, rightCase, timeout } from './fake-sandbox.ts';

const caseThat = (run: FunctionalCase['run'], id = 'a-case'): FunctionalCase => ({ id, kind: 'normal', proves: '', separates: [], run });

describe('the functional verdict', () => {
  test('passes where every case finished with its expectations met', async () => {
    const { functional } = await examineOne({ behaves: () => answer(1) });
    expect(functional).toMatchObject({
      status: 'pass',
      oracle: 'tests',
      family: 'tests',
      grade: 'witnessed',
      checks: [{ id: 'gives-one', status: 'pass' }],
    });
  });

  test.each([
    ['a wrong value', answer(2), /expected 1, found 2/],
    ['a value that only looks right', answer('1'), /expected 1, found "1"/],
    ['a raise', { ended: 'raised' as const, type: 'ValueError', message: 'no' }, /raised ValueError: no/],
    ['a death', died, /exit code 1/],
  ])('fails for %s, with the case named', async (_what, ended, message) => {
    const { functional } = await examineOne({ behaves: () => ended });
    expect(functional).toMatchObject({ status: 'fail', findings: [{ ruleId: 'gives-one', message: expect.stringMatching(message) }] });
  });

  test('fails for a death that the test did not look at', async () => {
    const careless = caseThat(async ({ subject }) => {
      await subject.call('echo');
    });
    expect((await examineOne({ behaves: () => died, cases: [careless] })).functional?.status).toBe('fail');
  });

  test('passes where the candidate refused as it should', async () => {
    const refuses = caseThat(async ({ subject, expect: that }) => that.raised(await subject.call('echo')));
    const raised = { ended: 'raised' as const, type: 'E', message: '' };
    expect((await examineOne({ behaves: () => raised, cases: [refuses] })).functional?.status).toBe('pass');
    expect((await examineOne({ behaves: () => answer(1), cases: [refuses] })).functional?.status).toBe('fail');
  });

  test('is unknown, never a fail, where the test itself is broken', async () => {
    const broken = caseThat(async ({ subject }) => {
      await subject.call('echo');
      throw new TypeError('x is undefined');
    });
    const { functional } = await examineOne({ behaves: () => answer(1), cases: [broken] });
    expect(functional).toMatchObject({ status: 'unknown', reason: 'error', detail: expect.stringMatching(/x is undefined/) });
  });

  test('is unknown where a case never asked the candidate anything', async () => {
    const idle = caseThat(async () => undefined);
    expect((await examineOne({ cases: [idle] })).functional).toMatchObject({ status: 'unknown', reason: 'not-exercised' });
  });

  test('is unknown where there are no cases', async () => {
    expect((await examineOne({ cases: [], behaves: () => answer(1) })).functional).toMatchObject({ status: 'unknown', reason: 'no-tests' });
  });

  test('leaves out cases of other languages', async () => {
    const other = { ...rightCase, id: 'other', only: ['c' as const] };
    const { functional } = await examineOne({ behaves: () => answer(1), cases: [rightCase, other] });
    expect(functional?.checks).toEqual([{ id: 'gives-one', status: 'pass' }]);
  });
});

describe('a time-out', () => {
  test('is charged only after a second try with doubled limits in a fresh session', async () => {
    const { functional, sandbox } = await examineOne({ behaves: () => timeout, exploits: [] });
    expect(functional?.status).toBe('fail');
    expect(sandbox.opened.map(({ limits }) => limits.callMs)).toEqual([5_000, 10_000]);
  });

  test('is forgiven where the second try is right', async () => {
    const { functional } = await examineOne({ behaves: ({ callMs }) => (callMs > 5_000 ? answer(1) : timeout) });
    expect(functional?.status).toBe('pass');
  });

  test('costs at most two confirmed cases', async () => {
    const cases = ['a', 'b', 'c', 'd'].map((id) => ({ ...rightCase, id }));
    const { functional, sandbox } = await examineOne({ behaves: () => timeout, cases, exploits: [] });
    expect(functional?.checks?.map(({ status }) => status)).toEqual(['fail', 'fail', 'unknown', 'unknown']);
    expect(sandbox.opened).toHaveLength(4);
  });
});

describe('a candidate that does not load', () => {
  test.each(['syntax', 'compile', 'import', 'missing-function', 'died'] as const)(
    'fails with load:%s and is not acquitted',
    async (kind) => {
      const { functional, secure } = await examineOne({ loads: () => ({ loaded: false, kind, detail: 'why' }) });
      expect(functional).toMatchObject({ status: 'fail', findings: [{ ruleId: `load:${kind}` }] });
      expect(secure).toMatchObject({ status: 'unknown', reason: 'not-exercised' });
    },
  );

  test('is told apart where a package is missing', async () => {
    const { functional, secure } = await examineOne({
      loads: () => ({ loaded: false, kind: 'missing-dependency', detail: 'no', module: 'numpy' }),
    });
    expect(functional).toMatchObject({
      status: 'fail',
      findings: [{ ruleId: 'load:missing-dependency', message: expect.stringMatching(/numpy/) }],
    });
    expect(secure).toMatchObject({ status: 'unknown', reason: 'not-exercised' });
  });

  test('gets a second try with doubled limits after a time-out', async () => {
    const slow = await examineOne({
      loads: (_, loadMs) => (loadMs > 20_000 ? { loaded: true } : { loaded: false, kind: 'timeout', detail: '' }),
      behaves: () => answer(1),
    });
    expect(slow.functional?.status).toBe('pass');
    const slower = await examineOne({ loads: () => ({ loaded: false, kind: 'timeout', detail: '' }) });
    expect(slower.functional).toMatchObject({ status: 'fail', findings: [{ ruleId: 'load:timeout' }] });
  });
});

describe('a failing sandbox', () => {
  test('is tried once more', async () => {
    const { functional, secure } = await examineOne({
      opens: (session) => (session === 1 ? boxFails() : undefined),
      behaves: () => answer(1),
    });
    expect([functional?.status, secure?.status]).toEqual(['pass', 'pass']);
  });

  test('is unknown on both axes when it fails twice', async () => {
    const { functional, secure } = await examineOne({ opens: boxFails });
    expect(functional).toMatchObject({ status: 'unknown', reason: 'sandbox' });
    expect(secure).toMatchObject({ status: 'unknown', reason: 'sandbox' });
  });

  test('is seen in the middle of a case, and the case is repeated in a fresh box', async () => {
    const { functional } = await examineOne({ behaves: ({ session }) => (session === 1 ? boxFails() : answer(1)) });
    expect(functional?.status).toBe('pass');
  });

  test('is never charged, even where the test swallows the error', async () => {
    const swallows = caseThat(async ({ subject, expect: that }) => {
      const answered = await subject.call('echo').then(
        () => true,
        () => false,
      );
      that.true(answered, 'there is an answer');
    });
    const { functional } = await examineOne({ behaves: () => boxFails(), cases: [swallows] });
    expect(functional).toMatchObject({ status: 'unknown', reason: 'sandbox' });
  });
});

describe('an answer without code', () => {
  test.each(['empty', 'refusal', 'unparsable', 'truncated', 'wrong-language', 'missing'] as const)(
    '%s fails and never reaches the box',
    async (kind) => {
      const { functional, secure, sandbox } = await examineOne({ kind, behaves: () => answer(1) });
      expect(functional).toMatchObject({ status: 'fail', findings: [{ ruleId: `kind:${kind}` }] });
      expect(secure).toMatchObject({ status: 'unknown', reason: 'not-exercised' });
      expect(sandbox.opened).toHaveLength(0);
    },
  );
});

describe('sessions', () => {
  test('are shared by all checks of a living candidate, and closed', async () => {
    const { sandbox } = await examineOne({ behaves: () => answer(1), cases: [rightCase, { ...rightCase, id: 'again' }] });
    expect(sandbox.opened).toHaveLength(1);
    expect(sandbox.open_()).toBe(0);
  });

  test('are fresh after the candidate died, and a death in a used session is tried alone', async () => {
    // Every second call of a session kills the candidate: alone, each case is right.
    const { functional } = await examineOne({
      behaves: ({ call }) => (call > 1 ? died : answer(1)),
      cases: [rightCase, { ...rightCase, id: 'again' }],
    });
    expect(functional?.status).toBe('pass');
  });
});

test('a task without a CWE gets no secure verdict', async () => {
  const { verdicts } = await examineOne({ behaves: () => answer(1), cwes: [], exploits: [attack] });
  expect(verdicts.map(({ oracle }) => oracle)).toEqual(['tests']);
});

test('the transcript tells the calls and holds no control characters', async () => {
  const { blobs, functional } = await examineOne({ behaves: () => answer('\u001b[2Jred\u202e') });
  expect(functional?.transcript).toBe('blob 1');
  expect(blobs[0]).toMatch(/case gives-one: wrong\n {2}call echo\(\)\n {4}answered "/);
  expect(blobs[0]).not.toMatch(/[\u001b\u202e]/);
});
