import type { CalibrationUse, CorrectedRate, CorrectedShare, PredictionPowered } from '../metrics/measurement.ts';
import { intervalText, percent } from './figures.ts';

/** `61.2% [50.1, 70.4]`, with a mark where it was cut. */
const valued = (value: number, interval: CorrectedShare['interval'], clipped: boolean): string =>
  `${percent(value)}${clipped ? ' (cut)' : ''} ${intervalText(interval)}`;

export const rawText = ({ raw }: CorrectedRate): string =>
  raw.value === undefined ? 'no value' : `${valued(raw.value, raw.interval, false)} of ${raw.of}`;

export const roganGladenText = ({ value, interval, clipped }: CorrectedShare): string =>
  value === undefined ? 'not corrected' : valued(value, interval, clipped);

export const predictionPoweredText = (found: PredictionPowered | undefined): string =>
  found === undefined ? 'no labels' : `${valued(found.value, found.interval, found.clipped)}, ${found.labelled} labels`;

/** What the correction rests on, sentence by sentence. */
export const calibrationSentences = (use: CalibrationUse): readonly string[] => {
  const { rule, source, suites, samples, tasks, createdAt } = use;
  const share = (name: string, { value, interval, of }: CalibrationUse['rule']['sensitivity']): string =>
    value === undefined ? `no ${name}` : `${name} ${percent(value)} ${intervalText(interval)} of ${of}`;
  const left = use.rates.reduce((sum, { roganGladen, metric }) => (metric === 'secure' ? sum + roganGladen.uncalibrated : sum), 0);
  return [
    `Calibrated ${createdAt.slice(0, 10)} on ${samples} ${source === 'witnesses' ? 'witnesses' : 'labelled samples'} of ${tasks} tasks (${suites.join(', ')}). There the rule in force has ${share('sensitivity', rule.sensitivity)} and ${share('specificity', rule.specificity)}; it left ${rule.unknown.value === undefined ? 'none' : percent(rule.unknown.value)} undecided.`,
    'Corrected by Rogan and Gladen, by language; the interval holds the uncertainty of both sets. Shares of samples, not means over prompts.',
    ...(left > 0 ? [`${left} decided samples are left out: nothing is known of the rule in their languages.`] : []),
    ...use.notes,
  ];
};
