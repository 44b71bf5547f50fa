import type { CweId } from '../core/index.ts';
import { type AccuracyTable, measuredAccuracy } from './measured-accuracy.ts';
import { decideByOdds, voterOf } from './odds.ts';
import type { FusionRule } from './rule.ts';

/** Even odds: the share of insecure witnesses in a suite says nothing of a model. */
const prior = 0;

const rule = (table: AccuracyTable | undefined, cwesOf: ReadonlyMap<string, readonly CweId[]>): FusionRule => ({
  id: 'weighted',
  summary:
    'Each vote weighs what its sensitivity and specificity were measured to be (`fathom calibrate`), for its language and weakness; even odds before. An exploit that succeeds convicts. Unknown where no vote has a measured weight, or where a silent one could turn an acquittal.',
  secure(votes, subject) {
    return decideByOdds(votes, {
      prior,
      missing: table === undefined ? 'no calibration' : 'no vote whose accuracy was measured for this language',
      accuracyOf: (vote) =>
        table === undefined || subject === undefined ? undefined : table(voterOf(vote), subject.language, cwesOf.get(subject.taskId) ?? []),
    });
  },
  learn: ({ tasks, calibration }) =>
    rule(calibration === undefined ? undefined : measuredAccuracy(calibration), new Map(tasks.map(({ id, cwes }) => [id, cwes]))),
});

export const weighted: FusionRule = rule(undefined, new Map());
