import { describe, expect, it } from 'vitest';
import type { Entry, Manifest } from '../../src/core/index.ts';
import { entry, exploit, measured, oracleFacts, samplesOf, secure, tests } from './build.ts';

const warningsOf = (entries: readonly Entry[], manifest: Partial<Manifest> = {}, ks: readonly number[] = [1]) =>
  measured(entries, manifest, { ks }).warnings.map((warning) => warning.code);
const many = (count: number, verdicts: Entry['verdicts']) => Array.from({ length: count }, (_, index) => entry({ index, verdicts }));
const healthOf = (entries: readonly Entry[], oracle: string, manifest: Partial<Manifest> = {}) =>
  measured(entries, manifest).health.find((one) => one.oracle === oracle);

describe('measure', () => {
  it('names the fusion rule in force', () => {
    expect(measured(samplesOf('a', 'pp')).fusion.id).toBe('intersection');
  });

  it('keeps every entry with its outcome', () => {
    expect(measured(samplesOf('a', 'pp pf')).samples.map((one) => one.outcome.joint)).toEqual(['pass', 'fail']);
  });

  it('lists a system of the manifest that has no sample, without a value', () => {
    const run = measured([], { systems: [{ id: 'silent', model: 'silent', method: 'direct' }], requested: 0 });
    expect(run.systems[0]?.measurements.map((one) => [one.metric, one.value, one.n])).toEqual([
      ['pass@1', undefined, 0],
      ['secure@1', undefined, 0],
      ['secure-pass@1', undefined, 0],
      ['secure@1_pass', undefined, 0],
    ]);
  });

  it('counts kinds, missing samples among them', () => {
    const entries = [...samplesOf('a', 'pp pf'), entry({ task: 'a', index: 2, kind: 'refusal' })];
    expect(measured(entries, { requested: 5 }).systems[0]?.kinds).toEqual({ code: 2, refusal: 1, missing: 2 });
  });

  it('adds up costs where they are known, and has none where none is', () => {
    const costs = measured([entry({ costUsd: 0.5 }), entry({ index: 1, costUsd: 0.25 }), entry({ index: 2 })]).systems[0];
    expect(costs?.costUsd).toBe(0.75);
    expect(measured([entry()]).systems[0]).not.toHaveProperty('costUsd');
  });

  it('keeps perturbed prompts out of the rates', () => {
    const entries = [...samplesOf('a', 'pp'), ...samplesOf('a', 'pf pf', { perturbation: 'synonyms' })];
    expect(measured(entries).systems[0]?.measurements.find((one) => one.metric === 'secure-pass@1')).toMatchObject({
      value: 1,
      samples: 1,
    });
  });

  it('takes as the claim the analyzer that decided most samples of a language, muted or not', () => {
    const entries = [
      entry({ index: 0, verdicts: [secure('bandit', 'unknown'), secure('ruff', 'pass', { muted: true })] }),
      entry({ index: 1, verdicts: [secure('bandit', 'pass'), secure('ruff', 'fail', { muted: true }), exploit('pass')] }),
    ];
    expect(measured(entries).claimedBy).toEqual({ python: 'ruff' });
  });
});

describe('the usual claim', () => {
  it('is never an exploit’s or a judge’s', () => {
    const verdicts = [exploit('pass'), secure('judge', 'pass', { grade: 'opined' }), secure('ruff', 'fail')];
    const undecided = [exploit('pass'), secure('judge', 'pass', { grade: 'opined' }), secure('ruff', 'unknown')];
    expect(measured([entry({ index: 0, verdicts }), entry({ index: 1, verdicts: undecided })]).claimedBy).toEqual({ python: 'ruff' });
  });
});

