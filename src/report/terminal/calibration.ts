import type { CorrectedRate, MeasuredEvaluation } from '../../metrics/measurement.ts';
import { calibrationSentences, predictionPoweredText, rawText, roganGladenText } from '../corrected.ts';
import { padEnd, shorten, wrap } from '../text.ts';
import type { Style } from './style.ts';

const labelWidth = 26;

const rateLines = (rate: CorrectedRate, style: Style): readonly string[] => {
  const line = (label: string, value: string): string => `    ${padEnd(label, labelWidth)}${value}`;
  return [
    `  ${shorten(`${style.clean(rate.system)}, ${rate.metric}`, style.width - 2)}`,
    line('raw', rawText(rate)),
    line('corrected', style.paint('strong', roganGladenText(rate.roganGladen))),
    ...(rate.predictionPowered === undefined ? [] : [line('by prediction and labels', predictionPoweredText(rate.predictionPowered))]),
  ];
};

/** The rates as they were measured, and corrected for the errors of the rule; nothing where no calibration was given. */
export const calibrationLines = ({ calibration }: MeasuredEvaluation, style: Style): readonly string[] =>
  calibration === undefined
    ? []
    : [
        ...calibration.rates.flatMap((rate) => rateLines(rate, style)),
        ...calibrationSentences(calibration).flatMap((text) => wrap(style.clean(text), style.width - 2).map((line) => `  ${line}`)),
      ];
