import type { Axis, AxisOutcome, Grade, Verdict } from '../core/index.ts';
import type { Vote } from './rule.ts';

const strength: Readonly<Record<Grade, number>> = { opined: 0, reported: 1, witnessed: 2 };

const byStrength = (left: Grade, right: Grade): number => strength[left] - strength[right];

/** Sorted, each once. */
export const namesOf = (votes: readonly Vote[]): readonly string[] => {
  const [only, ...others] = votes;
  if (only !== undefined && others.length === 0) return only.voters ?? [only.oracle];
  return [...new Set(votes.flatMap((vote) => vote.voters ?? vote.oracle))].sort();
};

const strongest = (votes: readonly Vote[]): Grade | undefined => {
  let best: Grade | undefined;
  for (const { grade } of votes) if (best === undefined || byStrength(grade, best) > 0) best = grade;
  return best;
};

/** An outcome that names who decided it, with the strongest evidence among them. */
export const decided = (status: 'pass' | 'fail', deciders: readonly Vote[]): AxisOutcome => {
  const grade = strongest(deciders);
  return { status, because: namesOf(deciders), ...(grade === undefined ? {} : { grade }) };
};

/** `missing` is said where no vote is there to be named. */
export const undecided = (silent: readonly Vote[], missing: string): AxisOutcome => ({
  status: 'unknown',
  because: silent.length > 0 ? namesOf(silent) : [missing],
});

/**
 * Within a family a fail outweighs an unknown, and an unknown outweighs a pass: a relative's pass does not fill another's silence.
 * The merged vote has the strongest grade of those that decided it.
 */
const merge = (members: readonly Verdict[], first: Verdict): Vote => {
  const status = (['fail', 'unknown', 'pass'] as const).find((candidate) => members.some((member) => member.status === candidate));
  const deciders = members.filter((member) => member.status === status).sort((a, b) => (a.oracle < b.oracle ? -1 : 1));
  const grade = strongest(deciders) ?? first.grade;
  const voters = [...new Set(deciders.map((decider) => decider.oracle))];
  return { ...(deciders[0] ?? first), grade, voters };
};

/** Its harm, or its absence, was seen while the code ran. */
export const isExecuted = (vote: Verdict): boolean => vote.grade === 'witnessed';

/** Matching code and running it are different evidence: a family that does both has a vote for each. */
const areRelated = (left: Verdict, right: Verdict): boolean => left.family === right.family && isExecuted(left) === isExecuted(right);

/** The votes on one axis: muted verdicts left out, one vote for each engine family. The order of the verdicts does not matter. */
export const votesOn = (axis: Axis, verdicts: readonly Verdict[]): readonly Vote[] => {
  const counting: Verdict[] = [];
  let isShared = false;
  for (const verdict of verdicts) {
    if (verdict.axis !== axis || !verdict.voice.counts) continue;
    // Most samples have few votes, so that comparing pairs is cheaper than building a map.
    isShared ||= counting.some((other) => areRelated(other, verdict));
    counting.push(verdict);
  }
  if (!isShared) return counting;
  const firsts = counting.filter((verdict, at) => counting.findIndex((other) => areRelated(other, verdict)) === at);
  return firsts.map((first) => {
    const members = counting.filter((verdict) => areRelated(verdict, first));
    return members.length === 1 ? first : merge(members, first);
  });
};
