import { describe, expect, it } from 'vitest';
import { pageData } from '../../src/report/page-data.ts';
import { disagrees, filterRows, outcomeClass, pairFilter, rowsOf } from '../../viewer/src/rows.ts';
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
