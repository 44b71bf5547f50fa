import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Verdict, VerdictStatus } from '../../src/core/index.ts';
import { fusionRules } from '../../src/fusion/index.ts';
import type { IcebergStep } from '../../src/metrics/index.ts';
import { entry, exploit, functional, measured, secure, tests } from './build.ts';

const icebergOf = (entries: readonly Entry[], requested = entries.length): readonly IcebergStep[] =>
  measured(entries, { requested }, { claimedBy: { python: 'ruff' } }).systems[0]?.iceberg ?? [];
const stepOf = (entries: readonly Entry[], id: string): IcebergStep => {
  const step = icebergOf(entries).find((one) => one.id === id);
  if (step === undefined) throw new Error(`no step ${id}`);
  return step;
};
const barOf = (entries: readonly Entry[], id: string) => {
  const step = stepOf(entries, id);
  return step.measured ? step.measurement.value : undefined;
};

/** Ten samples that lose something at every step. */
const descent: readonly Entry[] = [
  entry({ index: 0, kind: 'empty' }),
  entry({ index: 1, kind: 'refusal' }),
  ...[
    [secure('ruff', 'fail'), secure('cppcheck', 'fail'), exploit('fail'), tests('pass')],
    [secure('ruff', 'pass'), secure('cppcheck', 'fail'), exploit('fail'), tests('pass')],
    [secure('ruff', 'pass'), secure('cppcheck', 'pass'), exploit('fail'), tests('pass')],
    [secure('ruff', 'pass'), secure('cppcheck', 'pass'), exploit('unknown'), tests('pass')],
    [secure('ruff', 'pass'), secure('cppcheck', 'pass'), exploit('pass'), tests('fail')],
    [secure('ruff', 'pass'), secure('cppcheck', 'pass'), exploit('pass'), tests('pass')],
    [secure('ruff', 'pass'), secure('cppcheck', 'pass'), exploit('pass'), tests('pass')],
    [secure('ruff', 'unknown'), secure('cppcheck', 'pass'), exploit('pass'), tests('pass')],
  ].map((verdicts, at) => entry({ index: at + 2, verdicts })),
];

describe('iceberg', () => {
  it('loses at each step what that step corrects', () => {
    const bars = icebergOf(descent).map((step) => [step.id, step.measured ? step.measurement.value : step.why]);
    expect(bars).toEqual([
      ['claimed', 7 / 8],
      ['all-samples', 0.7],
      ['analyzers', 0.5],
      ['judges', 'no judge was asked'],
      ['exploits', 0.3],
      ['functional', 0.2],
      ['worst-case', 'the run puts every prompt in its own wording only'],
      ['mutated', 'the run has no freshly mutated tasks'],
    ]);
  });

  it('claims a sample that the analyzer did not scan, as the literature does, and bounds it', () => {
    const step = stepOf(descent, 'claimed');
    expect(step.measured && step.measurement.bounds).toEqual({ low: 6 / 8, high: 7 / 8 });
  });

  it('counts only what is sure after the claim, and bounds it', () => {
    const step = stepOf(descent, 'exploits');
    expect(step.measured && step.measurement).toMatchObject({ unknown: 2, bounds: { low: 0.3, high: 0.5 } });
  });

  it('takes the claim’s word from the analyzer that is named for it', () => {
    const entries = [entry({ verdicts: [secure('ruff', 'fail'), secure('bandit', 'pass')] })];
    const bars = ['ruff', 'bandit'].map((python) => measured(entries, {}, { claimedBy: { python } }).systems[0]?.iceberg[0]);
    expect(bars.map((step) => step?.measured && step.measurement.value)).toEqual([0, 1]);
  });

  it('takes the claim’s word from somebody else’s analyzer before Fathom’s own', () => {
    const entries = [entry({ verdicts: [secure('static:ast-grep', 'fail'), secure('static:ruff', 'pass')] })];
    const [own] = measured([entry({ verdicts: [secure('static:ast-grep', 'fail')] })]).systems[0]?.iceberg ?? [];
    const [claim] = measured(entries).systems[0]?.iceberg ?? [];
    expect([claim, own].map((step) => step?.measured && step.measurement.value)).toEqual([1, 0]);
  });

  it('counts code that lacks a package in the claim, and lets no test acquit it', () => {
    const perfect = [secure('ruff', 'pass'), exploit('pass'), tests('pass')];
    const entries = [entry({ verdicts: perfect }), entry({ index: 1, kind: 'missing-dependency', verdicts: perfect })];
    expect(['claimed', 'analyzers', 'exploits', 'functional'].map((id) => barOf(entries, id))).toEqual([1, 1, 0.5, 0.5]);
    expect(measured(entries).systems[0]?.kinds).toMatchObject({ code: 1, 'missing-dependency': 1 });
  });

  it('names the claimed analyzer for each language, and where there is none', () => {
    const entries = [entry({ verdicts: [secure('ruff', 'pass')] }), entry({ language: 'c', verdicts: [exploit('pass')] })];
    expect(stepOf(entries, 'claimed').label).toContain('nothing for c, ruff for python');
  });

  it('hears the claimed analyzer where it has no vote', () => {
    const entries = [entry({ verdicts: [secure('ruff', 'pass', { muted: true }), exploit('fail')] })];
    expect([barOf(entries, 'claimed'), barOf(entries, 'exploits')]).toEqual([1, 0]);
  });

  it('does not hear other analyzers where they have no vote', () => {
    const verdicts = [secure('ruff', 'pass'), secure('bandit', 'fail', { muted: true })];
    expect(barOf([entry({ verdicts })], 'analyzers')).toBe(1);
  });

  it('has no claim without an analyzer, and says so', () => {
    expect(stepOf([entry({ verdicts: [exploit('pass')] })], 'claimed')).toMatchObject({
      measured: false,
      why: 'no static analyzer gave a verdict',
    });
  });

  it('counts imported test outcomes as exploits and functional tests, by name', () => {
    const verdicts = [
      secure('ruff', 'pass'),
      secure('imported:sallm', 'pass', { grade: 'witnessed' }),
      functional('imported:sallm', 'pass', { grade: 'witnessed' }),
    ];
    const entries = [entry({ verdicts })];
    expect(stepOf(entries, 'exploits').label).toContain('imported:sallm');
    expect(stepOf(entries, 'functional').label).toContain('imported:sallm');
    expect(barOf(entries, 'functional')).toBe(1);
  });

  it('drops a sample that nobody examined at the first step that examines', () => {
    const entries = [entry({ index: 0, verdicts: [secure('ruff', 'pass')] }), entry({ index: 1 })];
    expect([barOf(entries, 'all-samples'), barOf(entries, 'analyzers')]).toEqual([1, 0.5]);
  });

  it('shows no security where only function was tested', () => {
    expect(barOf([entry({ verdicts: [tests('pass')] })], 'functional')).toBe(0);
  });

  it('takes the worst wording of each prompt', () => {
    const perfect = [secure('ruff', 'pass'), exploit('pass'), tests('pass')];
    const broken = [secure('ruff', 'pass'), exploit('fail'), tests('pass')];
    const entries = [
      entry({ task: 'a', verdicts: perfect }),
      entry({ task: 'a', perturbation: 'synonyms', verdicts: broken }),
      entry({ task: 'b', verdicts: perfect }),
      entry({ task: 'b', perturbation: 'synonyms', verdicts: perfect }),
    ];
    expect([barOf(entries, 'functional'), barOf(entries, 'worst-case')]).toEqual([1, 0.5]);
  });
});

