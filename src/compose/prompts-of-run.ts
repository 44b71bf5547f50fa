import { type Entry, type Manifest, type Task, UserError } from '../core/index.ts';
import { promptOf } from './shown-tasks.ts';
import { suiteOf } from './suites.ts';

/** The text of a sample's prompt in the task's own words; undefined where the task is gone, has changed since the run, or was imported. */
export type PromptOfEntry = (entry: Pick<Entry, 'taskId' | 'language' | 'style' | 'wording'>) => string | undefined;

/** A suite that can't be loaded any more has no tasks here: the run must still be readable. */
const tasksOf = async (source: string, cwd: string): Promise<readonly Task[]> => {
  try {
    return (await suiteOf(source, cwd)).tasks;
  } catch (thrown) {
    if (thrown instanceof UserError) return [];
    throw thrown;
  }
};

/** The prompts of a run. The record does not hold them; they are read from its suites, task by task of the same hash. */
export const promptsOfRun = async ({ suites, tasks: recorded }: Manifest, cwd: string): Promise<PromptOfEntry> => {
  const hashes = new Map(recorded.map(({ id, hash }) => [id, hash]));
  const loaded = (await Promise.all(suites.map(({ source }) => tasksOf(source, cwd)))).flat();
  const tasks = new Map(loaded.filter(({ id, hash }) => hashes.get(id) === hash).map((task) => [task.id, task]));
  return ({ taskId, language, style, wording }) => {
    const task = tasks.get(taskId);
    return task === undefined ? undefined : promptOf(task, language, { style, wording: wording ?? 'plain' });
  };
};
