import type { Calibration, Evaluation } from '../core/index.ts';
import { type FusionRule, fusionRules } from '../fusion/index.ts';
import { type Convention, conventions, type MeasuredEvaluation, measure } from '../metrics/index.ts';
import type { Configuration } from '../schemas/configuration.ts';
import { named } from '../schemas/named.ts';

export const fusionNamed = (id: string): FusionRule => named('fusion', fusionRules, id);
export const conventionNamed = (id: string): Convention => named('convention', conventions, id);

/** Resamples of the task bootstrap. */
const resamples = 2_000;

/** A stored run under the configuration's rule, convention and k; with a calibration (`readCalibration`) rates are corrected too. Throws a UserError where a name is not known. */
export const measured = (
  evaluation: Evaluation,
  configuration: Pick<Configuration, 'fusion' | 'convention' | 'k' | 'claimed-by' | 'confidence-level'>,
  { calibration, fresh }: { readonly calibration?: Calibration | undefined; readonly fresh?: Evaluation | undefined } = {},
): MeasuredEvaluation => {
  const claimedBy = configuration['claimed-by'];
  return measure(evaluation, {
    rule: fusionNamed(configuration.fusion),
    convention: conventionNamed(configuration.convention),
    ks: configuration.k,
    seed: evaluation.manifest.seed,
    level: configuration['confidence-level'],
    resamples,
    ...(claimedBy === undefined ? {} : { claimedBy }),
    ...(calibration === undefined ? {} : { calibration }),
    ...(fresh === undefined ? {} : { fresh }),
  });
};
