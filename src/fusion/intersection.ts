import type { FusionRule } from './rule.ts';
import { decided, undecided } from './votes.ts';

export const intersection: FusionRule = {
  id: 'intersection',
  summary:
    'Secure only if every vote that counts acquits, and at least one does. A single fail convicts; a single unknown leaves it unknown.',
  secure(votes) {
    const fails = votes.filter((vote) => vote.status === 'fail');
    if (fails.length > 0) return decided('fail', fails);
    const silent = votes.filter((vote) => vote.status === 'unknown');
    if (votes.length === 0 || silent.length > 0) return undecided(silent, 'no verdict that counts');
    return decided('pass', votes);
  },
};
