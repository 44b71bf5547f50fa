import { type CweId, type Language, languages, type Task, UserError } from '../../../core/index.ts';
import { selectTasks } from '../../../pipeline/plan.ts';
import type { Configuration } from '../../../schemas/configuration.ts';
import { hintFor } from '../../../schemas/named.ts';

type Options = Readonly<Record<string, unknown>>;

/** `--language` is short for `--languages`. */
export const withShortFlags = (options: Options): Options =>
  options.language === undefined ? options : { ...options, languages: options.language };

/** The tasks that were named, or all, narrowed by weakness and language. Throws a UserError where an id is not known, or falls out. */
export const chosenTasks = (all: readonly Task[], ids: readonly string[], configuration: Configuration): readonly Task[] => {
  const known = all.map(({ id }) => id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    throw new UserError('unknown-task', `There is no task ${JSON.stringify(id)}${hintFor(id, known)} \`fathom tasks list\` shows them.`);
  }
  const chosen = selectTasks({
    tasks: all,
    ...(ids.length === 0 ? {} : { taskIds: ids }),
    ...(configuration.cwe === undefined ? {} : { cwes: configuration.cwe.map((id): CweId => `CWE-${Number(id.slice(4))}`) }),
    ...(configuration.languages === undefined ? {} : { languages: configuration.languages }),
  });
  const lost = ids.filter((id) => !chosen.some((task) => task.id === id));
  if (lost.length > 0)
    throw new UserError(
      'task-left-out',
      `The weakness or language that was asked for leaves out ${lost.join(', ')}. \`fathom tasks list\` shows what they have.`,
    );
  return chosen;
};

/** The languages of a task that were asked for. */
export const languagesOf = (task: Task, wanted: readonly Language[] | undefined): readonly Language[] =>
  languages.filter((language) => task.languages.some((each) => each.language === language) && (wanted?.includes(language) ?? true));

/** What every action is handed: the chosen tasks, the configuration in force, and the flags that are no configuration. */
export type TasksRequest = { readonly tasks: readonly Task[]; readonly configuration: Configuration; readonly options: Options };
