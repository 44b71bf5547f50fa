import { type Entry, type Grade, holdsCode, type VerdictStatus } from '../core/index.ts';
import { decideFunctional, type Vote } from '../fusion/index.ts';
import type { Census } from './census.ts';
import type { ClaimedBy } from './claim.ts';

/** The steps of the iceberg that ask each sample on its own, in order. */
export const sampleSteps = ['claimed', 'all-samples', 'analyzers', 'judges', 'exploits', 'functional'] as const;
export type SampleStep = (typeof sampleSteps)[number];

type VotingStep = 'analyzers' | 'judges' | 'exploits' | 'functional';

/** What was said of one sample at each step. `claim` is heard whether or not it counts in fusion. */
export type Trace = Readonly<Record<VotingStep, VerdictStatus>> & {
  readonly isCode: boolean;
  readonly claim: VerdictStatus;
  /** Some vote that counts was cast on the secure axis. */
  readonly examined: boolean;
};

/** Whether a sample is still there after a step; `sure` and `perhaps` are the bounds over what is undecided. */
export type Standing = { readonly counted: boolean; readonly sure: boolean; readonly perhaps: boolean };

const stepOfGrade: Readonly<Record<Grade, VotingStep>> = { reported: 'analyzers', opined: 'judges', witnessed: 'exploits' };

/** A fail outweighs an unknown, an unknown a pass. */
const worse = (left: VerdictStatus, right: VerdictStatus): VerdictStatus => {
  if (left === 'fail' || right === 'fail') return 'fail';
  return left === 'unknown' || right === 'unknown' ? 'unknown' : 'pass';
};

const claimOf = (entry: Entry, analyzer: string | undefined): VerdictStatus =>
  analyzer === undefined
    ? 'unknown'
    : (entry.verdicts.find((verdict) => verdict.axis === 'secure' && verdict.oracle === analyzer)?.status ?? 'unknown');

/** What the votes on a sample said, step by step; an analyzer of the claim that said nothing of it is `unknown`. */
export const traceOf = (
  entry: Entry,
  votes: { readonly functional: readonly Vote[]; readonly secure: readonly Vote[] },
  analyzer: string | undefined,
): Trace => {
  const said: Record<VotingStep, VerdictStatus> = { analyzers: 'pass', judges: 'pass', exploits: 'pass', functional: 'pass' };
  for (const vote of votes.secure) {
    const step = stepOfGrade[vote.grade];
    said[step] = worse(said[step], vote.status);
  }
  const { analyzers, judges, exploits } = said;
  const functional = decideFunctional(votes.functional).status;
  const claim = claimOf(entry, analyzer);
  const trace = { analyzers, judges, exploits, functional, isCode: holdsCode(entry.kind), claim, examined: votes.secure.length > 0 };
  if (entry.kind !== 'missing-dependency') return trace;
  // As in fusion: it does not work, and tests that ran all the same acquit it of nothing.
  return { ...trace, exploits: exploits === 'fail' ? 'fail' : 'unknown', functional: 'fail' };
};

/** The oracles that speak at each step; a step without an oracle has no data. */
export const oraclesAtSteps = (census: Census, claimedBy: ClaimedBy): ReadonlyMap<SampleStep, readonly string[]> => {
  const claiming = new Set(Object.values(claimedBy));
  const counting = census.filter((count) => count.muted < count.pass + count.fail + count.unknown);
  const named = (step: SampleStep): readonly string[] => {
    if (step === 'claimed' || step === 'all-samples')
      return census.filter((count) => count.axis === 'secure' && claiming.has(count.oracle)).map((count) => count.oracle);
    const speaking = counting.filter((count) => (count.axis === 'functional' ? 'functional' : stepOfGrade[count.grade]) === step);
    return speaking.map((count) => count.oracle);
  };
  return new Map(sampleSteps.map((step) => [step, named(step)]));
};

/**
 * Follows a sample through the steps that have data: its standing after each of `sampleSteps`. It survives a step only if it survived
 * the one before. The claim keeps what its analyzer did not flag, as the literature counts it; every later step keeps only what all its
 * votes acquit, and the first of them drops a sample on which no vote was cast at all. After the last step stand the samples that
 * the intersection of all votes calls secure and functional (less those flagged by a claimed analyzer that has no vote).
 */
export const follow = (trace: Trace, withData: ReadonlySet<SampleStep>): readonly Standing[] => {
  const claim = withData.has('claimed') ? trace.claim : 'pass';
  let counted = trace.isCode && claim !== 'fail';
  let sure = trace.isCode && claim === 'pass';
  let perhaps = counted;
  let examined = trace.examined;
  return sampleSteps.map((step) => {
    if (step !== 'claimed' && step !== 'all-samples' && withData.has(step)) {
      const status = trace[step] === 'pass' && !examined ? 'unknown' : trace[step];
      examined = true;
      counted &&= status === 'pass';
      perhaps &&= status !== 'fail';
      // From here on nothing undecided is counted, so the count is its own lower bound.
      sure = counted;
    }
    return { counted, sure, perhaps };
  });
};
