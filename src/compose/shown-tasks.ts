import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language, PromptStyle, Task, Wording } from '../core/index.ts';

export { fileOf as fileOfWitness } from '../pipeline/check-tasks/problems.ts';

/** A task's request as it is put to a system; undefined where the task has none of this style and wording. */
export const promptOf = (
  task: Task,
  language: Language,
  { style, wording }: { readonly style: PromptStyle; readonly wording: Wording },
): string | undefined => {
  const own = task.languages.find((each) => each.language === language);
  return (wording === 'plain' ? own?.prompts : own?.explicitPrompts)?.[style];
};

/** Whether the task is a family from which variants can be drawn (docs/adding/variants.md). */
export const hasVariants = ({ testsPath }: Task): boolean =>
  testsPath !== undefined && existsSync(join(dirname(testsPath), 'variants.yaml'));
