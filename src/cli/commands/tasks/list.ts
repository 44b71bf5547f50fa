import { coverageOf, familyOfTask, hasVariants } from '../../../compose.ts';
import type { Task } from '../../../core/index.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { table } from '../../table.ts';
import { languagesOf, type TasksRequest } from './request.ts';

const rowOf = (task: Task): readonly string[] => [
  task.id,
  familyOfTask(task.cwes),
  task.cwes.join(' '),
  task.interface.kind,
  languagesOf(task, undefined).join(' '),
  hasVariants(task) ? 'yes' : '',
  task.title,
];

/** `fathom tasks list`: one line for each task. */
export const listTasks = ({ console }: Context, { tasks, options }: TasksRequest): number => {
  if (options.json === true) {
    const entries = tasks.map((task) => ({
      id: task.id,
      summary: task.title,
      suite: task.suite,
      family: familyOfTask(task.cwes),
      cwes: task.cwes,
      kind: task.interface.kind,
      languages: languagesOf(task, undefined),
      variants: hasVariants(task),
      hash: task.hash,
    }));
    console.out(JSON.stringify(entries, null, 2));
    return exitCodes.fine;
  }
  const head = ['task', 'family', 'weakness', 'kind', 'languages', 'variants', 'title'];
  console.out(table(head, tasks.map(rowOf), console.width));
  const { total, families } = coverageOf(tasks);
  console.out(
    `\ntasks: ${total.tasks}, pairs of task and language: ${total.pairs}, weaknesses: ${total.cwes}, families: ${families.length}`,
  );
  return exitCodes.fine;
};
