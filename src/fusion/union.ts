import type { FusionRule } from './rule.ts';
import { decided, undecided } from './votes.ts';

export const union: FusionRule = {
  id: 'union',
  summary:
    'United are the acquittals: secure if at least one vote acquits, insecure only if every decided vote convicts. The most lenient rule (uniting the alarms is `intersection`).',
  secure(votes) {
    const passes = votes.filter((vote) => vote.status === 'pass');
    if (passes.length > 0) return decided('pass', passes);
    const fails = votes.filter((vote) => vote.status === 'fail');
    if (fails.length > 0) return decided('fail', fails);
    return undecided(votes, 'no verdict that counts');
  },
};
