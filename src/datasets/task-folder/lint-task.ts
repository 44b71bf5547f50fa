import { readFile } from 'node:fs/promises';
import type { Task } from '../../core/index.ts';
import { lintPrompts, type PromptProblem } from '../../prompts/lint.ts';
import { demandsOf } from './demands.ts';

/** What the prompts of a task lack or give away. A task without tests demands nothing but its functions. */
export const lintTask = async (task: Task): Promise<readonly PromptProblem[]> => {
  const source = task.testsPath === undefined ? '' : await readFile(task.testsPath, 'utf8');
  return lintPrompts(task, demandsOf(source, task.interface.kind));
};
