import type { CheckedPair, TaskCheckReport } from './check-tasks.ts';

/** The report for a terminal: one line for each task and language, then what is wrong and what to do about it. */
export const renderTaskCheck = ({ pairs }: TaskCheckReport): string => {
  const rows = [
    ['task', 'language', 'cases', 'exploits', 'witnesses', ''],
    ...pairs.map((pair) => [
      pair.taskId,
      pair.language,
      String(pair.cases),
      String(pair.exploits),
      String(pair.witnesses.length),
      pair.problems.length === 0 ? 'ok' : `${pair.problems.length} ${pair.problems.length === 1 ? 'problem' : 'problems'}`,
    ]),
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `${[...table, '', ...pairs.flatMap(problemLines), summary(pairs)].join('\n')}\n`;
};

const problemLines = (pair: CheckedPair): readonly string[] =>
  pair.problems.flatMap(({ where, expected, found, next }) => [
    `${pair.taskId} (${pair.language}): ${where}`,
    `  expected  ${expected}`,
    `  found     ${found}`,
    `  next      ${next}`,
    '',
  ]);

const summary = (pairs: readonly CheckedPair[]): string => {
  const wrong = pairs.filter(({ problems }) => problems.length > 0).length;
  const total = (count: (pair: CheckedPair) => number): number => pairs.reduce((sum, pair) => sum + count(pair), 0);
  const facts = `${total((pair) => pair.cases)} cases and ${total((pair) => pair.exploits)} exploits on ${total((pair) => pair.witnesses.length)} witnesses`;
  const tasks = new Set(pairs.map(({ taskId }) => taskId)).size;
  const size = `${tasks} tasks, ${pairs.length} pairs of task and language: ${facts}`;
  return wrong === 0 ? `${size}; all tell their witnesses apart.` : `${size}; ${wrong} of ${pairs.length} pairs have problems.`;
};
