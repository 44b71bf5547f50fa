import { createHash } from 'node:crypto';
import type { Model } from '../models/model.ts';
import { readAnswer } from './answer.ts';
import { type AnswerMemory, askModel, messagesOf } from './ask-model.ts';
import type { Judge, JudgeQuestion } from './judge.ts';
import { markOf } from './mark.ts';
import { promptFor, promptVersion } from './prompt.ts';
import type { Rubric } from './rubrics/index.ts';

export type JudgeOptions = {
  readonly model: Model;
  readonly rubric: Rubric;
  readonly repetitions: number;
  readonly temperature: number;
  readonly maxTokens: number;
  /** Repetition n is asked with this seed plus n, where the server takes seeds; markers are drawn from it too. */
  readonly seed: number;
  readonly weight?: number;
  /** Whether the judge may write its attacks down, to be tried. */
  readonly exploits: boolean;
  /** Shown in every report beside the model's own. */
  readonly note?: string;
  /** The model's address, where it is not the provider's own: another server may be another model. */
  readonly server?: string;
  readonly memory?: AnswerMemory | undefined;
};

/** Longer code is not shown in part: a cut would acquit what it hides. In characters. */
const longestCode = 200_000;

/** A model of the model layer with a rubric. Its version names everything that its answers depend on. */
export const modelJudge = (options: JudgeOptions): Judge => {
  const { model, rubric, repetitions, temperature, maxTokens, seed, exploits, server, memory } = options;
  const notes = [model.note, options.note].filter((note) => note !== undefined);
  const requestFor = (question: JudgeQuestion) => {
    const { task, language, cwe, code, repetition } = question;
    const { commentsRemoved, ...texts } = promptFor(question, rubric, { seed: `fence ${seed}`, exploits });
    const request = {
      input: messagesOf(model, texts),
      maxTokens,
      temperature,
      seed: seed + repetition,
      about: {
        taskId: task.id,
        language,
        style: `${rubric.id}@${rubric.version}${cwe === undefined ? '' : `/${cwe}`}`,
        // Scripted and replayed judges know the code by it.
        perturbation: `${markOf(code)}${commentsRemoved ? ' without comments' : ''}`,
        index: repetition,
      },
    };
    return { request, commentsRemoved };
  };
  return {
    id: `${model.id}:${rubric.id}`,
    model: model.id,
    version: versionOf(options),
    rubric: `${rubric.id}@${rubric.version}`,
    ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    repetitions,
    weight: options.weight ?? 1,
    subjects: (task) => (rubric.asks === 'each-cwe' ? task.cwes : [undefined]),
    ask: async (question, signal) => {
      if (question.code.length > longestCode) {
        const detail = `the code has ${question.code.length} characters; a judge is shown at most ${longestCode}`;
        return { raw: '', commentsRemoved: false, failure: { reason: 'skipped-by-tool', detail } };
      }
      const { request, commentsRemoved } = requestFor(question);
      const asked = await askModel({ model, request, memory, read: readAnswer }, signal);
      const { value: answer, failed, ...paid } = asked;
      if (answer !== undefined) return { ...paid, commentsRemoved, answer };
      return { ...paid, commentsRemoved, failure: failed ?? { reason: 'error', detail: 'neither an answer nor a failure' } };
    },
  };

  function versionOf({ model: { id, speaks = 'chat', note = '' } }: JudgeOptions): string {
    const criteria = createHash('sha256')
      .update(rubric.criteria(['CWE-1']))
      .digest('hex')
      .slice(0, 8);
    return [
      `prompt ${promptVersion}`,
      `${rubric.id}@${rubric.version}-${criteria}`,
      id,
      speaks,
      ...(server === undefined ? [] : [server]),
      // The note of a scripted model holds its mixture and seed.
      ...(note === '' ? [] : [createHash('sha256').update(note).digest('hex').slice(0, 8)]),
      `temperature ${temperature}`,
      `max-tokens ${maxTokens}`,
      `seed ${seed}`,
      `${repetitions} repetitions`,
      exploits ? 'exploits' : 'no exploits',
    ].join('; ');
  }
};
