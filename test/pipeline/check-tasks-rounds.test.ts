import { describe, expect, test } from 'vitest';
import { countsByCwe, countsByLanguage, timesByLanguage } from '../../src/pipeline/check-tasks/counts.ts';
import { flakyCells, recurringProblems } from '../../src/pipeline/check-tasks/rounds.ts';
import { turns } from '../../src/pipeline/check-tasks/turns.ts';
import type { CheckedPair, TaskCheckReport, WitnessRow } from '../../src/pipeline/check-tasks.ts';
import { renderTaskCheck } from '../../src/pipeline/render-task-check.ts';

const row = (secure: WitnessRow['secure'], climbs: 'pass' | 'fail' | 'unknown', ms = 10): WitnessRow => ({
  name: 'insecure',
  label: 'insecure',
  functional: 'pass',
  secure,
  checks: [{ id: 'climbs', status: climbs }],
  ms,
});

const pairOf = (given: Partial<CheckedPair>): CheckedPair => ({
  taskId: 'note',
  cwes: ['CWE-22'],
  language: 'python',
  cases: 3,
  exploits: 1,
  witnesses: ['insecure'],
  problems: [],
  rows: [],
  spans: [],
  ...given,
});

const round = (...pairs: readonly CheckedPair[]): TaskCheckReport => ({ pairs, tasks: [], planned: pairs.length });

const problem = { where: 'witnesses/python/insecure.py', expected: 'secure: fail', found: 'unknown', next: 'Mend it.' };

describe('several rounds', () => {
  const rounds = [
    round(pairOf({ rows: [row('fail', 'fail')] })),
    round(pairOf({ rows: [row('unknown', 'unknown')], problems: [problem] })),
    round(pairOf({ rows: [row('fail', 'fail')] })),
  ];

  test('name each problem once, with the rounds in which it was seen', () => {
    expect(recurringProblems(rounds)).toEqual([{ subject: 'note (python)', problem, rounds: [2] }]);
    expect(renderTaskCheck(rounds, () => '')).toContain('note (python): witnesses/python/insecure.py (round 2 of 3)');
  });

  test('name the test that did not come out alike, and not the axis besides', () => {
    expect(flakyCells(rounds)).toEqual([
      {
        taskId: 'note',
        file: 'witnesses/python/insecure.py',
        what: 'climbs',
        seen: [
          { status: 'fail', rounds: [1, 3] },
          { status: 'unknown', rounds: [2] },
        ],
      },
    ]);
    expect(renderTaskCheck(rounds, () => '')).toContain('climbs: fail in 2 rounds, unknown in round 2');
  });

  test('name the axis where no test tells', () => {
    const bare = (secure: WitnessRow['secure']) => round(pairOf({ rows: [{ ...row(secure, 'fail'), checks: [] }] }));
    expect(flakyCells([bare('fail'), bare('unknown')])).toMatchObject([{ what: 'secure' }]);
  });
});

describe('the counts', () => {
  const pairs = [
    pairOf({
      rows: [row('fail', 'fail', 10), row('fail', 'fail', 40)],
      spans: [
        { from: 0, to: 10 },
        { from: 5, to: 20 },
        { from: 100, to: 110 },
      ],
    }),
    pairOf({ language: 'go', notChecked: 'no go here' }),
    pairOf({ language: 'java', problems: [problem] }),
  ];

  test('never call a pair right that was not checked', () => {
    expect(countsByLanguage(pairs).map(({ name, right, wrong, notChecked }) => [name, right, wrong, notChecked])).toEqual([
      ['python', 1, 0, 0],
      ['java', 0, 1, 0],
      ['go', 0, 0, 1],
    ]);
    const text = renderTaskCheck([round(...pairs)], () => 'files');
    expect(text).toContain('not checked: no go here');
    expect(text).toContain('1 of 3 pairs have problems; 1 of 3 pairs were not checked.');
    expect(text).not.toContain('all tell their witnesses apart');
  });

  test('put a task with two weaknesses under both', () => {
    expect(countsByCwe([pairOf({ cwes: ['CWE-89', 'CWE-22'] })]).map(({ name }) => name)).toEqual(['CWE-22', 'CWE-89']);
  });

  test('take for the wall time of a language the time in which it was at work', () => {
    expect(timesByLanguage(pairs)[0]).toEqual({ language: 'python', wallMs: 30, medianMs: 25 });
    expect(timesByLanguage(pairs)[1]).toEqual({ language: 'go', wallMs: 0, medianMs: undefined });
  });

  test('say how many pairs a stopped check did not reach', () => {
    expect(renderTaskCheck([{ pairs: [pairOf({})], tasks: [], planned: 4 }], () => '')).toContain('Stopped: 3 pairs were not reached.');
  });
});

describe('turns', () => {
  test('let so many work at a time, urgent work next', async () => {
    const turn = turns(1);
    const order: string[] = [];
    const work = (name: string) => async () => void order.push(name);
    await Promise.all([turn(work('first')), turn(work('second')), turn(work('third')), turn(work('urgent'), 'urgent')]);
    expect(order).toEqual(['first', 'urgent', 'second', 'third']);
  });

  test('begin nothing after the signal', async () => {
    const stop = new AbortController();
    const turn = turns(1, stop.signal);
    let begun = 0;
    const first = turn(async () => stop.abort(new Error('stopped')));
    const second = turn(async () => {
      begun += 1;
    });
    await first;
    await expect(second).rejects.toThrow('stopped');
    expect(begun).toBe(0);
  });
});
