import type { OpenPlace } from '../../datasets/dataset.ts';
import type { CheckedPair, CheckedTask, TaskProblem } from './report.ts';

const problemOf = ({ number, of, path, line, what }: OpenPlace): TaskProblem => ({
  where: `${path}:${line}`,
  expected: `place ${number} of ${of} filled in: ${what}`,
  found: `the comment "FILL ${number} of ${of}"`,
  next: 'Write it, and take the comment away.',
});

/** The witnesses of one language that are to be written. A pair without any waits for the rest of the task. */
export const unfinishedPair = (pair: CheckedPair, open: readonly OpenPlace[]): CheckedPair => ({
  ...pair,
  problems: open.filter(({ language }) => language === pair.language).map(problemOf),
  notChecked: 'the task has places that are not filled in',
});

/** What is open for all languages together. */
export const unfinishedTask = (taskId: string, open: readonly OpenPlace[]): CheckedTask => ({
  taskId,
  mutations: [],
  problems: open.filter(({ language }) => language === undefined).map(problemOf),
});
