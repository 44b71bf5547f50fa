import { describe, expect, it } from 'vitest';
import { samplesToLabel } from '../../src/metrics/index.ts';
import { pageData } from '../../src/report/page-data.ts';
import { disagrees, filterRows, inOrder, outcomeClass, pairFilter, rowsOf } from '../../viewer/src/rows.ts';
import { study, threeSystems } from '../report/support/study.ts';

const input = study({ systems: threeSystems, samplesPerTask: 6 });
const { index } = pageData(input);
const rows = rowsOf(index);
const found = (filters: Parameters<typeof filterRows>[1], inTexts?: ReadonlySet<number>) =>
  filterRows(rows, filters, index.marks, inTexts).map((row) => row.number);

describe('filterRows', () => {
  it('lets everything through without filters', () => {
    expect(found({})).toEqual(rows.map((row) => row.number));
  });

  it.each([
    [{ system: 'scripted/careful' }, 36],
    [{ cwe: 'CWE-89' }, 18],
    [{ language: 'c' }, 18],
    [{ task: 'greet', system: 'scripted/careless' }, 6],
    [{ text: '  SETTINGS from ' }, 18],
    [{ text: 'settings' }, 18],
    [{ text: 'cwe-787' }, 18],
  ])('finds with %o', (filters, count) => {
    expect(found(filters)).toHaveLength(count);
  });

  it('joins filters by and', () => {
    expect(found({ system: 'scripted/careful', language: 'c' })).toHaveLength(6);
  });

  it('finds rows whose texts hold the words, if they pass the other filters', () => {
    expect(found({ text: 'no such words', language: 'python' }, new Set([0, 7]))).toEqual([0]);
  });

  it('finds the samples behind a count of the table of agreement', () => {
    const pair = input.measured.agreement.find((one) => one.left === 'ruff' && one.right === 'exploits');
    expect(found({ disagreement: pairFilter('secure', 'ruff', 'exploits', 'pf') })).toHaveLength(pair?.counts.leftPassRightFail ?? -1);
  });
});

describe('inOrder', () => {
  it('puts the most disputed samples first, and loses none', () => {
    const ordered = inOrder(rows, 'disagreement', 1);
    expect(ordered.map((row) => row.disagreement)).toEqual(rows.map((row) => row.disagreement).sort((a, b) => b - a));
    expect(ordered).toHaveLength(rows.length);
  });

  it('draws samples with code as `fathom label --only random` does', () => {
    const asked = samplesToLabel(input.measured.samples, { only: 'random', axis: 'secure', seed: 7, done: new Set() });
    expect(inOrder(rows, 'random', 7).map((row) => row.id)).toEqual(asked.map(({ entry }) => entry.id));
  });

  it('leaves the order of the run where none is asked for', () => {
    expect(inOrder(rows, undefined, 1)).toBe(rows);
  });
});

describe('outcomeClass', () => {
  it.each([
    ['p', 'p', 'p', 'good'],
    ['p', 'f', 'f', 'insecure'],
    ['f', 'p', 'f', 'broken'],
    ['f', 'f', 'f', 'neither'],
    ['f', 'u', 'f', 'other'],
    ['u', 'f', 'f', 'insecure'],
    ['u', 'u', 'u', 'unknown'],
    ['p', 'u', 'u', 'unknown'],
  ])('calls %s %s %s %s', (functional, secure, joint, wanted) => {
    expect(outcomeClass({ functional, secure, joint })).toBe(wanted);
  });
});

describe('disagrees', () => {
  const marks = [
    { oracle: 'functional', axis: 'functional' },
    { oracle: 'exploits', axis: 'secure' },
    { oracle: 'ruff', axis: 'secure' },
  ] as const;
  const row = rows[0];

  it.each([
    ['ppf', true],
    ['fpp', false],
    ['ppF', false],
    ['ppu', false],
    ['p.f', false],
  ])('says of %s: %s', (letters, wanted) => {
    expect(row === undefined ? undefined : disagrees({ ...row, marks: letters }, marks)).toBe(wanted);
  });
});
