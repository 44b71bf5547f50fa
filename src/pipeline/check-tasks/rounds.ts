import { fileOfRow } from './problems.ts';
import type { CheckedPair, Status, TaskCheckReport, TaskProblem } from './report.ts';

/** A problem with the rounds in which it was seen, counted from 1. */
export type Recurring = { readonly subject: string; readonly problem: TaskProblem; readonly rounds: readonly number[] };

/** A witness that one test, or one axis where no test tells, did not judge alike in all rounds. */
export type Flaky = {
  readonly taskId: string;
  readonly file: string;
  /** The id of a case or exploit, or the axis. */
  readonly what: string;
  readonly seen: readonly { readonly status: Status; readonly rounds: readonly number[] }[];
};

export const subjectOfPair = (pair: CheckedPair): string => `${pair.taskId} (${pair.language})`;

/** Problems of all rounds, each once, in the order of their first sight. Found texts may differ between rounds; the first one is kept. */
export const recurringProblems = (rounds: readonly TaskCheckReport[]): readonly Recurring[] => {
  const found = new Map<string, { subject: string; problem: TaskProblem; rounds: number[] }>();
  const note = (subject: string, problem: TaskProblem, round: number): void => {
    const key = JSON.stringify([subject, problem.where, problem.expected]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { subject, problem, rounds: [round] });
    else known.rounds.push(round);
  };
  for (const [index, { pairs, tasks }] of rounds.entries()) {
    for (const pair of pairs) for (const problem of pair.problems) note(subjectOfPair(pair), problem, index + 1);
    for (const task of tasks) for (const problem of task.problems) note(`${task.taskId} (all languages)`, problem, index + 1);
  }
  return [...found.values()];
};

type Cell = { readonly taskId: string; readonly file: string; readonly what: string; readonly status: Status };

/** Tests first: where one of them differs, the axis differs because of it. */
const cellsOf = (pair: CheckedPair): readonly Cell[] =>
  pair.rows.flatMap((row) => {
    const at = { taskId: pair.taskId, file: fileOfRow(pair.language, row) };
    return [
      ...row.checks.map(({ id, status }) => ({ ...at, what: id, status })),
      { ...at, what: 'functional', status: row.functional },
      { ...at, what: 'secure', status: row.secure },
    ];
  });

/** What did not come out alike in all rounds. An axis is left out where one of the witness's tests tells more. */
export const flakyCells = (rounds: readonly TaskCheckReport[]): readonly Flaky[] => {
  const cells = new Map<string, { cell: Cell; seen: Map<Status, number[]> }>();
  for (const [index, { pairs }] of rounds.entries()) {
    for (const cell of pairs.flatMap(cellsOf)) {
      const key = JSON.stringify([cell.taskId, cell.file, cell.what]);
      const known = cells.get(key) ?? { cell, seen: new Map<Status, number[]>() };
      cells.set(key, known);
      known.seen.set(cell.status, [...(known.seen.get(cell.status) ?? []), index + 1]);
    }
  }
  const differing = [...cells.values()].flatMap(({ cell, seen }): readonly Flaky[] =>
    seen.size < 2
      ? []
      : [
          {
            taskId: cell.taskId,
            file: cell.file,
            what: cell.what,
            seen: [...seen].map(([status, inRounds]) => ({ status, rounds: inRounds })),
          },
        ],
  );
  const isAxis = ({ what }: Flaky): boolean => what === 'functional' || what === 'secure';
  return differing.filter(
    (each) => !isAxis(each) || !differing.some((other) => other.taskId === each.taskId && other.file === each.file && !isAxis(other)),
  );
};

/** The pairs of all rounds as one: problems of any round, times of all. In the order of the first sight. */
export const mergedPairs = (rounds: readonly TaskCheckReport[]): readonly CheckedPair[] => {
  const merged = new Map<string, CheckedPair>();
  for (const pair of rounds.flatMap(({ pairs }) => pairs)) {
    const key = subjectOfPair(pair);
    const known = merged.get(key);
    merged.set(
      key,
      known === undefined
        ? pair
        : {
            ...known,
            problems: known.problems.length > 0 ? known.problems : pair.problems,
            rows: [...known.rows, ...pair.rows],
            spans: [...known.spans, ...pair.spans],
          },
    );
  }
  return [...merged.values()];
};
