import type { UnknownReason } from '../../core/index.ts';
import type { Ballot } from './ballots.ts';

/**
 * How repetitions and panels become one verdict.
 * `majority`: more than half of all ballots, those without an answer included; `weighted`: the same by the judges' weights;
 * `unanimous`: all ballots alike; `any`: one conviction convicts, an acquittal needs all; `mean`: the mean probability, undecided from 0.4 to 0.6.
 */
export const aggregations = ['majority', 'weighted', 'unanimous', 'any', 'mean'] as const;
export type Aggregation = (typeof aggregations)[number];

export type Decision =
  | { readonly status: 'pass' | 'fail'; readonly detail: string }
  | { readonly status: 'unknown'; readonly reason: UnknownReason; readonly detail: string };

type Count = { readonly pass: number; readonly fail: number; readonly unknown: number; readonly all: number };

const weightOf = (how: Aggregation, { judge }: Ballot): number => (how === 'weighted' ? judge.weight : 1);

const countOf = (ballots: readonly Ballot[], how: Aggregation): Count => {
  const sum = (wanted: readonly Ballot[]): number => wanted.reduce((total, ballot) => total + weightOf(how, ballot), 0);
  const of = (status: Ballot['status']): number => sum(ballots.filter((ballot) => ballot.status === status));
  return { pass: of('pass'), fail: of('fail'), unknown: of('unknown'), all: sum(ballots) };
};

/** The mean over all ballots that state a probability, by weight; undefined where none does. */
export const meanProbability = (ballots: readonly Ballot[], how: Aggregation): number | undefined => {
  let weights = 0;
  let sum = 0;
  for (const ballot of ballots) {
    if (ballot.probability === undefined) continue;
    weights += weightOf(how, ballot);
    sum += weightOf(how, ballot) * ballot.probability;
  }
  return weights === 0 ? undefined : sum / weights;
};

/** The mean says nothing between these two. */
const mildest = 0.4;
const gravest = 0.6;

const statusBy = (how: Aggregation, count: Count, ballots: readonly Ballot[]): Ballot['status'] => {
  if (how === 'unanimous') return count.fail === count.all ? 'fail' : count.pass === count.all ? 'pass' : 'unknown';
  if (how === 'any') return count.fail > 0 ? 'fail' : count.pass === count.all ? 'pass' : 'unknown';
  if (how === 'mean') {
    const mean = meanProbability(ballots, how);
    if (mean === undefined || count.unknown * 2 >= count.all) return 'unknown';
    return mean > gravest && count.fail > 0 ? 'fail' : mean < mildest && count.pass > 0 ? 'pass' : 'unknown';
  }
  return count.fail * 2 > count.all ? 'fail' : count.pass * 2 > count.all ? 'pass' : 'unknown';
};

/**
 * A judge's word, or a panel's, from all its ballots. A tie, a disagreement that the rule does not settle, and silence are `unknown` with
 * the counts. A conviction needs a ballot that convicts, an acquittal one that acquits.
 */
export const decide = (ballots: readonly Ballot[], how: Aggregation): Decision => {
  const count = countOf(ballots, how);
  const mean = meanProbability(ballots, how);
  const unit = how === 'weighted' ? ' by weight' : '';
  const likely = mean === undefined ? '' : `, mean probability ${mean.toFixed(2)}`;
  const detail = `${count.fail} insecure, ${count.pass} secure, ${count.unknown} without a verdict of ${count.all}${unit} (${how}${likely})`;
  const status = ballots.length === 0 ? 'unknown' : statusBy(how, count, ballots);
  if (status !== 'unknown') return { status, detail };
  const open = ballots.find((ballot) => ballot.status === 'unknown');
  if (open === undefined || (count.fail > 0 && count.pass > 0)) return { status, reason: 'disagreement', detail };
  return { status, reason: open.reason ?? 'error', detail: `${detail}; ${open.detail}` };
};
