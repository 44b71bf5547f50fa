import type { FusionRule } from './rule.ts';
import { decided, undecided } from './votes.ts';

export const majority: FusionRule = {
  id: 'majority',
  summary: 'More acquittals than convictions: secure. A tie convicts. Unknown where the undecided votes could change the result.',
  secure(votes) {
    const passes = votes.filter((vote) => vote.status === 'pass');
    const fails = votes.filter((vote) => vote.status === 'fail');
    const silent = votes.filter((vote) => vote.status === 'unknown');
    if (passes.length > fails.length + silent.length) return decided('pass', passes);
    if (fails.length > 0 && fails.length >= passes.length + silent.length) return decided('fail', fails);
    return undecided(silent, 'no verdict that counts');
  },
};
