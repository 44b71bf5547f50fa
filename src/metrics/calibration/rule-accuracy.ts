import type { Calibration, LabelledSample, VerdictStatus } from '../../core/index.ts';
import { type FusionRule, learned, verdictsOf, votesOn } from '../../fusion/index.ts';
import { foldsOf } from './cross-fit.ts';

const folds = 5;
/** The folds are part of the method, not of a run: the same calibration gives the same accuracy everywhere. */
const foldSeed = 1;

export type JudgedLabel = { readonly sample: LabelledSample; readonly status: VerdictStatus };

/** A rule that learns, having seen the tasks of the other folds only; one that needs nothing, as it is. */
const ruleWithout = (rule: FusionRule, calibration: Calibration, held: (sample: LabelledSample) => boolean): FusionRule => {
  const { samples, oracles } = calibration;
  const tasks = [...new Map(samples.map(({ task, cwes }) => [task, { id: task, cwes }])).values()];
  // Without labels nothing can leak: what a rule learns from the votes alone, it may learn from all of them.
  const entries = samples.map((sample) => ({
    kind: 'code' as const,
    language: sample.language,
    taskId: sample.task,
    verdicts: verdictsOf(sample, oracles),
  }));
  return learned(rule, { tasks, entries, calibration: { ...calibration, samples: samples.filter((sample) => !held(sample)) } });
};

/**
 * What a rule says of every sample of a calibration set. A rule that learns from labels is cross-fitted over tasks: it is asked about a
 * task only after learning from others, else it would be praised for its memory.
 */
export const judgeLabelled = (rule: FusionRule, calibration: Calibration): readonly JudgedLabel[] => {
  const foldOf = foldsOf(
    calibration.samples.map(({ task }) => task),
    folds,
    foldSeed,
  );
  const fold = ({ task }: LabelledSample): number => foldOf.get(task) ?? 0;
  const count = rule.learn === undefined ? 1 : folds;
  const rules = Array.from({ length: count }, (_, at) => ruleWithout(rule, calibration, (sample) => count > 1 && fold(sample) === at));
  return calibration.samples.map((sample) => {
    const ready = rules[count > 1 ? fold(sample) : 0] ?? rule;
    const votes = votesOn('secure', verdictsOf(sample, calibration.oracles));
    return { sample, status: ready.secure(votes, { taskId: sample.task, language: sample.language }).status };
  });
};
