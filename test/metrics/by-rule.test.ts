import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry, Grade, VerdictStatus } from '../../src/core/index.ts';
import { fusionRules, intersection, union } from '../../src/fusion/index.ts';
import { rulesListener } from '../../src/metrics/by-rule.ts';
import type { Cell } from '../../src/metrics/cell.ts';
import { resampler } from '../../src/metrics/resampler.ts';
import { tallyOf } from '../../src/metrics/tally.ts';
import { entry, exploit, measured, secure, tests } from './build.ts';

const statuses: readonly VerdictStatus[] = ['pass', 'fail', 'unknown'];
const grades: readonly Grade[] = ['reported', 'opined', 'witnessed'];
const status = fc.constantFrom(...statuses);

const anySample = fc.record({
  task: fc.constantFrom('a', 'b', 'c'),
  system: fc.constantFrom('one', 'two'),
  kind: fc.constantFrom('code', 'code', 'code', 'refusal', 'missing-dependency'),
  functional: status,
  harm: status,
  others: fc.array(
    fc.record({
      oracle: fc.constantFrom('ruff', 'bandit', 'gcc', 'judge'),
      status,
      grade: fc.constantFrom(...grades),
      muted: fc.boolean(),
    }),
    {
      maxLength: 4,
    },
  ),
});

const entriesOf = (samples: readonly (typeof anySample extends fc.Arbitrary<infer Sample> ? Sample : never)[]): readonly Entry[] =>
  samples.map(({ task, system, kind, functional, harm, others }, index) =>
    entry({
      ...{ task, system, index },
      kind: kind === 'refusal' || kind === 'missing-dependency' ? kind : 'code',
      verdicts: [
        tests(functional),
        exploit(harm),
        ...others.map(({ oracle, status: said, grade, muted }) =>
          secure(oracle, said, { grade, muted, ...(oracle === 'bandit' || oracle === 'ruff' ? { family: 'bandit-rules' } : {}) }),
        ),
      ],
    }),
  );

describe('what each fusion rule would say', () => {
  it.each(fusionRules.map((rule) => [rule.id, rule] as const))(
    'is for %s what the run says where that rule is in force',
    (id, rule) => {
      fc.assert(
        fc.property(fc.array(anySample, { minLength: 1, maxLength: 12 }), (samples) => {
          const entries = entriesOf(samples);
          const [inForce, beside] = [measured(entries, {}, { rule, resamples: 20 }), measured(entries, {}, { resamples: 20 })];
          const told = beside.rules.find((one) => one.id === id);
          const own = inForce.systems.map(({ system, measurements }) => ({
            system,
            secure: measurements.find(({ metric }) => metric === 'secure@1'),
            securePass: measurements.find(({ metric }) => metric === 'secure-pass@1'),
          }));
          expect(told?.systems.map(({ undecided: _, ...rest }) => rest)).toEqual(own);
        }),
        { numRuns: 40 },
      );
    },
    60_000,
  );

  it('says why a rule left samples open, the commonest reason first', () => {
    const open = (index: number, harm: VerdictStatus, ruff: VerdictStatus): Entry =>
      entry({ index, verdicts: [tests('pass'), exploit(harm), secure('ruff', ruff)] });
    const { rules } = measured([
      open(0, 'unknown', 'pass'),
      open(1, 'pass', 'unknown'),
      open(2, 'pass', 'unknown'),
      open(3, 'pass', 'pass'),
    ]);
    expect(rules.find(({ id }) => id === 'intersection')?.systems[0]?.undecided).toEqual([
      { because: 'ruff', count: 2 },
      { because: 'exploits', count: 1 },
    ]);
  });

  it('says of a rule that lacks what it needs why it can acquit nothing, and of no other', () => {
    const { rules } = measured([entry({ verdicts: [tests('pass'), exploit('pass')] })]);
    expect(rules.filter(({ why }) => why !== undefined).map(({ id, why }) => [id, why])).toEqual([
      ['weighted', 'no calibration'],
      ['dawid-skene', expect.stringContaining('not identifiable')],
    ]);
  });

  it('leaves intervals of rules that are not in force out where the draws would cost too much', () => {
    const tally = tallyOf([], 2, 'python');
    const cell = (taskId: string): Cell => {
      const { language, style, perturbation, system } = entry();
      return { taskId, language, style, perturbation, system, judged: [], missing: 2 };
    };
    const cells = [
      { cell: cell('a'), tally },
      { cell: cell('b'), tally },
    ];
    const withDraws = (resamples: number) => {
      const interval = { low: 0, high: 1, level: 0.95, method: 'task-bootstrap' } as const;
      const draws = { ...resampler({ seed: 1, level: 0.95, resamples }), interval: () => interval };
      const told = rulesListener(
        [
          { rule: intersection, learns: false },
          { rule: union, learns: false },
        ],
        'intersection',
      ).conclude([['one', cells]], draws);
      return told.map(({ systems }) => systems[0]?.securePass.interval !== undefined);
    };
    expect([withDraws(2_000), withDraws(100_000_000)]).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});
