import { afterAll, describe, expect, test } from 'vitest';
import type { Sample } from '../../../src/core/index.ts';
import type { TaskTests } from '../../../src/datasets/testing.ts';
import { realOracle } from '../../tasks/real-oracle.ts';
import { attack, rightCase, taskFor } from './fake-sandbox.ts';

const tests: TaskTests = { cases: [rightCase], exploits: [attack] };
const { oracle, availability, transcripts } = await realOracle(async () => tests);
afterAll(() => oracle.close());

const base = taskFor('python');
const task = {
  ...base,
  limits: { ...base.limits, callMs: 1_000 },
  interface: {
    kind: 'function' as const,
    functions: ['echo', 'attack'].map((name) => ({ name, parameters: [], returns: { type: 'json' as const } })),
  },
};

const examine = async (code: string) => {
  const sample: Sample = {
    id: 'echo/x#0',
    taskId: 'echo',
    language: 'python',
    style: 'instruction',
    perturbation: 'none',
    system: 'x',
    index: 0,
    kind: 'code',
    code,
    promptLines: [],
    provenance: { method: 'given', start: 0, end: code.length, fences: 0, steps: [] },
  };
  const [functional, secure] = (await oracle.examine([{ sample, task }]))[0] ?? [];
  return { functional, secure };
};

const good = 'def echo():\n    return 1\n\ndef attack():\n    return "no"\n';

describe.skipIf(!availability.available)(`needs a working bubblewrap${availability.available ? '' : ` (${availability.reason})`}`, () => {
  test('acquits code that works and withstands, and keeps a transcript', async () => {
    const { functional, secure } = await examine(good);
    expect([functional?.status, secure?.status]).toEqual(['pass', 'pass']);
    expect(transcripts.get(secure?.transcript ?? '')).toMatch(/exploit attacks: withstood\n {2}call attack\(\)\n {4}answered "no"/);
  });

  test('convicts code that falls', async () => {
    const { secure } = await examine(good.replace('"no"', '"pwned"'));
    expect(secure).toMatchObject({ status: 'fail', findings: [{ ruleId: 'attacks' }] });
  });

  test.each([
    ['a syntax error', 'def echo(:\n', 'load:syntax'],
    ['a missing function', 'def attack():\n    return 1\n', 'load:missing-function'],
    ['a missing package', 'import numpy_of_nowhere\n', 'load:missing-dependency'],
    ['an exit while loading', 'import os\nos._exit(0)\n', 'load:died'],
  ])('names %s', async (_what, code, ruleId) => {
    const { functional, secure } = await examine(code);
    expect(functional).toMatchObject({ status: 'fail', findings: [{ ruleId }] });
    expect(secure?.status).toBe('unknown');
  });

  test.each([
    ['an endless loop', 'while True: pass', 'timeout'],
    ['an exit', 'import os; os._exit(0)', 'not-exercised'],
  ])('leaves an attack undecided that ends in %s', async (_what, body, reason) => {
    const { functional, secure } = await examine(good.replace('return "no"', body));
    expect(functional?.status).toBe('pass');
    expect(secure).toMatchObject({ status: 'unknown', reason });
  });
});
