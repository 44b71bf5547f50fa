import type { IcebergStep, Interval, Measurement, OverallAgreement } from '../metrics/measurement.ts';

/** A share from 0 to 1 in percent with one decimal. A value short of 0 or 1 is never rounded onto it. */
export const percent = (share: number): string => {
  const rounded = (share * 100).toFixed(1);
  if (rounded === '100.0' && share < 1) {
    return '99.9%';
  }
  return rounded === '0.0' && share > 0 ? '0.1%' : `${rounded}%`;
};

/** Without a measurable unit there is no value; it is not 0. */
export const valueText = (measurement: Measurement): string => (measurement.value === undefined ? 'no value' : percent(measurement.value));

export const intervalText = (interval: Interval | undefined): string =>
  interval === undefined ? 'no interval' : `[${(interval.low * 100).toFixed(1)}, ${(interval.high * 100).toFixed(1)}]`;

export const boundsText = (measurement: Measurement): string =>
  measurement.bounds === undefined ? '' : `${percent(measurement.bounds.low)} to ${percent(measurement.bounds.high)}`;

/** `14 tasks, 140 samples, 3 unknown`. */
export const denominatorText = (measurement: Measurement): string => {
  const samples = measurement.unit === 'samples' ? '' : `, ${measurement.samples} samples`;
  return `${measurement.n} ${measurement.unit}${samples}, ${measurement.unknown} unknown`;
};

/** `k > n: 3; no functional sample: 1`, or nothing. */
export const excludedText = (measurement: Measurement): string =>
  measurement.excluded
    .filter((part) => part.count > 0)
    .map((part) => `${part.reason}: ${part.count}`)
    .join('; ');

/** A column of the table of systems. The convention is part of the label only where one metric comes in several. */
export type MetricColumn = { readonly metric: string; readonly convention: string; readonly label: string };

/** Every metric that some system has, in order of first appearance. */
export const metricColumns = (systems: readonly { readonly measurements: readonly Measurement[] }[]): readonly MetricColumn[] => {
  const found = new Map<string, { readonly metric: string; readonly convention: string }>();
  for (const { metric, convention } of systems.flatMap((system) => system.measurements)) {
    found.set(JSON.stringify([metric, convention]), { metric, convention });
  }
  const all = [...found.values()];
  return all.map((column) => ({
    ...column,
    label: all.filter((other) => other.metric === column.metric).length > 1 ? `${column.metric} (${column.convention})` : column.metric,
  }));
};

export const inColumn = (measurements: readonly Measurement[], column: MetricColumn): Measurement | undefined =>
  measurements.find((measurement) => measurement.metric === column.metric && measurement.convention === column.convention);

export const optionalNumber = (value: number | undefined, digits = 2): string => (value === undefined ? '-' : value.toFixed(digits));

/** A number that may be negative, with its sign: `+0.40`. */
export const signedNumber = (value: number | undefined, digits = 2): string =>
  value === undefined ? '-' : `${value < 0 ? '-' : '+'}${Math.abs(value).toFixed(digits)}`;

/** A difference of shares in points: `-5.1`. */
export const points = (difference: number): string => signedNumber(difference * 100, 1);

type Paired = NonNullable<Extract<IcebergStep, { measured: true }>['paired']>;

/** What the fresh tasks are compared with: the same prompts as they were published, and the difference in points. */
export const pairedText = ({ before, difference, interval }: Paired): string => {
  const range =
    interval === undefined
      ? 'no interval'
      : `${(interval.level * 100).toFixed(0)} % interval ${points(interval.low)} to ${points(interval.high)}`;
  return `the same ${before.n} ${before.unit} as published: ${valueText(before)} ${intervalText(before.interval)}; difference ${points(difference)} points, ${range}`;
};

/** `0.38 [0.23, 0.53]`; alpha may be negative. */
export const alphaText = ({ alpha, interval }: Pick<OverallAgreement, 'alpha' | 'interval'>): string =>
  alpha === undefined
    ? 'no value'
    : `${alpha.toFixed(2)}${interval === undefined ? '' : ` [${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]`}`;

/** Over what alpha is: `the votes of 5 engine families`, `all 7 oracles, muted ones too`. */
export const alphaScope = ({ of, names }: Pick<OverallAgreement, 'of' | 'names'>): string =>
  of === 'votes' ? `the votes of ${names.length} engine families` : `all ${names.length} oracles, muted ones too`;
