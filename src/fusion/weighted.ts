import type { CweId, Language } from '../core/index.ts';
import { type AccuracyTable, measuredAccuracy } from './measured-accuracy.ts';
import { decideByOdds, voterOf, type Weight, weightOf } from './odds.ts';
import type { FusionRule, Subject, Vote } from './rule.ts';

/** Even odds: the share of insecure witnesses in a suite says nothing of a model. */
const prior = 0;

type WeightIn = (vote: Vote, subject: Subject) => Weight | undefined;

/** The weight of each voter on each task, looked up once: a run asks the same thousands of times. */
const remembered = (table: AccuracyTable, cwesOf: ReadonlyMap<string, readonly CweId[]>): WeightIn => {
  const known = new Map<string, Weight | undefined>();
  return (vote, { taskId, language }) => {
    const voter = voterOf(vote);
    const key = `${voter}\n${language}\n${taskId}`;
    if (!known.has(key)) known.set(key, weightFor(table, voter, language, cwesOf.get(taskId) ?? []));
    return known.get(key);
  };
};

const weightFor = (table: AccuracyTable, voter: string, language: Language, cwes: readonly CweId[]): Weight | undefined => {
  const accuracy = table(voter, language, cwes);
  return accuracy === undefined ? undefined : weightOf(accuracy);
};

const rule = (weightIn: WeightIn | undefined): FusionRule => ({
  id: 'weighted',
  summary:
    'Each vote weighs what its sensitivity and specificity were measured to be (`fathom calibrate`), for its language and weakness; even odds before. An exploit that succeeds convicts. Unknown where no vote has a measured weight, or where a silent one could turn an acquittal.',
  secure(votes, subject) {
    return decideByOdds(votes, {
      prior,
      missing: weightIn === undefined ? 'no calibration' : 'no vote whose accuracy was measured for this language',
      weightIn: (vote) => (weightIn === undefined || subject === undefined ? undefined : weightIn(vote, subject)),
    });
  },
  learn: ({ tasks, calibration }) =>
    rule(
      calibration === undefined ? undefined : remembered(measuredAccuracy(calibration), new Map(tasks.map(({ id, cwes }) => [id, cwes]))),
    ),
});

export const weighted: FusionRule = rule(undefined);