const status = fc.constantFrom<VerdictStatus>('pass', 'pass', 'fail', 'unknown');
const muted = fc.boolean().map((isMuted) => ({ muted: isMuted }));
const verdictsFrom = (claim: fc.Arbitrary<{ readonly muted?: boolean }>) =>
  fc
    .tuple(
      fc.option(fc.tuple(status, claim).map(([said, parts]) => secure('ruff', said, parts))),
      fc.option(fc.tuple(status, muted).map(([said, parts]) => secure('bandit', said, { family: 'ruff', ...parts }))),
      fc.option(fc.tuple(status, muted).map(([said, parts]) => secure('judge', said, { grade: 'opined', ...parts }))),
      fc.option(fc.tuple(status, muted).map(([said, parts]) => exploit(said, parts))),
      fc.option(fc.tuple(status, muted).map(([said, parts]) => tests(said, parts))),
    )
    .map((all): readonly Verdict[] => all.flatMap((one) => one ?? []));
const entriesFrom = (claim: fc.Arbitrary<{ readonly muted?: boolean }>) =>
  fc
    .array(
      fc.record({
        task: fc.constantFrom('a', 'b', 'c'),
        kind: fc.constantFrom('code', 'code', 'code', 'empty', 'unparsable'),
        verdicts: verdictsFrom(claim),
      }),
      { minLength: 1, maxLength: 14 },
    )
    .map((given) => given.map((one, index) => entry({ ...one, index })));

const barsOf = (entries: readonly Entry[], more: number) =>
  measured(entries, { requested: entries.length + more }, { resamples: 10, claimedBy: { python: 'ruff' } }).systems[0];

describe('iceberg, always', () => {
  it('has bars that never rise', () => {
    fc.assert(
      fc.property(entriesFrom(muted), fc.nat(5), (entries, more) => {
        const values = (barsOf(entries, more)?.iceberg ?? []).flatMap((step) => (step.measured ? (step.measurement.value ?? []) : []));
        values.forEach((value, at) => {
          expect(value).toBeLessThanOrEqual((values[at - 1] ?? 1) + 1e-12);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('ends at secure-pass@1 under the intersection of the votes, the claim being one of them', () => {
    fc.assert(
      fc.property(entriesFrom(fc.constant({})), fc.nat(5), (entries, more) => {
        const system = barsOf(entries, more);
        const last = system?.iceberg.find((step) => step.id === 'functional');
        const joint = system?.measurements.find((one) => one.metric === 'secure-pass@1');
        if (last?.measured !== true) return;
        expect(last.measurement.value).toBeCloseTo(joint?.value ?? -1, 12);
        expect(last.measurement.bounds?.low).toBeCloseTo(joint?.bounds?.low ?? -1, 12);
        expect(last.measurement.bounds?.high).toBeCloseTo(joint?.bounds?.high ?? -1, 12);
      }),
      { numRuns: 400 },
    );
  });

  it('ends no higher where the claim has no vote, and warns where it ends lower', () => {
    fc.assert(
      fc.property(entriesFrom(muted), (entries) => {
        const run = measured(entries, {}, { resamples: 10, claimedBy: { python: 'ruff' } });
        const last = run.systems[0]?.iceberg.find((step) => step.id === 'functional');
        const joint = run.systems[0]?.measurements.find((one) => one.metric === 'secure-pass@1')?.value ?? -1;
        if (last?.measured !== true) return;
        const value = last.measurement.value ?? -1;
        expect(value).toBeLessThanOrEqual(joint + 1e-12);
        expect(run.warnings.some((warning) => warning.code === 'claim-alone')).toBe(value < joint - 1e-12);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same under every fusion rule: it has its own', () => {
    const under = fusionRules.map((rule) => measured(descent, {}, { rule }).systems[0]?.iceberg);
    for (const iceberg of under) expect(iceberg).toEqual(under[0]);
  });
});
