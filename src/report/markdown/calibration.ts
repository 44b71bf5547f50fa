import type { MeasuredEvaluation } from '../../metrics/measurement.ts';
import { calibrationSentences, predictionPoweredText, rawText, roganGladenText } from '../corrected.ts';
import { plain, table } from './table.ts';

/** Raw and corrected rates, and whether the calibration set is like the run; nothing where no calibration was given. */
export const calibrationSection = ({ calibration }: MeasuredEvaluation): readonly string[] =>
  calibration === undefined
    ? []
    : [
        ...table(
          ['system', 'rate', 'raw', 'corrected (Rogan-Gladen)', 'prediction-powered'],
          calibration.rates.map((rate) => [
            plain(rate.system),
            rate.metric,
            rawText(rate),
            roganGladenText(rate.roganGladen),
            predictionPoweredText(rate.predictionPowered),
          ]),
        ),
        '',
        ...calibrationSentences(calibration).map((text) => `- ${plain(text)}`),
        '',
        ...table(
          ['is the calibration set like the run?', 'detail'],
          calibration.transport.map(({ differs, message }) => [differs ? '**no**' : 'yes', plain(message)]),
        ),
      ];
