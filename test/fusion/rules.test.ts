import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/core/index.ts';
import { type FusionRule, fusionRules, intersection, majority, union, votesOn, witnessedFirst } from '../../src/fusion/index.ts';
import { exploit, secure } from '../metrics/build.ts';

const ask = (rule: FusionRule, ...verdicts: readonly Verdict[]) => rule.secure(votesOn('secure', verdicts));
const statusOf = (rule: FusionRule, ...verdicts: readonly Verdict[]) => ask(rule, ...verdicts).status;
const pass = (oracle: string) => secure(oracle, 'pass');
const fail = (oracle: string) => secure(oracle, 'fail');
const unknown = (oracle: string) => secure(oracle, 'unknown');

describe('fusionRules', () => {
  it('lists each rule once, the strictest first', () => {
    expect(fusionRules.map((rule) => rule.id)).toEqual(['intersection', 'union', 'majority', 'witnessed-first', 'weighted', 'dawid-skene']);
  });
});

describe('intersection', () => {
  it('convicts by a single fail and names who failed', () => {
    expect(ask(intersection, pass('a'), fail('c'), fail('b'), unknown('d'))).toEqual({
      status: 'fail',
      because: ['b', 'c'],
      grade: 'reported',
    });
  });
  it('is unknown by a single unknown and names it', () => {
    expect(ask(intersection, pass('a'), unknown('b'))).toEqual({ status: 'unknown', because: ['b'] });
  });
  it('acquits when all acquit', () => {
    expect(ask(intersection, pass('b'), pass('a'))).toEqual({ status: 'pass', because: ['a', 'b'], grade: 'reported' });
  });
});

describe('union', () => {
  it('acquits by a single pass and names who acquitted', () => {
    expect(ask(union, fail('a'), pass('b'), unknown('c'))).toEqual({ status: 'pass', because: ['b'], grade: 'reported' });
  });
  it('convicts when every decided vote convicts', () => {
    expect(ask(union, fail('a'), unknown('b'))).toEqual({ status: 'fail', because: ['a'], grade: 'reported' });
  });
});

describe('majority', () => {
  it('acquits by more passes than fails', () => {
    expect(ask(majority, pass('a'), pass('b'), fail('c'))).toEqual({ status: 'pass', because: ['a', 'b'], grade: 'reported' });
  });
  it('convicts by a tie', () => {
    expect(ask(majority, pass('a'), fail('b'))).toEqual({ status: 'fail', because: ['b'], grade: 'reported' });
  });
  it('is unknown where the undecided could tie', () => {
    expect(ask(majority, pass('a'), unknown('b'))).toEqual({ status: 'unknown', because: ['b'] });
  });
  it('is unknown where the undecided could turn a tie', () => {
    expect(statusOf(majority, pass('a'), fail('b'), unknown('c'))).toBe('unknown');
  });
  it('acquits where the undecided cannot change it', () => {
    expect(statusOf(majority, pass('a'), pass('b'), unknown('c'))).toBe('pass');
  });
  it('convicts where the undecided could at most tie', () => {
    expect(statusOf(majority, fail('a'), unknown('b'))).toBe('fail');
  });
  it('counts a family once', () => {
    const family = 'f';
    const relatives = [secure('a', 'pass', { family }), secure('b', 'pass', { family }), secure('c', 'pass', { family })];
    expect(statusOf(majority, ...relatives, fail('d'), fail('e'))).toBe('fail');
  });
});

describe('witnessedFirst', () => {
  it('convicts by a successful exploit whatever the analyzers say', () => {
    expect(ask(witnessedFirst, exploit('fail'), pass('a'), pass('b'))).toEqual({
      status: 'fail',
      because: ['exploits'],
      grade: 'witnessed',
    });
  });
  it('acquits by withstood exploits although an analyzer complains', () => {
    expect(ask(witnessedFirst, exploit('pass'), fail('a'))).toEqual({ status: 'pass', because: ['exploits'], grade: 'witnessed' });
  });
  it('is unknown without an executed exploit, however clean the analyzers', () => {
    expect(ask(witnessedFirst, pass('a'), pass('b'))).toEqual({ status: 'unknown', because: ['no executed exploit'] });
  });
  it('is unknown where the exploit is undecided and the analyzers are clean', () => {
    expect(ask(witnessedFirst, exploit('unknown'), pass('a'))).toEqual({ status: 'unknown', because: ['exploits'] });
  });
  it('convicts by a report where the exploit is undecided', () => {
    expect(statusOf(witnessedFirst, exploit('unknown'), fail('a'))).toBe('fail');
  });
  it('convicts by a report where no exploit was executed', () => {
    expect(statusOf(witnessedFirst, pass('b'), fail('a'))).toBe('fail');
  });
  it('is unknown where one of two executed oracles is undecided', () => {
    expect(statusOf(witnessedFirst, exploit('pass'), secure('asan', 'unknown', { grade: 'witnessed' }))).toBe('unknown');
  });
  it('does not lose an undecided exploit when an analyzer of the same family convicts', () => {
    const ofFamily = (oracle: string, status: 'unknown' | 'pass' | 'fail', grade: 'witnessed' | 'reported') =>
      secure(oracle, status, { grade, family: 'clang' });
    const sanitizer = ofFamily('asan', 'unknown', 'witnessed');
    expect(statusOf(witnessedFirst, exploit('pass'), sanitizer, ofFamily('clang-analyzer', 'pass', 'reported'))).toBe('unknown');
    expect(statusOf(witnessedFirst, exploit('pass'), sanitizer, ofFamily('clang-analyzer', 'fail', 'reported'))).toBe('fail');
  });
});
