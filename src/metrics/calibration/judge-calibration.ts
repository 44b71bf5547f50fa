import type { Calibration, VerdictStatus } from '../../core/index.ts';
import { type Brier, brier } from './brier.ts';
import { expectedCalibrationError, falseTrust } from './calibration-error.ts';
import { crossFitted } from './cross-fit.ts';
import { type Bin, type Forecast, reliability } from './forecast.ts';
import { isotonic } from './isotonic.ts';
import { platt } from './platt.ts';
import type { Recalibrator } from './recalibration.ts';
import { type Retest, retest } from './retest.ts';
import { temperature } from './temperature.ts';

export type ForecastQuality = { readonly ece?: number; readonly brier?: Brier };

/** What the probabilities of one judge are worth. */
export type JudgeCalibration = {
  readonly oracle: string;
  /** Samples of known truth with a probability; the tasks that they are of. */
  readonly samples: number;
  readonly tasks: number;
  readonly reliability: readonly Bin[];
  readonly raw: ForecastQuality;
  /** After each correction, learnt from other tasks; absent where there are too few. */
  readonly corrected: readonly ({ readonly by: Recalibrator['id'] } & ForecastQuality)[];
  /** Share insecure among what it calls secure with 90 % confidence. */
  readonly falseTrust?: { readonly value: number; readonly of: number };
  readonly retest?: Retest;
};

const qualityOf = (forecasts: readonly Forecast[]): ForecastQuality => {
  const [ece, score] = [expectedCalibrationError(forecasts), brier(forecasts)];
  return { ...(ece === undefined ? {} : { ece }), ...(score === undefined ? {} : { brier: score }) };
};

const forecastsOf = ({ samples }: Calibration, oracle: string): readonly Forecast[] =>
  samples.flatMap(({ task, truth, probabilities }) => {
    const probability = probabilities?.[oracle];
    return probability === undefined ? [] : [{ probability, insecure: truth === 'insecure', cluster: task }];
  });

/** Every oracle of a calibration that states probabilities or was asked several times. `seed` draws the folds. */
export const judgeCalibrations = (calibration: Calibration, seed: number): readonly JudgeCalibration[] =>
  calibration.oracles.flatMap(({ id }): readonly JudgeCalibration[] => {
    const forecasts = forecastsOf(calibration, id);
    // A panel's judges are asked several times each, and kept apart.
    const answers = calibration.samples.flatMap(({ repetitions }): readonly (readonly VerdictStatus[])[] =>
      Object.entries(repetitions ?? {}).flatMap(([name, own]) => (name === id || name.startsWith(`${id} `) ? [own] : [])),
    );
    if (forecasts.length === 0 && answers.length === 0) return [];
    const steadiness = retest(answers);
    const trusted = falseTrust(forecasts, 0.9);
    const corrected = [platt, isotonic, temperature].flatMap((recalibrator) => {
      const fitted = crossFitted(forecasts, recalibrator, { folds: 5, seed });
      return fitted === undefined ? [] : [{ by: recalibrator.id, ...qualityOf(fitted) }];
    });
    return [
      {
        oracle: id,
        samples: forecasts.length,
        tasks: new Set(forecasts.map(({ cluster }) => cluster)).size,
        reliability: reliability(forecasts),
        raw: qualityOf(forecasts),
        corrected,
        ...(trusted === undefined ? {} : { falseTrust: trusted }),
        ...(steadiness === undefined ? {} : { retest: steadiness }),
      },
    ];
  });
