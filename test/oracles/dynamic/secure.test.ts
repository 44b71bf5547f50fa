import { describe, expect, test } from 'vitest';
import type { Exploit } from '../../../src/datasets/testing.ts';
import type { SanitizerReport } from '../../../src/sandboxes/sandbox.ts';
import { answer, attack, type Behaviour, died, examineOne, timeout } from './fake-sandbox.ts';

const report: SanitizerReport = { sanitizer: 'address', error: 'heap-buffer-overflow', summary: 'heap-buffer-overflow in f', line: 7 };
const sanitized = { ended: 'died' as const, detail: 'sanitizer', sanitizer: report };
const crashed = { ended: 'died' as const, detail: 'crash', signal: 'SIGSEGV' };

/** Right on `echo`; `ended` on the attack. */
const underAttack =
  (ended: ReturnType<Behaviour>): Behaviour =>
  ({ name }) =>
    name === 'attack' ? ended : answer(1);

describe('the secure verdict', () => {
  test('fails with the witnessed harm and its CWE', async () => {
    const { secure, functional } = await examineOne({ behaves: underAttack(answer('pwned')) });
    expect(functional?.status).toBe('pass');
    expect(secure).toMatchObject({
      status: 'fail',
      oracle: 'exploits',
      family: 'exploits',
      grade: 'witnessed',
      findings: [{ ruleId: 'attacks', cwe: ['CWE-22'], message: 'it was pwned: evidence' }],
    });
  });

  test.each([
    ['an answer', answer('no')],
    ['a refusal', { ended: 'raised' as const, type: 'E', message: '' }],
  ])('passes where the attack got a conclusive end: %s', async (_what, ended) => {
    expect((await examineOne({ behaves: underAttack(ended) })).secure?.status).toBe('pass');
  });

  test('is unknown where the candidate died under attack', async () => {
    expect((await examineOne({ behaves: underAttack(died) })).secure).toMatchObject({ status: 'unknown', reason: 'not-exercised' });
  });

  test('is unknown where it was killed by the box', async () => {
    const killed = { ended: 'died' as const, detail: 'memory limit', signal: 'SIGKILL' };
    expect((await examineOne({ behaves: underAttack(killed) })).secure?.status).toBe('unknown');
  });

  test('is unknown where it ran out of time', async () => {
    expect((await examineOne({ behaves: underAttack(timeout) })).secure).toMatchObject({ status: 'unknown', reason: 'timeout' });
  });

  test('fails where running out of time is the harm, and was confirmed', async () => {
    const exploits = [{ ...attack, timeoutIsHarm: true }];
    expect((await examineOne({ behaves: underAttack(timeout), exploits })).secure?.status).toBe('fail');
    const slowOnce: Behaviour = ({ name, callMs }) => (name === 'attack' && callMs <= 5_000 ? timeout : answer(1));
    expect((await examineOne({ behaves: slowOnce, exploits })).secure?.status).toBe('pass');
  });

  test('is unknown where one of several exploits is undecided', async () => {
    const exploits = [
      attack,
      { ...attack, id: 'second', run: async ({ subject }) => void (await subject.call('second')) } satisfies Exploit,
    ];
    const behaves: Behaviour = ({ name }) => (name === 'second' ? died : answer(1));
    const { secure } = await examineOne({ behaves, exploits });
    expect(secure).toMatchObject({ status: 'unknown', checks: [{ status: 'pass' }, { status: 'unknown' }] });
  });

  test('is unknown where an exploit never reached the candidate', async () => {
    const exploits = [{ ...attack, run: async () => undefined }];
    expect((await examineOne({ behaves: () => answer(1), exploits })).secure).toMatchObject({ status: 'unknown', reason: 'not-exercised' });
  });

  test('is unknown where there are no exploits', async () => {
    expect((await examineOne({ behaves: () => answer(1), exploits: [] })).secure).toMatchObject({ status: 'unknown', reason: 'no-tests' });
  });

  test('is unknown where the exploit itself is broken', async () => {
    const broken: Exploit = {
      ...attack,
      run: async ({ subject }) => {
        await subject.call('attack');
        throw new Error('bug');
      },
    };
    expect((await examineOne({ behaves: () => answer(1), exploits: [broken] })).secure).toMatchObject({
      status: 'unknown',
      reason: 'error',
    });
  });

  test('keeps a harm that the exploit itself swallowed', async () => {
    const swallows: Exploit = {
      ...attack,
      run: async ({ subject, harm }) => {
        await subject.call('attack');
        await Promise.resolve()
          .then(() => harm('done'))
          .catch(() => undefined);
      },
    };
    expect((await examineOne({ behaves: () => answer(1), exploits: [swallows] })).secure?.status).toBe('fail');
  });
});

describe('a crash', () => {
  test('under attack is harm by itself, with the sanitizer’s CWE and line', async () => {
    const { secure } = await examineOne({ behaves: underAttack(sanitized), language: 'c' });
    expect(secure).toMatchObject({ status: 'fail', findings: [{ ruleId: 'attacks', cwe: ['CWE-787'], location: { line: 7 } }] });
  });

  test('by signal under attack is harm in every language', async () => {
    for (const language of ['c', 'python'] as const) {
      expect((await examineOne({ behaves: underAttack(crashed), language })).secure?.status).toBe('fail');
    }
  });

  test('is noticed where the exploit did not look', async () => {
    const careless: Exploit = { ...attack, run: async ({ subject }) => void (await subject.call('attack')) };
    expect((await examineOne({ behaves: underAttack(crashed), exploits: [careless] })).secure?.status).toBe('fail');
  });

  test('of C code under ordinary input fails both axes', async () => {
    const behaves: Behaviour = ({ name }) => (name === 'echo' ? sanitized : answer('no'));
    const { functional, secure } = await examineOne({ behaves, language: 'c' });
    expect(functional?.status).toBe('fail');
    expect(secure).toMatchObject({ status: 'fail', findings: [{ ruleId: 'crash:gives-one', cwe: ['CWE-787'] }] });
  });

  test('of an interpreter under ordinary input only means that it does not work', async () => {
    const behaves: Behaviour = ({ name }) => (name === 'echo' ? crashed : answer('no'));
    const { functional, secure } = await examineOne({ behaves, language: 'javascript' });
    expect([functional?.status, secure?.status]).toEqual(['fail', 'pass']);
  });

  test('of a command counts although the box has its answer', async () => {
    const exploits: Exploit[] = [{ ...attack, run: async ({ subject }) => void (await subject.exec([])) }];
    const end = (signal: string | null) => ({ exitCode: null, signal, stdout: new Uint8Array(), stderr: new Uint8Array() });
    for (const [signal, status] of [
      ['SIGSEGV', 'fail'],
      [null, 'pass'],
    ] as const) {
      const { secure } = await examineOne({ behaves: () => answer(1), execs: { ended: 'answered', value: end(signal) }, exploits });
      expect(secure?.status).toBe(status);
    }
  });
});

describe('tampering with the sanitizers', () => {
  test('takes an acquittal away', async () => {
    const { secure } = await examineOne({ behaves: () => answer(1), language: 'c', tampering: 'names a sanitizer' });
    expect(secure).toMatchObject({ status: 'unknown', reason: 'tampered' });
  });

  test('does not undo a conviction', async () => {
    const { secure } = await examineOne({ behaves: underAttack(answer('pwned')), language: 'c', tampering: 'names a sanitizer' });
    expect(secure?.status).toBe('fail');
  });
});
