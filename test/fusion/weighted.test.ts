import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calibration, KeptStatus, LabelledSample, Verdict, VerdictStatus } from '../../src/core/index.ts';
import { dawidSkeneRule, type FusionRule, fuse, learned, weighted } from '../../src/fusion/index.ts';
import { judgeLabelled } from '../../src/metrics/calibration/rule-accuracy.ts';
import { entry, exploit, secure } from '../metrics/build.ts';

const tasks = [{ id: 'read-note', cwes: ['CWE-22'] as const }];

const sample = (at: number, truth: LabelledSample['truth'], verdicts: Readonly<Record<string, KeptStatus>>): LabelledSample => ({
  id: `s${at}`,
  task: `task-${at % 20}`,
  language: 'python',
  cwes: ['CWE-22'],
  label: truth,
  truth,
  verdicts,
});

/** A hundred samples of each kind; `sharp` is right 9 times of 10, `dull` convicts 6 of 10 whatever the truth, `backward` errs mostly. */
const calibration: Calibration = {
  calibrationVersion: 1,
  fathomVersion: '0',
  createdAt: '2026-01-01T00:00:00Z',
  source: 'labels',
  suites: [],
  oracles: ['backward', 'dull', 'sharp'].map((id) => ({ id, family: id, grade: 'reported', version: '1' })),
  accuracy: [],
  samples: Array.from({ length: 200 }, (_, at) => {
    const [truth, n] = [at < 100 ? ('insecure' as const) : ('secure' as const), at % 10];
    const [right, wrong] = truth === 'insecure' ? (['fail', 'pass'] as const) : (['pass', 'fail'] as const);
    return sample(at, truth, { sharp: n < 9 ? right : wrong, dull: n < 6 ? 'fail' : 'pass', backward: n < 8 ? wrong : right });
  }),
};

const ready = learned(weighted, { tasks, entries: [], calibration });
const ask = (rule: FusionRule, verdicts: readonly Verdict[], language: 'python' | 'go' = 'python') =>
  fuse(entry({ verdicts }), rule, { taskId: 'read-note', language }).secure;

describe('weighted', () => {
  it('goes by the oracle that is mostly right, against one that is not', () => {
    expect(ask(ready, [secure('sharp', 'pass'), secure('dull', 'fail')])).toMatchObject({ status: 'pass', because: ['sharp'] });
    expect(ask(ready, [secure('sharp', 'fail'), secure('dull', 'pass')]).status).toBe('fail');
  });

  it('says how likely the sample is insecure', () => {
    expect(ask(ready, [secure('sharp', 'fail')]).probability).toBeCloseTo(0.9, 1);
    expect(ask(ready, [secure('sharp', 'pass')]).probability).toBeCloseTo(0.1, 1);
  });

  it('does not turn the word of an oracle round that is worse than chance: it has no weight', () => {
    expect(ask(ready, [secure('backward', 'fail')])).toEqual({
      status: 'unknown',
      because: ['no vote whose accuracy was measured for this language'],
    });
  });

  it('is unknown in a language in which nothing was measured', () => {
    expect(ask(ready, [secure('sharp', 'pass')], 'go').status).toBe('unknown');
  });

  it('is unknown without a calibration, but for an exploit that succeeds', () => {
    expect(ask(weighted, [secure('sharp', 'pass')])).toEqual({ status: 'unknown', because: ['no calibration'] });
    expect(ask(weighted, [exploit('fail'), secure('sharp', 'pass')])).toMatchObject({ status: 'fail', because: ['exploits'] });
  });

  it('lets no acquittal outweigh an exploit that succeeds', () => {
    expect(ask(ready, [exploit('fail'), secure('sharp', 'pass')]).status).toBe('fail');
  });

  it('gives silence no weight, and does not acquit where the silent one could turn it', () => {
    const other = {
      ...calibration,
      oracles: [...calibration.oracles, { id: 'twin', family: 'twin', grade: 'reported' as const, version: '1' }],
    };
    const samples = other.samples.map((one) => ({ ...one, verdicts: { ...one.verdicts, twin: one.verdicts.sharp ?? 'unknown' } }));
    const rule = learned(weighted, { tasks, entries: [], calibration: { ...other, samples } });
    const alone = ask(rule, [secure('sharp', 'fail')]);
    expect(ask(rule, [secure('sharp', 'fail'), secure('twin', 'unknown')])).toEqual(alone);
    expect(ask(rule, [secure('sharp', 'pass'), secure('twin', 'unknown')])).toMatchObject({ status: 'unknown', because: ['twin'] });
  });

  it('counts witnesses on which an oracle has no vote: else every vote would be right', () => {
    const muted = calibration.samples.map((one) => ({
      ...one,
      verdicts: {
        sharp: one.verdicts.sharp === 'fail' && one.truth === 'secure' ? ('muted fail' as const) : (one.verdicts.sharp ?? 'unknown'),
      },
    }));
    const weigh = (source: Calibration['source']) =>
      ask(learned(weighted, { tasks, entries: [], calibration: { ...calibration, source, samples: muted } }), [secure('sharp', 'fail')])
        .probability;
    expect(weigh('witnesses')).toBeCloseTo(0.9, 1);
    expect(weigh('labels')).toBeGreaterThan(0.97);
  });
});

