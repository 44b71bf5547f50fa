import { UserError } from '../core/index.ts';
import type { MeasuredEvaluation, Measurement } from './measurement.ts';

export type Gate = {
  /** `secure-pass@1`. */
  readonly metric: string;
  /** In [0, 1]. */
  readonly threshold: number;
  /** `point`: the value itself; `lower`: the low end of its interval. */
  readonly on: 'point' | 'lower';
  readonly convention?: string;
};

export type GateStatus = 'pass' | 'fail' | 'undecided';
export type SystemGate = { readonly system: string; readonly status: GateStatus; readonly observed?: number; readonly why: string };
/** `fail` if any system fails, else `undecided` if any is, else `pass`. Without systems: `undecided`. */
export type GateResult = { readonly gate: Gate; readonly status: GateStatus; readonly systems: readonly SystemGate[] };

const shown = (value: number): string => value.toFixed(4);

const judge = (measurement: Measurement | undefined, gate: Gate): Omit<SystemGate, 'system'> => {
  const { value, interval, bounds, unknown = 0 } = measurement ?? {};
  if (value === undefined) return { status: 'undecided', why: `${gate.metric} has no value` };
  const observed = gate.on === 'point' ? value : interval?.low;
  if (observed === undefined) return { status: 'undecided', why: `${gate.metric} has no interval` };
  const comparison = `${gate.on === 'point' ? gate.metric : `the lower end of ${gate.metric}`} is ${shown(observed)}`;
  const worst = bounds?.low ?? value;
  if (observed >= gate.threshold && worst < gate.threshold) {
    const why = `${comparison}; decided otherwise, ${unknown} unknown samples could lower the value to ${shown(worst)}, below ${shown(gate.threshold)}`;
    return { status: 'undecided', observed, why };
  }
  if (observed >= gate.threshold) return { status: 'pass', observed, why: `${comparison}, at least ${shown(gate.threshold)}` };
  const best = bounds?.high ?? value;
  if (unknown > 0 && value < gate.threshold && best >= gate.threshold) {
    const why = `${comparison}, below ${shown(gate.threshold)}; decided otherwise, ${unknown} unknown samples could lift the value to ${shown(best)}`;
    return { status: 'undecided', observed, why };
  }
  return { status: 'fail', observed, why: `${comparison}, below ${shown(gate.threshold)}` };
};

/**
 * Whether every system reaches a threshold. A pass holds however the unknown samples are decided;
 * where they alone could turn the answer round, the gate is undecided. Throws a UserError for a metric that was not measured.
 */
export const gate = (measured: MeasuredEvaluation, asked: Gate): GateResult => {
  const convention = asked.convention ?? 'fathom';
  if (!(asked.threshold >= 0 && asked.threshold <= 1))
    throw new UserError('bad-threshold', `The threshold of ${asked.metric} must lie in [0, 1], and ${asked.threshold} was given.`);
  const known = measured.systems.flatMap((system) => system.measurements.filter((one) => one.convention === convention));
  if (measured.systems.length > 0 && !known.some((one) => one.metric === asked.metric)) {
    const names = [...new Set(known.map((one) => one.metric))].join(', ') || 'none';
    throw new UserError('unknown-metric', `\`${asked.metric}\` was not measured under \`${convention}\`; measured were: ${names}.`);
  }
  const systems = measured.systems.map((system): SystemGate => {
    const measurement = system.measurements.find((one) => one.metric === asked.metric && one.convention === convention);
    return { system: system.system, ...judge(measurement, asked) };
  });
  const statuses = systems.map((system) => system.status);
  const undecided = systems.length === 0 || statuses.includes('undecided');
  return { gate: asked, status: statuses.includes('fail') ? 'fail' : undecided ? 'undecided' : 'pass', systems };
};
