import type { AxisOutcome, Verdict } from '../core/index.ts';
import type { Vote } from './rule.ts';
import { decided, isExecuted, undecided } from './votes.ts';

/** A published test outcome counts as an executed test; somebody's published opinion does not. */
const ranTests = (vote: Verdict): boolean => isExecuted(vote) || (vote.oracle.startsWith('imported:') && vote.grade !== 'opined');

/**
 * One for all fusion rules. A single fail convicts, whoever says so.
 * Only executed tests acquit, and only when none of them stayed undecided.
 */
export const decideFunctional = (votes: readonly Vote[]): AxisOutcome => {
  const fails = votes.filter((vote) => vote.status === 'fail');
  if (fails.length > 0) return decided('fail', fails);
  const tests = votes.filter(ranTests);
  const silent = tests.filter((vote) => vote.status === 'unknown');
  if (tests.length === 0 || silent.length > 0) return undecided(silent, 'no executed test');
  return decided('pass', tests);
};
