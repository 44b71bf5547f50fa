import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/index.ts';
import { gate } from '../../src/metrics/index.ts';
import { measured, samplesOf } from './build.ts';

const ask = (entries: readonly Entry[], threshold: number, on: 'point' | 'lower' = 'point', metric = 'secure-pass@1') =>
  gate(measured(entries), { metric, threshold, on }).status;
const tasks = (...statuses: readonly string[]) => statuses.flatMap((ofTask, at) => samplesOf(`t${at}`, ofTask));

describe('gate', () => {
  it('passes at the threshold', () => {
    expect(ask(samplesOf('a', 'pp pf'), 0.5)).toBe('pass');
  });
  it('fails below it', () => {
    expect(ask(samplesOf('a', 'pp pf'), 0.51)).toBe('fail');
  });
  it('is undecided where unknown samples alone could lift it', () => {
    expect(ask(samplesOf('a', 'pp pu pf'), 0.5)).toBe('undecided');
  });
  it('fails where even all unknown samples could not lift it', () => {
    expect(ask(samplesOf('a', 'pp pu pf'), 0.9)).toBe('fail');
  });
  it('is undecided where unknown samples alone could lower a conditional rate', () => {
    expect(ask(samplesOf('a', 'pp uf'), 0.9, 'point', 'secure@1_pass')).toBe('undecided');
  });
  it('is undecided without a value', () => {
    expect(ask(samplesOf('a', 'ff'), 0.1, 'point', 'secure@1_pass')).toBe('undecided');
  });
  it('asks the lower end of the interval', () => {
    const entries = tasks('pp pp', 'pp pp', 'pp pf', 'pp pp');
    expect([ask(entries, 0.8), ask(entries, 0.8, 'lower')]).toEqual(['pass', 'fail']);
  });
  it('is undecided at the lower end where there is no interval', () => {
    expect(ask(samplesOf('a', 'pp pp'), 0.5, 'lower')).toBe('undecided');
  });
  it('is undecided without systems', () => {
    expect(gate(measured([]), { metric: 'secure-pass@1', threshold: 0.5, on: 'point' }).status).toBe('undecided');
  });
  it('fails if one of several systems fails, and says why', () => {
    const run = measured([...samplesOf('a', 'pp', { system: 'x' }), ...samplesOf('a', 'pf', { system: 'y' })]);
    const result = gate(run, { metric: 'secure-pass@1', threshold: 0.5, on: 'point' });
    expect(result.status).toBe('fail');
    expect(result.systems.map((one) => [one.system, one.status, one.why])).toEqual([
      ['x', 'pass', 'secure-pass@1 is 1.0000, at least 0.5000'],
      ['y', 'fail', 'secure-pass@1 is 0.0000, below 0.5000'],
    ]);
  });
  it('refuses a metric that was not measured, and names those that were', () => {
    expect(() => ask(samplesOf('a', 'pp'), 0.5, 'point', 'secure-pass@5')).toThrow(/`secure-pass@5` was not measured.*secure-pass@1/);
  });
  it('refuses a threshold outside [0, 1]', () => {
    expect(() => ask(samplesOf('a', 'pp'), 60)).toThrow(/must lie in \[0, 1\], and 60 was given/);
  });
});