describe('breakdowns', () => {
  const entries = [
    ...samplesOf('a', 'pp pp'),
    ...samplesOf('b', 'pf pf', { language: 'c' }),
    entry({ task: 'c', style: 'completion', kind: 'empty' }),
  ];
  const tasks = [
    { id: 'a', suite: 's', title: 'a', cwes: ['CWE-79', 'CWE-20'] as const, languages: ['python'] as const, hash: 'a' },
    { id: 'b', suite: 's', title: 'b', cwes: ['CWE-79'] as const, languages: ['c'] as const, hash: 'b' },
  ];
  const groups = (by: string) =>
    measured(entries, { tasks })
      .breakdowns.find((one) => one.by === by)
      ?.cells.map((cell) => [cell.group, cell.measurement.value]);

  it('puts a task in each of its CWEs, in numeric order', () => {
    expect(groups('cwe')).toEqual([
      ['CWE-20', 1],
      ['CWE-79', 0.5],
    ]);
  });
  it('splits by language', () => {
    expect(groups('language')).toEqual([
      ['c', 0],
      ['python', 0.5],
    ]);
  });
  it('splits by style', () => {
    expect(groups('style')).toEqual([
      ['completion', 0],
      ['instruction', 0.5],
    ]);
  });
  it('splits by task', () => {
    expect(groups('task')).toEqual([
      ['a', 1],
      ['b', 0],
      ['c', 0],
    ]);
  });
  it('gives the share of each kind of sample', () => {
    expect(groups('kind')?.map(([kind]) => kind)).toEqual(['code', 'empty']);
    expect(groups('kind')?.[1]?.[1]).toBeCloseTo(1 / 3, 12);
  });
});

describe('oracle health', () => {
  it('counts verdicts, muted ones and unknowns by reason', () => {
    const entries = [
      entry({ index: 0, verdicts: [secure('ruff', 'pass')] }),
      entry({ index: 1, verdicts: [secure('ruff', 'fail', { muted: true })] }),
      entry({ index: 2, verdicts: [secure('ruff', 'unknown')] }),
    ];
    expect(healthOf(entries, 'ruff')).toMatchObject({ verdicts: 3, pass: 1, fail: 1, unknown: 1, muted: 1, unknownBy: { timeout: 1 } });
  });

  it('adds up systems', () => {
    const entries = ['x', 'y'].map((system) => entry({ system, verdicts: [secure('ruff', 'unknown')] }));
    expect(healthOf(entries, 'ruff')).toMatchObject({ verdicts: 2, unknownBy: { timeout: 2 } });
  });

  it('keeps the two axes of one oracle apart', () => {
    const verdicts = [secure('imported:x', 'pass'), { ...tests('pass'), oracle: 'imported:x' }];
    expect(measured([entry({ verdicts })]).health.map((one) => one.axis)).toEqual(['functional', 'secure']);
  });

  it('alarms of an oracle that says the same of ten samples', () => {
    expect(healthOf(many(10, [secure('ruff', 'pass')]), 'ruff')?.alarms).toEqual(['never-varies']);
  });

  it('does not alarm of an oracle that says the same of nine', () => {
    expect(healthOf(many(9, [secure('ruff', 'pass')]), 'ruff')?.alarms).toEqual([]);
  });

  it('alarms of an oracle that leaves more than half undecided', () => {
    const entries = [...many(2, [secure('ruff', 'unknown')]), entry({ index: 2, verdicts: [secure('ruff', 'pass')] })];
    expect(healthOf(entries, 'ruff')?.alarms).toEqual(['mostly-unknown']);
  });

  it('alarms of failed controls, absence and silence', () => {
    const oracles = [
      oracleFacts('bandit', { state: 'broken', controls: [{ language: 'python', knownBadFound: false, knownGoodClean: true }] }),
      oracleFacts('semgrep', { state: 'absent', problem: 'not on PATH' }),
      oracleFacts('ruff'),
      oracleFacts('cppcheck', { languages: ['c'] }),
    ];
    const alarms = measured([entry()], { oracles }).health.map((one) => [one.oracle, one.alarms]);
    expect(alarms).toEqual([
      ['bandit', ['controls-failed', 'broken']],
      ['cppcheck', []],
      ['ruff', ['silent']],
      ['semgrep', ['absent']],
    ]);
  });
});

