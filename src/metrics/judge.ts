import type { Entry } from '../core/index.ts';
import { type FusionRule, fuseVotes, type Votes, votesOn } from '../fusion/index.ts';
import type { ClaimedBy } from './claim.ts';
import { disagreementOf } from './disagreement.ts';
import type { JudgedEntry } from './measurement.ts';
import { type Trace, traceOf } from './survival.ts';

export type Judged = { readonly samples: readonly JudgedEntry[]; readonly traces: ReadonlyMap<Entry, Trace> };

/**
 * The outcome of each entry, how far its votes differ, and what was said of it step by step, all from the same votes.
 * `listen` gets each sample with its votes, since reducing verdicts to votes costs more than most of what is done with them.
 */
export const judge = (
  entries: readonly Entry[],
  rule: FusionRule,
  claimedBy: ClaimedBy,
  listen?: (sample: JudgedEntry, votes: Votes) => void,
): Judged => {
  const traces = new Map<Entry, Trace>();
  const samples = entries.map((entry): JudgedEntry => {
    const votes = { functional: votesOn('functional', entry.verdicts), secure: votesOn('secure', entry.verdicts) };
    traces.set(entry, traceOf(entry, votes, claimedBy[entry.language]));
    const disagreement = disagreementOf(votes.secure);
    const outcome = fuseVotes(entry.kind, votes, rule, entry);
    const sample = disagreement === undefined ? { entry, outcome } : { entry, outcome, disagreement };
    listen?.(sample, votes);
    return sample;
  });
  return { samples, traces };
};
