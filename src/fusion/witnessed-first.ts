import type { FusionRule } from './rule.ts';
import { decided, isExecuted, undecided } from './votes.ts';

export const witnessedFirst: FusionRule = {
  id: 'witnessed-first',
  summary:
    'An exploit that succeeds convicts whatever others say, and only executed exploits acquit, alarms of analyzers notwithstanding. Where they did not decide, an alarm convicts and silence stays unknown.',
  secure(votes) {
    const executed = votes.filter(isExecuted);
    const harmed = executed.filter((vote) => vote.status === 'fail');
    if (harmed.length > 0) return decided('fail', harmed);
    const silent = executed.filter((vote) => vote.status === 'unknown');
    if (executed.length > 0 && silent.length === 0) return decided('pass', executed);
    const alarms = votes.filter((vote) => vote.status === 'fail');
    if (alarms.length > 0) return decided('fail', alarms);
    return undecided(silent, 'no executed exploit');
  },
};