describe('agreement', () => {
  const entries = [
    entry({ index: 0, verdicts: [secure('a', 'pass'), secure('b', 'pass')] }),
    entry({ index: 1, verdicts: [secure('b', 'fail'), secure('a', 'pass')] }),
    entry({ index: 2, verdicts: [secure('a', 'fail'), secure('b', 'fail', { muted: true })] }),
    entry({ index: 3, verdicts: [secure('a', 'unknown'), secure('b', 'pass')] }),
    entry({ index: 4, verdicts: [secure('a', 'pass')] }),
    entry({ index: 5, kind: 'empty', verdicts: [secure('a', 'pass'), secure('b', 'pass')] }),
    entry({ index: 6, language: 'c', verdicts: [secure('b', 'pass')] }),
  ];

  it('counts the samples on which both decide, muted or not, and those on which one does not', () => {
    expect(measured(entries).agreement).toMatchObject([
      {
        axis: 'secure',
        left: 'a',
        right: 'b',
        counts: { bothPass: 1, leftPassRightFail: 1, leftFailRightPass: 0, bothFail: 1 },
        notComparable: 2,
      },
    ]);
  });

  it('has no pair of oracles that never met', () => {
    const apart = [entry({ verdicts: [secure('a', 'pass')] }), entry({ language: 'c', verdicts: [secure('b', 'pass')] })];
    expect(measured(apart).agreement).toEqual([]);
  });

  it('has counts and no kappa where both are constant', () => {
    const [pair] = measured([entry({ verdicts: [secure('a', 'pass'), secure('b', 'pass')] })]).agreement;
    expect(pair).not.toHaveProperty('kappa');
    expect(pair?.percent).toBe(1);
  });
});

describe('warnings', () => {
  const twoFamilies = [secure('ruff', 'pass'), exploit('pass'), tests('pass')];

  it('warns of undecided samples, with their number', () => {
    const run = measured(samplesOf('a', 'pp pu'));
    expect(run.warnings.find((one) => one.code === 'unknown-share')?.message).toContain('1 of 2 samples (50.0 %)');
  });
  it('repeats what a system says of itself', () => {
    const systems = [{ id: 'model', model: 'scripted', method: 'direct', note: 'scripted: plays the witnesses' }];
    expect(measured([entry({ verdicts: twoFamilies })], { systems }).warnings[0]).toEqual({
      code: 'system-note',
      message: 'model: scripted: plays the witnesses',
    });
  });
  it('warns of missing, surplus and doubled samples', () => {
    expect(warningsOf(samplesOf('a', 'pp'), { requested: 2 })).toContain('missing-samples');
    expect(warningsOf(samplesOf('a', 'pp pp'), { requested: 1 })).toContain('surplus-samples');
    expect(warningsOf([entry(), entry()])).toContain('duplicate-samples');
  });
  it('warns where security rests on one engine family', () => {
    expect(
      warningsOf([entry({ verdicts: [secure('ruff', 'pass', { family: 'f' }), secure('bandit', 'pass', { family: 'f' })] })]),
    ).toContain('single-family');
    expect(warningsOf([entry({ verdicts: twoFamilies })])).not.toContain('single-family');
  });
  it('warns where k exceeds n', () => {
    expect(warningsOf(samplesOf('a', 'pp pf'), {}, [1, 5])).toContain('k-exceeds-n');
    expect(warningsOf(samplesOf('a', 'pp pf'), {}, [1, 2])).not.toContain('k-exceeds-n');
  });
  it('warns of fewer than ten tasks', () => {
    const tasks = (count: number) => Array.from({ length: count }, (_, at) => entry({ task: `t${at}`, verdicts: twoFamilies }));
    expect(warningsOf(tasks(9))).toContain('few-tasks');
    expect(warningsOf(tasks(10))).not.toContain('few-tasks');
  });
  it('warns of absent, constant and broken oracles', () => {
    const oracles = [oracleFacts('semgrep', { state: 'absent', problem: 'not on PATH' }), oracleFacts('bandit', { state: 'broken' })];
    expect(warningsOf(many(10, [secure('ruff', 'pass')]), { oracles })).toEqual(
      expect.arrayContaining(['oracle-absent', 'oracle-broken', 'constant-oracle']),
    );
  });
});