describe('judgeLabelled', () => {
  it('asks a rule that learns about tasks that it did not learn from', () => {
    // Each task has an oracle of its own that is always right there: known elsewhere, it would have weight.
    const ids = Array.from({ length: 20 }, (_, at) => `own-${at}`);
    const set: Calibration = {
      ...calibration,
      oracles: ids.map((id) => ({ id, family: id, grade: 'reported', version: '1' })),
      samples: calibration.samples.map((one, at) => ({
        ...one,
        verdicts: { [`own-${at % 20}`]: one.truth === 'insecure' ? ('fail' as const) : ('pass' as const) },
      })),
    };
    expect(judgeLabelled(weighted, set).filter(({ status }) => status !== 'unknown')).toEqual([]);
  });
});

const trained = (): FusionRule => {
  const entries = calibration.samples.flatMap(({ truth }, at) => {
    const said = (right: boolean): VerdictStatus => (right === (truth === 'insecure') ? 'fail' : 'pass');
    return Array.from({ length: 3 }, (_, copy) => {
      const n = at * 3 + copy;
      const votes = [
        secure('a', said(n % 7 !== 0)),
        secure('b', said(n % 5 !== 1)),
        secure('c', said(n % 4 !== 2)),
        secure('d', said(n % 11 !== 3)),
      ];
      return { kind: 'code' as const, language: 'python' as const, taskId: 'read-note', verdicts: votes };
    });
  });
  return learned(dawidSkeneRule, { tasks, entries });
};

describe('dawid-skene', () => {
  it('learns from the run whom to believe, and says what it learnt', () => {
    const rule = trained();
    expect(rule.notes?.[0]).toContain('python: 50 % insecure');
    expect(ask(rule, [secure('d', 'fail'), secure('c', 'pass')]).status).toBe('fail');
    expect(ask(rule, [secure('a', 'pass'), secure('d', 'pass')]).status).toBe('pass');
  });

  it('is unknown with the reason where the run does not tell', () => {
    const few = learned(dawidSkeneRule, { tasks, entries: [entry({ verdicts: [secure('a', 'pass'), secure('b', 'fail')] })] });
    expect(ask(few, [secure('a', 'pass')])).toEqual({
      status: 'unknown',
      because: ['not identifiable: 0 independent families both acquit and convict; at least 3 are needed'],
    });
    expect(ask(few, [exploit('fail')]).status).toBe('fail');
  });

  it('has learnt nothing before it saw a run', () => {
    expect(ask(dawidSkeneRule, [secure('a', 'pass')]).because).toEqual(['the accuracy of the oracles was not estimated from a run']);
  });
});

const status = fc.constantFrom<VerdictStatus>('pass', 'fail', 'unknown');
const rank = { fail: 0, unknown: 1, pass: 2 } as const;

describe.each([
  ['weighted', ready, ['sharp', 'dull', 'backward', 'stranger']],
  ['dawid-skene', trained(), ['a', 'b', 'c', 'd']],
] as const)('%s, having learnt', (_, rule, names) => {
  const drawn = fc.array(
    fc
      .record({ name: fc.constantFrom(...names), status, executed: fc.boolean() })
      .map(({ name, status: said, executed }) => (executed ? exploit(said, { family: `x-${name}` }) : secure(name, said))),
    { maxLength: 6 },
  );

  it('never gets better by turning a pass into a fail, nor passes without a pass', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), (given, at) => {
        const passes = given.flatMap((one, index) => (one.status === 'pass' ? [index] : []));
        const chosen = passes[at % Math.max(1, passes.length)];
        const worse = given.map((one, index) =>
          index === chosen ? secure(one.oracle, 'fail', { grade: one.grade, family: one.family }) : one,
        );
        expect(rank[ask(rule, worse).status]).toBeLessThanOrEqual(rank[ask(rule, given).status]);
        expect(
          ask(
            rule,
            given.filter((one) => one.status !== 'pass'),
          ).status,
        ).not.toBe('pass');
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not depend on the order of the verdicts, to the last bit', () => {
    fc.assert(
      fc.property(drawn, (given) => {
        expect(ask(rule, given.toReversed())).toEqual(ask(rule, given));
      }),
    );
  });
});
