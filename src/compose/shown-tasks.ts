import { dirname } from 'node:path';
import type { Language, PromptStyle, Task, Wording } from '../core/index.ts';
import { loadFamily } from '../datasets/variants/family-folder.ts';

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

/** How many variants can be drawn from the task (docs/adding/variants.md); undefined where it is no family. Throws a UserError where it is a broken one. */
export const variantsOf = async ({ testsPath, id }: Task): Promise<number | undefined> =>
  testsPath === undefined ? undefined : (await loadFamily(dirname(testsPath), id))?.variants;
