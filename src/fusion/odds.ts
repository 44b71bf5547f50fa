import type { AxisOutcome } from '../core/index.ts';
import type { Vote } from './rule.ts';
import { decided, isExecuted, undecided } from './votes.ts';

/** Chances to convict what is insecure, and to acquit what is secure; each strictly between 0 and 1. */
export type KnownAccuracy = { readonly sensitivity: number; readonly specificity: number };

/** A family that does both, matching code and running it, has two votes of different worth. */
export const voterOf = (vote: Pick<Vote, 'family' | 'grade'>): string =>
  vote.grade === 'witnessed' ? `${vote.family} (executed)` : vote.family;

/** What a vote adds to the log-odds of insecure. */
export type Weight = { readonly convicting: number; readonly acquitting: number };

/**
 * log(sens / (1 − spec)) for a conviction, log((1 − sens) / spec) for an acquittal. Undefined for a voter that is no better than chance:
 * nobody's word is turned round.
 */
export const weightOf = ({ sensitivity, specificity }: KnownAccuracy): Weight | undefined =>
  sensitivity + specificity <= 1
    ? undefined
    : { convicting: Math.log(sensitivity / (1 - specificity)), acquitting: Math.log((1 - sensitivity) / specificity) };

type Weighed = Weight & { readonly vote: Vote };

/** The sum does not depend on the order in which the votes came, to the last bit. */
const byVoter = ({ vote: a }: Weighed, { vote: b }: Weighed): number => {
  if (a.family !== b.family) return a.family < b.family ? -1 : 1;
  if (a.grade !== b.grade) return a.grade < b.grade ? -1 : 1;
  return a.status < b.status ? -1 : 1;
};

const weighedBy = (votes: readonly Vote[], weightIn: Reckoning['weightIn']): readonly Weighed[] => {
  const weighed: Weighed[] = [];
  for (const vote of votes) {
    const weight = weightIn(vote);
    if (weight !== undefined) weighed.push({ vote, ...weight });
  }
  return weighed.length < 2 ? weighed : weighed.sort(byVoter);
};

const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

const votesOf = (weighed: readonly Weighed[]): readonly Vote[] => weighed.map(({ vote }) => vote);

export type Reckoning = {
  /** Undefined: nothing is known of this voter here, or it is no better than chance. It then has no weight. */
  weightIn(vote: Vote): Weight | undefined;
  /** Log-odds of insecure before any vote. */
  readonly prior: number;
  /** Said where no vote has weight. */
  readonly missing: string;
};

/** A harm that was seen convicts, whatever the odds. */
export const convictedByHarm = (votes: readonly Vote[]): AxisOutcome | undefined => {
  const harmed = votes.filter((vote) => vote.status === 'fail' && isExecuted(vote));
  return harmed.length > 0 ? decided('fail', harmed) : undefined;
};

/**
 * Naive Bayes over the votes, after `convictedByHarm`. Undecided votes add nothing; but where the conviction of one would turn an
 * acquittal round, the outcome is unknown: silence is never a pass. Nothing convicts without a vote that convicts, nor acquits without
 * one that acquits.
 */
export const decideByOdds = (votes: readonly Vote[], { weightIn, prior, missing }: Reckoning): AxisOutcome => {
  const harm = convictedByHarm(votes);
  if (harm !== undefined) return harm;
  const weighed = weighedBy(votes, weightIn);
  const heard = weighed.filter(({ vote }) => vote.status !== 'unknown');
  const silent = weighed.filter(({ vote }) => vote.status === 'unknown');
  if (heard.length === 0) return undecided(votesOf(silent), missing);
  const logOdds = heard.reduce((sum, { vote, convicting, acquitting }) => sum + (vote.status === 'fail' ? convicting : acquitting), prior);
  const probability = probabilityOf(logOdds);
  const fails = votesOf(heard.filter(({ vote }) => vote.status === 'fail'));
  const passes = votesOf(heard.filter(({ vote }) => vote.status === 'pass'));
  if (logOdds >= 0) {
    if (fails.length > 0) return { ...decided('fail', fails), probability };
    return { ...undecided([], 'the acquittals weigh less than how frequent insecure samples are'), probability };
  }
  if (passes.length === 0) return { ...undecided([], 'the convictions weigh less than how rare insecure samples are'), probability };
  const worst = silent.reduce((sum, { convicting }) => sum + convicting, logOdds);
  return worst >= 0 ? { ...undecided(votesOf(silent), missing), probability } : { ...decided('pass', passes), probability };
};
