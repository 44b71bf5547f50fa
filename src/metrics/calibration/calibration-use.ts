import type { Calibration, Evaluation } from '../../core/index.ts';
import type { FusionRule } from '../../fusion/index.ts';
import type { CalibrationUse, Warning } from '../measurement.ts';
import type { CountedCell } from '../measurements.ts';
import type { Sampling } from '../resampler.ts';
import { accuracyOf, countTruths } from './accuracy.ts';
import { correctedRates, labelledClusters } from './corrected-rates.ts';
import { accuracyDraws } from './rogan-gladen.ts';
import { judgeLabelled } from './rule-accuracy.ts';
import { byConstruction } from './summary.ts';
import { transportOf } from './transport.ts';

const notesOf = (calibration: Calibration, runId: string): readonly string[] => {
  const { source, samples } = calibration;
  const executed = byConstruction(calibration);
  const own = samples.filter(({ entry }) => entry?.runId === runId);
  const disputed = own.filter(({ entry }) => entry?.drawn === 'disputed').length;
  const unsaid = own.filter(({ entry }) => entry !== undefined && entry.drawn === undefined).length;
  return [
    ...(source === 'witnesses' && executed.length > 0
      ? [
          `${executed.join(', ')} is right on the suite's own witnesses by construction (\`fathom tasks check\` admits no others): where it decides, the rule's accuracy is that of the suite's makers, and the correction is idle.`,
        ]
      : []),
    ...(source === 'witnesses'
      ? ['Analyzers have a vote only where they tell the witnesses apart, so that the rule fares better on witnesses than on answers.']
      : []),
    ...(disputed > 0
      ? [`${disputed} labelled samples were chosen for being disputed and are left out of the prediction-powered rate.`]
      : []),
    ...(unsaid > 0
      ? [`${unsaid} labelled samples do not say how they were chosen; the prediction-powered rate holds only if it was at random.`]
      : []),
  ];
};

export type CalibratedRun = {
  readonly evaluation: Evaluation;
  readonly cells: readonly (readonly [system: string, cells: readonly CountedCell[]])[];
  /** The rule as it came, before it learnt: it learns anew for each fold. */
  readonly rule: FusionRule;
};

/** What a calibration, where one was given, says of a run: how good the rule in force is, the rates corrected by it, and whether the two sets are alike. */
export const calibrationUse = (
  run: CalibratedRun,
  calibration: Calibration | undefined,
  sampling: Sampling,
): CalibrationUse | undefined => {
  if (calibration === undefined) return undefined;
  const { manifest } = run.evaluation;
  const judged = judgeLabelled(run.rule, calibration);
  const accuracy = accuracyDraws(labelledClusters(judged), sampling);
  const known = { accuracy, calibration, runId: manifest.runId };
  return {
    source: calibration.source,
    createdAt: calibration.createdAt,
    suites: calibration.suites.map(({ id }) => id),
    samples: calibration.samples.length,
    tasks: new Set(calibration.samples.map(({ task }) => task)).size,
    rule: accuracyOf(countTruths(judged.map(({ sample: { truth }, status }) => ({ truth, status }))), sampling.level),
    rates: run.cells.flatMap(([system, cells]) => correctedRates(system, cells, known, sampling)),
    transport: transportOf(run.evaluation, calibration, sampling.seed),
    notes: notesOf(calibration, manifest.runId),
  };
};

/** What must be said before anybody believes a corrected rate. */
export const calibrationWarnings = (use: CalibrationUse | undefined, rule: FusionRule): readonly Warning[] => {
  if (use === undefined)
    return rule.id === 'weighted'
      ? [
          {
            code: 'no-calibration',
            message:
              'The rule weighted has nothing to weigh by: without --calibration FILE (`fathom calibrate`) only exploits that succeed decide anything.',
          },
        ]
      : [];
  return [
    ...use.transport
      .filter(({ differs }) => differs)
      .map(({ message }) => ({ code: 'calibration-differs', message: `The calibration set is not like this run. ${message}.` })),
    ...use.rates
      .filter(({ roganGladen }) => roganGladen.clipped)
      .map(({ system, metric }) => ({
        code: 'correction-clipped',
        message: `${system}: the corrected ${metric} rate fell outside 0 to 100 % and was cut; the calibrated accuracy can't be that of this run.`,
      })),
  ];
};
