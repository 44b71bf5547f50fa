import { coverageOf, familyOfTask, variantsOf } from '../../../compose.ts';
import { languageFacts, type Task } from '../../../core/index.ts';
import type { Context } from '../../context.ts';
import { exitCodes } from '../../exit-codes.ts';
import { table } from '../../table.ts';
import { languagesOf, type TasksRequest } from './request.ts';

/** Languages by the endings of their files, because a table has little room. */
const rowOf = (task: Task, variants: number | undefined): readonly string[] => [
  task.id,
  familyOfTask(task.cwes),
  task.cwes.join(' '),
  task.interface.kind,
  languagesOf(task, undefined)
    .map((language) => languageFacts[language].extension)
    .join(' '),
  variants?.toLocaleString('en') ?? '',
  task.title,
];

/** `fathom tasks list`: one line for each task. */
export const listTasks = async ({ console }: Context, { tasks, options }: TasksRequest): Promise<number> => {
  const variants = await Promise.all(tasks.map(variantsOf));
  if (options.json === true) {
    const entries = tasks.map((task, index) => ({
      id: task.id,
      summary: task.title,
      suite: task.suite,
      family: familyOfTask(task.cwes),
      cwes: task.cwes,
      kind: task.interface.kind,
      languages: languagesOf(task, undefined),
      variants: variants[index] ?? null,
      hash: task.hash,
    }));
    console.out(JSON.stringify(entries, null, 2));
    return exitCodes.fine;
  }
  const head = ['task', 'family', 'weakness', 'kind', 'languages', 'variants', 'title'];
  console.out(
    table(
      head,
      tasks.map((task, index) => rowOf(task, variants[index])),
      console.width,
    ),
  );
  const { total, families } = coverageOf(tasks);
  console.out(
    `\ntasks: ${total.tasks}, pairs of task and language: ${total.pairs}, weaknesses: ${total.cwes}, families: ${families.length}`,
  );
  return exitCodes.fine;
};
