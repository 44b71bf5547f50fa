import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Grade, Verdict, VerdictStatus } from '../../src/core/index.ts';
import { fuse, fusionRules } from '../../src/fusion/index.ts';
import { entry, functional, secure } from '../metrics/build.ts';

const status = fc.constantFrom<VerdictStatus>('pass', 'fail', 'unknown');
const grade = fc.constantFrom<Grade>('witnessed', 'reported', 'opined');
const verdict = fc
  .record({ axis: fc.boolean(), name: fc.nat(5), status, grade, family: fc.nat(3), muted: fc.boolean() })
  .map((drawn): Verdict => {
    const parts = { grade: drawn.grade, family: `family-${drawn.family}`, muted: drawn.muted };
    return (drawn.axis ? secure : functional)(`oracle-${drawn.name}`, drawn.status, parts);
  });
const verdicts = fc.array(verdict, { maxLength: 8 });
const rank = { fail: 0, unknown: 1, pass: 2 } as const;

describe.each(fusionRules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const outcomeOf = (given: readonly Verdict[]) => fuse(entry({ verdicts: given }), rule);
  const convict = (one: Verdict): Verdict =>
    (one.axis === 'secure' ? secure : functional)(one.oracle, 'fail', { grade: one.grade, family: one.family, muted: !one.voice.counts });

  it('never gets better by turning a pass into a fail', () => {
    fc.assert(
      fc.property(verdicts, fc.nat(), (given, at) => {
        const passes = given.flatMap((one, index) => (one.status === 'pass' ? [index] : []));
        const chosen = passes[at % Math.max(1, passes.length)];
        const worse = given.map((one, index) => (index === chosen ? convict(one) : one));
        const [before, after] = [outcomeOf(given), outcomeOf(worse)];
        expect(rank[after.secure.status]).toBeLessThanOrEqual(rank[before.secure.status]);
        expect(rank[after.functional.status]).toBeLessThanOrEqual(rank[before.functional.status]);
        expect(rank[after.joint]).toBeLessThanOrEqual(rank[before.joint]);
      }),
      { numRuns: 5_000 },
    );
  });

  it('does not depend on the order of the verdicts', () => {
    fc.assert(
      fc.property(
        verdicts.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          expect(outcomeOf(shuffled)).toEqual(outcomeOf(given));
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it('ignores muted verdicts', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        expect(outcomeOf(given)).toEqual(outcomeOf(given.filter((one) => one.voice.counts)));
      }),
    );
  });

  it('never passes an axis without a pass vote on it', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        const withoutPass = given.filter((one) => one.status !== 'pass');
        expect(outcomeOf(withoutPass).secure.status).not.toBe('pass');
        expect(outcomeOf(withoutPass).functional.status).not.toBe('pass');
      }),
    );
  });

  it('is unknown when all votes are unknown', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        const unknowns = given.filter((one) => one.status === 'unknown');
        expect(outcomeOf(unknowns).secure.status).toBe('unknown');
      }),
    );
  });

  it('always says why', () => {
    fc.assert(
      fc.property(verdicts, (given) => {
        const outcome = outcomeOf(given);
        expect(outcome.secure.because.length).toBeGreaterThan(0);
        expect(outcome.functional.because.length).toBeGreaterThan(0);
      }),
    );
  });
});
