import type { IcebergStep, Measurement, SystemMeasurement } from '../../metrics/measurement.ts';
import { boundsText, intervalText, pairedText, percent, valueText } from '../figures.ts';
import { stepMeaning, stepsOf, stepTitle } from '../steps.ts';
import { padEnd, padStart, shorten, wrap } from '../text.ts';
import type { Style } from './style.ts';

const labelWidth = 19;
const figuresWidth = 36;
/** A terminal too narrow for this many columns of bar gets the figures alone. */
const leastBar = 6;

/** Solid up to the interval's lower end, then up to the value, then up to its upper end. Without a value: nothing. */
const bar = (measurement: Measurement, width: number, { glyphs }: Style): string => {
  if (measurement.value === undefined) {
    return ' '.repeat(width);
  }
  const value = measurement.value;
  const cells = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * width);
  const low = cells(Math.min(measurement.interval?.low ?? value, value));
  const high = Math.max(cells(measurement.interval?.high ?? value), cells(value));
  const text = glyphs.solid.repeat(low) + glyphs.low.repeat(cells(value) - low) + glyphs.high.repeat(high - cells(value));
  return text + ' '.repeat(width - high);
};

const figures = (measurement: Measurement): string => {
  const parts = [padStart(valueText(measurement), 7), padStart(intervalText(measurement.interval), 14)];
  return `${parts.join(' ')} ${padStart(`n ${measurement.n}`, 6)} ${padStart(`? ${measurement.unknown}`, 6)}`;
};

const stepLines = (step: IcebergStep, style: Style): readonly string[] => {
  const label = padEnd(shorten(style.clean(stepTitle(step)), labelWidth), labelWidth);
  if (!step.measured) {
    const lines = wrap(`not measured: ${style.clean(step.why)}`, style.width - labelWidth - 4);
    return lines.map((line, index) => style.paint('faint', `  ${index === 0 ? label : ' '.repeat(labelWidth)} ${line}`));
  }
  const { measurement } = step;
  const width = style.width - labelWidth - figuresWidth - 5;
  const drawn = width < leastBar ? '' : `${style.paint('water', bar(measurement, width, style))} `;
  const main = `  ${label} ${drawn}${figures(measurement)}`;
  const { bounds, unknown } = measurement;
  const matters = unknown > 0 && bounds !== undefined && percent(bounds.low) !== percent(bounds.high);
  const range = wrap(`all unknown fail or all pass: ${boundsText(measurement)}`, style.width - labelWidth - 4);
  const paired = step.paired === undefined ? [] : wrap(pairedText(step.paired), style.width - labelWidth - 4);
  return [
    main,
    ...(matters ? range.map((line) => style.paint('caution', `  ${' '.repeat(labelWidth)} ${line}`)) : []),
    ...paired.map((line) => style.paint('faint', `  ${' '.repeat(labelWidth)} ${line}`)),
  ];
};

const waterline = (style: Style): string => {
  const words = ' above: what was claimed; below: what is left of it ';
  return style.paint(
    'water',
    `  ${style.glyphs.water.repeat(3)}${words}${style.glyphs.water.repeat(Math.max(0, style.width - words.length - 5))}`,
  );
};

export const icebergLines = (system: SystemMeasurement, note: string | undefined, style: Style): readonly string[] => {
  const [claimed, ...rest] = system.iceberg;
  const noteLines = note === undefined ? [] : wrap(style.clean(note), style.width - 2).map((line) => style.paint('caution', `  ${line}`));
  return [
    style.paint('strong', shorten(style.clean(system.system), style.width)),
    ...noteLines,
    ...(claimed === undefined ? [] : [...stepLines(claimed, style), waterline(style)]),
    ...rest.flatMap((step) => stepLines(step, style)),
  ];
};

const indented = (title: string, text: string, style: Style): readonly string[] =>
  wrap(text, style.width - labelWidth - 4).map((line, index) => `  ${padEnd(index === 0 ? title : '', labelWidth)} ${line}`);

/** What each bar shows and which pitfall it removes, once for all systems. */
export const stepTexts = (systems: readonly SystemMeasurement[], style: Style): readonly string[] =>
  stepsOf(systems).flatMap((step) => [
    ...indented(shorten(style.clean(stepTitle(step)), labelWidth), `removes: ${style.clean(step.removes)}`, style),
    ...indented('', style.clean(stepMeaning(step)), style).map((line) => style.paint('faint', line)),
  ]);

const distinct = (values: readonly string[]): string => [...new Set(values)].join(', ');

/** How to read the bars of these systems. */
export const legend = (systems: readonly SystemMeasurement[], { glyphs, width }: Style): readonly string[] => {
  const all = systems.flatMap((system) => system.iceberg.flatMap((step) => (step.measured ? [step.measurement] : [])));
  const intervals = distinct(
    all.flatMap(({ interval }) => (interval === undefined ? [] : [`${(interval.level * 100).toFixed(0)} % ${interval.method}`])),
  );
  const bars = `${glyphs.solid.repeat(2)} to the interval's lower end, ${glyphs.low.repeat(2)} to the value, ${glyphs.high.repeat(2)} to its upper end`;
  const text = `Bars: ${bars}. Intervals: ${intervals || 'none'}. n: ${distinct(all.map((one) => one.unit)) || 'units'} averaged. ?: samples with an unknown outcome.`;
  return wrap(text, width - 2).map((line) => `  ${line}`);
};
