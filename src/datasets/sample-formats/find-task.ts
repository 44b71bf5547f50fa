import { type Language, type PromptStyle, type Task, type TaskLanguage, UserError, type Wording } from '../../core/index.ts';
import { hintFor } from '../../schemas/named.ts';
import type { ReadOptions } from '../dataset.ts';

/** What the tasks say of an answer. `prefix` is empty where no task or no head is known. */
export type AnswerFacts = { readonly taskId: string; readonly language: Language; readonly prefix: string };

/** What an answer says of itself; `place` is `file:line` for messages. */
export type Claim = {
  readonly taskId: string;
  readonly language?: Language | undefined;
  readonly place: string;
  /** `completion` where it says none: what it may continue is asked for before that is known. */
  readonly style?: PromptStyle;
  /** `plain` where it says none. */
  readonly wording?: Wording | undefined;
};

/**
 * Finds the task that an answer belongs to, by `id`, `suite/id`, or either with `/` written as `_`, and its language:
 * the answer's own, the user's, or the only one that the task has. Throws a UserError where that does not settle it.
 */
export const answerFacts = (claim: Claim, options: ReadOptions): AnswerFacts => {
  const tasks = options.tasks ?? [];
  const task = tasks.find((candidate) => namesOf(candidate).includes(claim.taskId));
  if (task === undefined && tasks.length > 0) throw unknownTask(claim, tasks);
  const taskLanguages = task?.languages.map(({ language }) => language) ?? [];
  const language = claim.language ?? options.language ?? (taskLanguages.length === 1 ? taskLanguages[0] : undefined);
  if (language === undefined) {
    const which = task === undefined ? 'its task is not known' : `task ${task.id} comes in ${taskLanguages.join(', ')}`;
    throw new UserError(
      'language-missing',
      `${claim.place}: the answer names no language, and ${which}. Add "language" to the samples, or give --language.`,
    );
  }
  const wording = task?.languages.find((candidate) => candidate.language === language);
  if (task !== undefined && wording === undefined) {
    throw new UserError(
      'language-unknown',
      `${claim.place}: the answer is in ${language}, and task ${task.id} comes in ${taskLanguages.join(', ')}.`,
    );
  }
  return { taskId: task?.id ?? claim.taskId, language, prefix: headOf(claim, wording) };
};

const headOf = ({ style, wording }: Claim, own: TaskLanguage | undefined): string =>
  (wording === 'explicit' ? own?.explicitPrompts : own?.prompts)?.[style === 'docstring-only' ? style : 'completion'] ?? '';

const namesOf = ({ id, suite }: Task): readonly string[] => [
  id,
  `${suite}/${id}`,
  id.replaceAll('/', '_'),
  `${suite}_${id}`.replaceAll('/', '_'),
];

const unknownTask = (claim: Claim, tasks: readonly Task[]): UserError => {
  const known = tasks.map(({ id }) => id);
  const hint = hintFor(claim.taskId, known);
  return new UserError('task-unknown', `${claim.place}: expected the id of a task, found ${JSON.stringify(claim.taskId)}${hint}`);
};
