import { promptProblems } from './prompts-of.ts';
import { patchProblems } from './repositories.ts';
import { taskShape } from './task-file.ts';

/**
 * What task.yaml may say. Unknown keys are refused: a misspelt key would be a rule that silently does not hold.
 * Each language must have an instruction and a completion, written or derived.
 */
export const taskSchema = taskShape.superRefine((given, context) => {
  for (const { path, message } of given.answer === 'patch' ? patchProblems(given) : promptProblems(given))
    context.addIssue({ code: 'custom', path: [...path], message });
});
