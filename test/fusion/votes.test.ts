import { describe, expect, it } from 'vitest';
import { votesOn } from '../../src/fusion/index.ts';
import { secure, tests } from '../metrics/build.ts';

const family = 'bandit-rules';

describe('votesOn', () => {
  it('leaves out muted verdicts', () => {
    expect(votesOn('secure', [secure('ruff', 'fail', { muted: true })])).toEqual([]);
  });

  it('leaves out verdicts of the other axis', () => {
    expect(votesOn('secure', [tests('pass')])).toEqual([]);
  });

  it('gives each family one vote', () => {
    const votes = votesOn('secure', [secure('ruff', 'pass', { family }), secure('bandit', 'pass', { family }), secure('cppcheck', 'pass')]);
    expect(votes.map((vote) => vote.voters ?? [vote.oracle])).toEqual([['bandit', 'ruff'], ['cppcheck']]);
  });

  it('lets a fail within a family outweigh a pass and an unknown', () => {
    const [vote] = votesOn('secure', [
      secure('ruff', 'pass', { family }),
      secure('bandit', 'fail', { family }),
      secure('old-bandit', 'unknown', { family }),
    ]);
    expect(vote).toMatchObject({ status: 'fail', voters: ['bandit'] });
  });

  it('does not let a pass within a family fill the silence of a relative', () => {
    const [vote] = votesOn('secure', [secure('ruff', 'pass', { family }), secure('bandit', 'unknown', { family })]);
    expect(vote).toMatchObject({ status: 'unknown', voters: ['bandit'] });
  });

  it('gives a family that runs code as well as matching it a vote for each', () => {
    const votes = votesOn('secure', [secure('a', 'pass', { family, grade: 'witnessed' }), secure('b', 'fail', { family })]);
    expect(votes.map((vote) => [vote.status, vote.grade])).toEqual([
      ['pass', 'witnessed'],
      ['fail', 'reported'],
    ]);
  });

  it('gives a merged fail the strongest grade', () => {
    const [vote] = votesOn('secure', [secure('b', 'fail', { family, grade: 'opined' }), secure('a', 'fail', { family })]);
    expect(vote?.grade).toBe('reported');
  });
});
