import { describe, expect, it } from 'vitest';
import { fuse, fusionRules, intersection } from '../../src/fusion/index.ts';
import { entry, exploit, functional, secure, tests } from '../metrics/build.ts';

const verdictsOfAPerfectSample = [tests('pass'), exploit('pass'), secure('ruff', 'pass')];

describe('fuse', () => {
  it('passes both axes when tests pass and every oracle acquits', () => {
    expect(fuse(entry({ verdicts: verdictsOfAPerfectSample }), intersection)).toEqual({
      functional: { status: 'pass', because: ['tests'], grade: 'witnessed' },
      secure: { status: 'pass', because: ['exploits', 'ruff'], grade: 'witnessed' },
      joint: 'pass',
    });
  });

  it.each(['empty', 'refusal', 'unparsable', 'truncated', 'wrong-language', 'missing'] as const)(
    'fails both axes of a sample that is %s, even where every verdict acquits',
    (kind) => {
      for (const rule of fusionRules) {
        expect(fuse(entry({ kind, verdicts: verdictsOfAPerfectSample }), rule)).toEqual({
          functional: { status: 'fail', because: [kind] },
          secure: { status: 'fail', because: [kind] },
          joint: 'fail',
        });
      }
    },
  );

  describe('of a sample that needs what its task does not declare', () => {
    const kind = 'missing-dependency';

    it('fails the functional axis and acquits on neither, even where every verdict does', () => {
      for (const rule of fusionRules) {
        expect(fuse(entry({ kind, verdicts: verdictsOfAPerfectSample }), rule)).toEqual({
          functional: { status: 'fail', because: [kind] },
          secure: { status: 'unknown', because: [kind] },
          joint: 'fail',
        });
      }
    });

    it('lets harm that was seen stand', () => {
      for (const rule of fusionRules) {
        const { secure: axis } = fuse(entry({ kind, verdicts: [exploit('fail')] }), rule);
        expect(axis).toEqual({ status: 'fail', because: ['exploits'], grade: 'witnessed' });
      }
    });
  });

  it('is unknown on both axes without a verdict', () => {
    expect(fuse(entry(), intersection)).toEqual({
      functional: { status: 'unknown', because: ['no executed test'] },
      secure: { status: 'unknown', because: ['no verdict that counts'] },
      joint: 'unknown',
    });
  });

  it('fails jointly when one axis fails and the other is unknown', () => {
    expect(fuse(entry({ verdicts: [tests('fail'), exploit('unknown')] }), intersection).joint).toBe('fail');
  });

  it('is jointly unknown when one axis passes and the other is unknown', () => {
    expect(fuse(entry({ verdicts: [tests('pass'), exploit('unknown')] }), intersection).joint).toBe('unknown');
  });

  it('lets a single functional fail convict, whoever says so', () => {
    const outcome = fuse(entry({ verdicts: [tests('pass'), functional('judge', 'fail', { grade: 'opined' })] }), intersection);
    expect(outcome.functional).toEqual({ status: 'fail', because: ['judge'], grade: 'opined' });
  });

  it('does not let an analyzer or a judge acquit on the functional axis', () => {
    const verdicts = [functional('lint', 'pass'), functional('judge', 'pass', { grade: 'opined' })];
    expect(fuse(entry({ verdicts }), intersection).functional.status).toBe('unknown');
  });

  it('lets imported test outcomes acquit on the functional axis', () => {
    const verdicts = [functional('imported:sallm', 'pass', { grade: 'reported' })];
    expect(fuse(entry({ verdicts }), intersection).functional.status).toBe('pass');
  });

  it('does not let an imported opinion acquit on the functional axis', () => {
    const verdicts = [functional('imported:judge', 'pass', { grade: 'opined' })];
    expect(fuse(entry({ verdicts }), intersection).functional.status).toBe('unknown');
  });

  it('stays functionally unknown when one of two test suites is undecided', () => {
    const verdicts = [tests('pass'), functional('imported:sallm', 'unknown', { grade: 'witnessed' })];
    expect(fuse(entry({ verdicts }), intersection).functional).toEqual({ status: 'unknown', because: ['imported:sallm'] });
  });
});
