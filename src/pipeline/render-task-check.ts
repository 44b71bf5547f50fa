import type { CweId } from '../core/index.ts';
import { type Count, countOf, countsByCwe, countsByFamily, countsByLanguage, timesByLanguage } from './check-tasks/counts.ts';
import type { CheckedPair, TaskCheckReport } from './check-tasks/report.ts';
import { type Flaky, flakyCells, mergedPairs, type Recurring, recurringProblems } from './check-tasks/rounds.ts';

/**
 * The report of a check for a terminal: one line for each task and language, what is wrong and what to do about it,
 * and the counts. Of several rounds: what was seen in which of them. `familyOf` names the theme of a task's weaknesses.
 */
export const renderTaskCheck = (rounds: readonly TaskCheckReport[], familyOf: (cwes: readonly CweId[]) => string): string => {
  const pairs = mergedPairs(rounds);
  const flaky = flakyCells(rounds);
  const lines = [
    ...pairTable(pairs),
    '',
    ...recurringProblems(rounds).flatMap((each) => problemLines(each, rounds.length)),
    ...(flaky.length === 0 ? [] : ['Not the same in all rounds:', ...flaky.map((each) => `  ${flakyLine(each)}`), '']),
    ...(pairs.length > 1 ? countTables(pairs, familyOf) : []),
    ...summary(rounds, pairs),
  ];
  return `${lines.join('\n')}\n`;
};

/** Columns as wide as their words. */
const aligned = (rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
};

const pairTable = (pairs: readonly CheckedPair[]): readonly string[] =>
  aligned([
    ['task', 'language', 'cases', 'exploits', 'witnesses', ''],
    ...pairs.map((pair) => [
      pair.taskId,
      pair.language,
      String(pair.cases),
      String(pair.exploits),
      String(pair.witnesses.length),
      resultOf(pair),
    ]),
  ]);

const resultOf = ({ problems, notChecked }: CheckedPair): string => {
  if (problems.length > 0) return `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  return notChecked === undefined ? 'ok' : `not checked: ${notChecked}`;
};

const problemLines = ({ subject, problem, rounds }: Recurring, of: number): readonly string[] => [
  `${subject}: ${problem.where}${rounds.length < of ? ` (${roundsText(rounds)} of ${of})` : ''}`,
  `  expected  ${problem.expected}`,
  `  found     ${problem.found}`,
  `  next      ${problem.next}`,
  '',
];

const roundsText = (rounds: readonly number[]): string => `${rounds.length === 1 ? 'round' : 'rounds'} ${rounds.join(', ')}`;

const flakyLine = ({ taskId, file, what, seen }: Flaky): string => {
  const [usual, ...rarer] = seen.toSorted((a, b) => b.rounds.length - a.rounds.length);
  const rare = rarer.map(({ status, rounds }) => `${status} in ${roundsText(rounds)}`).join(', ');
  return `${taskId} ${file}, ${what}: ${usual?.status ?? 'none'} in ${usual?.rounds.length ?? 0} rounds, ${rare}`;
};

const countTables = (pairs: readonly CheckedPair[], familyOf: (cwes: readonly CweId[]) => string): readonly string[] => {
  const times = new Map(timesByLanguage(pairs).map((each) => [each.language as string, each]));
  const head = ['tasks', 'ok', 'problems', 'not checked', 'cases', 'exploits', 'witnesses'];
  const cells = (count: Count): readonly string[] => [
    count.name,
    ...[count.tasks, count.right, count.wrong, count.notChecked, count.cases, count.exploits, count.witnesses].map(String),
  ];
  const timed = (count: Count): readonly string[] => {
    const time = times.get(count.name);
    const one = time?.medianMs === undefined ? 'none' : seconds(time.medianMs);
    return [...cells(count), seconds(time?.wallMs ?? 0), one];
  };
  return [
    ...aligned([['family', ...head], ...countsByFamily(pairs, familyOf).map(cells)]),
    '',
    ...aligned([['weakness', ...head], ...countsByCwe(pairs).map(cells)]),
    '',
    ...aligned([['language', ...head, 'wall time', 'one witness (median)'], ...countsByLanguage(pairs).map(timed)]),
    '',
  ];
};

const seconds = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

const summary = (rounds: readonly TaskCheckReport[], pairs: readonly CheckedPair[]): readonly string[] => {
  const all = countOf('all', pairs);
  const facts = `${all.cases} cases and ${all.exploits} exploits on ${all.witnesses} witnesses`;
  const size = `${all.tasks} tasks, ${pairs.length} pairs of task and language: ${facts}`;
  const wrong = all.wrong === 0 ? '' : `; ${all.wrong} of ${pairs.length} pairs have problems`;
  const open = all.notChecked === 0 ? '' : `; ${all.notChecked} of ${pairs.length} pairs were not checked`;
  const verdict = wrong + open === '' ? '; all tell their witnesses apart' : wrong + open;
  const missing = Math.max(0, ...rounds.map(({ planned, pairs: done }) => planned - done.length));
  return [`${size}${verdict}.`, ...mutationLine(rounds), ...(missing > 0 ? [`Stopped: ${missing} pairs were not reached.`] : [])];
};

/** How many tests would be missed; of the last round, because hidden inputs don't change it in a sound task. */
const mutationLine = (rounds: readonly TaskCheckReport[]): readonly string[] => {
  const mutations = rounds.at(-1)?.tasks.flatMap((task) => task.mutations) ?? [];
  return (['drop', 'weaken'] as const).flatMap((how) => {
    const all = mutations.filter((each) => each.how === how);
    if (all.length === 0) return [];
    const count = (status: string): number => all.filter((each) => each.status === status).length;
    const what = how === 'drop' ? 'Tests dropped one at a time' : 'Tests left without their own judgement';
    const open = count('undecided') === 0 ? '' : `, ${count('undecided')} undecided because not all languages were checked`;
    return [`${what}: ${count('caught')} of ${all.length} are missed by a witness, ${count('survived')} are not${open}.`];
  });
};
