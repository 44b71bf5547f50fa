import type { AxisOutcome } from '../core/index.ts';
import type { Vote } from './rule.ts';
import { decided, isExecuted, undecided } from './votes.ts';

/** Chances to convict what is insecure, and to acquit what is secure; each strictly between 0 and 1. */
export type KnownAccuracy = { readonly sensitivity: number; readonly specificity: number };

/** A family that does both, matching code and running it, has two votes of different worth. */
export const voterOf = (vote: Pick<Vote, 'family' | 'grade'>): string =>
  vote.grade === 'witnessed' ? `${vote.family} (executed)` : vote.family;

type Weighed = { readonly vote: Vote; readonly convicting: number; readonly acquitting: number };

/** What a vote adds to the log-odds of insecure: log(sens / (1 − spec)) for a conviction, log((1 − sens) / spec) for an acquittal. */
const weigh = (vote: Vote, { sensitivity, specificity }: KnownAccuracy): Weighed => ({
  vote,
  convicting: Math.log(sensitivity / (1 - specificity)),
  acquitting: Math.log((1 - sensitivity) / specificity),
});

/** The sum does not depend on the order in which the votes came, to the last bit. */
const inOrder = (votes: readonly Vote[]): readonly Vote[] =>
  [...votes].sort((a, b) => (`${voterOf(a)} ${a.status}` < `${voterOf(b)} ${b.status}` ? -1 : 1));

const probabilityOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

export type Reckoning = {
  /** Undefined: nothing is known of this voter here, or it is no better than chance. It then has no weight. */
  accuracyOf(vote: Vote): KnownAccuracy | undefined;
  /** Log-odds of insecure before any vote. */
  readonly prior: number;
  /** Said where no vote has weight. */
  readonly missing: string;
};

/**
 * Naive Bayes over the votes. A harm that was seen convicts, whatever the odds. Undecided votes add nothing; but where the conviction of
 * one would turn an acquittal round, the outcome is unknown: silence is never a pass. Nothing convicts without a vote that convicts,
 * nor acquits without one that acquits.
 */
export const decideByOdds = (votes: readonly Vote[], { accuracyOf, prior, missing }: Reckoning): AxisOutcome => {
  const harmed = votes.filter((vote) => isExecuted(vote) && vote.status === 'fail');
  if (harmed.length > 0) return decided('fail', harmed);
  const weighed = inOrder(votes).flatMap((vote): readonly Weighed[] => {
    const accuracy = accuracyOf(vote);
    if (accuracy === undefined || accuracy.sensitivity + accuracy.specificity <= 1) return [];
    return [weigh(vote, accuracy)];
  });
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

const votesOf = (weighed: readonly Weighed[]): readonly Vote[] => weighed.map(({ vote }) => vote);
