import type { AxisOutcome, Entry, Outcome, SampleKind } from '../core/index.ts';
import { decideFunctional } from './functional.ts';
import type { FusionRule, Subject, Vote } from './rule.ts';
import { votesOn } from './votes.ts';

/** Kleene's conjunction: a fail decides, a pass needs both. */
const both = (left: AxisOutcome['status'], right: AxisOutcome['status']): AxisOutcome['status'] => {
  if (left === 'fail' || right === 'fail') return 'fail';
  return left === 'pass' && right === 'pass' ? 'pass' : 'unknown';
};

export type Votes = { readonly functional: readonly Vote[]; readonly secure: readonly Vote[] };

/**
 * Code that needs what its task does not declare does not work, whatever this machine happens to have. Harm that was seen stands;
 * that none was seen means nothing.
 */
const withoutDependency = (kind: SampleKind, secure: AxisOutcome): Outcome => ({
  functional: { status: 'fail', because: [kind] },
  secure: secure.status === 'fail' ? secure : { status: 'unknown', because: [kind] },
  joint: 'fail',
});

/** `fuse`, for votes that are already reduced by `votesOn`. */
export const fuseVotes = (kind: SampleKind, votes: Votes, rule: FusionRule, subject?: Subject): Outcome => {
  if (kind === 'missing-dependency') return withoutDependency(kind, rule.secure(votes.secure, subject));
  if (kind !== 'code') {
    const failed: AxisOutcome = { status: 'fail', because: [kind] };
    return { functional: failed, secure: failed, joint: 'fail' };
  }
  const functional = decideFunctional(votes.functional);
  const secure = rule.secure(votes.secure, subject);
  return { functional, secure, joint: both(functional.status, secure.status) };
};

/**
 * What is to be held of one sample. A sample that holds no code fails both axes because of its kind, whatever its verdicts:
 * it does not work, and nobody may call it secure. A rule that learns must have learned (`learned`), and wants to know the subject.
 */
export const fuse = (entry: Pick<Entry, 'kind' | 'verdicts'>, rule: FusionRule, subject?: Subject): Outcome =>
  fuseVotes(entry.kind, { functional: votesOn('functional', entry.verdicts), secure: votesOn('secure', entry.verdicts) }, rule, subject);
