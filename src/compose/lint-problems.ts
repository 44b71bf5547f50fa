import { dirname } from 'node:path';
import { type Language, type Task, UserError } from '../core/index.ts';
import { lintTask } from '../datasets/task-folder/lint-task.ts';
import { loadFamily } from '../datasets/variants/family-folder.ts';
import type { TaskProblem } from '../pipeline/check-tasks.ts';
import type { PromptProblem } from '../prompts/lint.ts';

/** What the lint of prompts says of a task in a language, as problems of a check. Each task is read once. */
export const promptLint = (): ((task: Task, language: Language) => Promise<readonly TaskProblem[]>) => {
  const known = new Map<Task, Promise<readonly PromptProblem[]>>();
  return async (task, language) => {
    const reading = known.get(task) ?? lintTask(task);
    known.set(task, reading);
    return promptProblems((await reading).filter((each) => each.language === language));
  };
};

/** What is wrong with the variants of a task, where it has any. */
export const variantsLint = async ({ id, testsPath }: Task): Promise<readonly TaskProblem[]> => {
  if (testsPath === undefined) return [];
  try {
    await loadFamily(dirname(testsPath), id);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ where: 'variants.yaml', expected: 'variants that can be made', found: error.message, next: 'See docs/adding/variants.md.' }];
  }
};

/** The same fault in several styles and wordings is one problem. */
export const promptProblems = (found: readonly PromptProblem[]): readonly TaskProblem[] => {
  const groups = new Map<string, PromptProblem[]>();
  for (const each of found) groups.set(each.message, [...(groups.get(each.message) ?? []), each]);
  return [...groups].map(([message, group]) => {
    const places = [...new Set(group.map(({ style, wording }) => (wording === 'plain' ? style : `${style} (${wording})`)))];
    return { where: `task.yaml: prompts ${places.join(', ')}`, ...partsOf(message, group[0]?.rule) };
  });
};

/** "expected the function f. Name it in the prompt." and "found "x" in a plain prompt: it tells. Say it otherwise." */
const partsOf = (message: string, rule: PromptProblem['rule'] | undefined): Omit<TaskProblem, 'where'> => {
  const end = message.indexOf('. ');
  const [said, next] = end < 0 ? [message, 'Mend the prompt.'] : [message.slice(0, end), message.slice(end + 2)];
  if (rule === 'telling')
    return { expected: 'a plain prompt that does not give the weakness away', found: said.replace(/^found /, ''), next };
  return { expected: said.replace(/^expected /, ''), found: 'a prompt that does not say it', next };
};
