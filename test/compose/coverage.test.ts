import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../src/compose/suite-coverage/coverage.ts';
import { coverageMarkdown } from '../../src/compose/suite-coverage/render-coverage.ts';
import { top25Lists, top25Titles } from '../../src/compose/suite-coverage/top-25.ts';
import { familyOfCwe, weaknessFamilies } from '../../src/compose/suite-coverage/weakness-families.ts';
import { isKnownCwe } from '../../src/core/index.ts';
import { loadSuite } from '../../src/datasets/task-folder/load-suite.ts';
import { taskNamed } from '../support/task.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the coverage', () => {
  const tasks = [
    taskNamed('a', ['python', 'go'], ['CWE-22']),
    taskNamed('b', ['python'], ['CWE-22', 'CWE-89']),
    taskNamed('c', ['c'], ['CWE-787']),
    taskNamed('d', ['c'], []),
  ];
  const coverage = coverageOf(tasks);

  test('counts a task under each of its weaknesses, and once in the totals', () => {
    expect(coverage.rows.map(({ cwe, tasks: count, byLanguage }) => [cwe, count, byLanguage])).toEqual([
      ['CWE-89', 1, { python: 1 }],
      ['CWE-22', 2, { python: 2, go: 1 }],
      ['CWE-787', 1, { c: 1 }],
    ]);
    expect(coverage.total).toEqual({ tasks: 4, pairs: 5, cwes: 3, byLanguage: { python: 2, go: 1, c: 2 } });
    expect(coverage.families.map(({ family, tasks: count }) => [family, count])).toEqual([
      ['files and paths', 2],
      ['memory', 1],
      ['no weakness', 1],
    ]);
  });

  test('tells entries that a task names from those that a relative covers and those that nothing does', () => {
    const of = (cwe: string) => coverage.top25.find((each) => each.cwe === cwe);
    expect(of('CWE-89')).toMatchObject({ covered: 'named', tasks: ['b'], ranks: { 2024: 3, 2025: 2 } });
    expect(of('CWE-121')).toMatchObject({ covered: 'related', tasks: ['c'], note: 'by its relatives CWE-787', ranks: { 2025: 14 } });
    expect(of('CWE-352')).toMatchObject({ covered: 'no', tasks: [], note: 'no task yet' });
  });

  test('says of every entry of a list what becomes of it', () => {
    for (const { year } of top25Lists) expect(coverage.top25.filter(({ ranks }) => ranks[year] !== undefined)).toHaveLength(25);
    expect(coverage.top25.every(({ title, covered, note }) => title !== '' && (covered === 'named' || note !== ''))).toBe(true);
  });
});

describe('the data', () => {
  test('of a list are 25 different weaknesses with titles', () => {
    for (const { ranks } of top25Lists) {
      expect(new Set(ranks).size).toBe(25);
      expect(ranks.filter((cwe) => !isKnownCwe(cwe) || top25Titles.get(cwe) === undefined)).toEqual([]);
    }
  });

  test('of families name each root once', () => {
    const all = weaknessFamilies.flatMap(({ roots }) => roots);
    expect(new Set(all).size).toBe(all.length);
  });

  test.each([
    ['CWE-89', 'injection'],
    ['CWE-22', 'files and paths'],
    ['CWE-787', 'memory'],
    ['CWE-190', 'numbers'],
    ['CWE-639', 'authorisation'],
    ['CWE-916', 'cryptography'],
    ['CWE-1333', 'resources'],
    ['CWE-99999', 'other'],
  ] as const)('puts %s under %s', (cwe, family) => {
    expect(familyOfCwe(cwe)).toBe(family);
  });
});

test('docs/coverage.md says what the bundled suite covers (node scripts/generate-docs.mjs)', async () => {
  const suite = await loadSuite(`${root}tasks/core`);
  expect(readFileSync(`${root}docs/coverage.md`, 'utf8')).toBe(coverageMarkdown(coverageOf(suite.tasks)));
});
