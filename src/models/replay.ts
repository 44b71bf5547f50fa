import type { Completion } from '../core/index.ts';
import { type GenerateRequest, type Model, ModelError } from './model.ts';

export type RecordedAnswer = { readonly about: GenerateRequest['about']; readonly completion: Completion };

export type ReplayOptions = {
  /** The id of the system that is replayed. */
  readonly id: string;
  readonly entries: readonly RecordedAnswer[];
  /** Where the record is, for the note: a run's id. */
  readonly source: string;
};

/** Gives the recorded answers again. Throws ModelError `exhausted` where the record has none; never makes one up. */
export const replay = ({ id, entries, source }: ReplayOptions): Model => {
  const answers = new Map(entries.map(({ about, completion }) => [keyOf(about), completion]));
  return {
    id,
    summary: `${answers.size} recorded answers`,
    note: `replayed: the answers were recorded in ${source}; no model was asked.`,
    speaks: 'chat',
    generate: ({ about }) => {
      const completion = answers.get(keyOf(about));
      if (completion !== undefined) return Promise.resolve(completion);
      const wanted = `${about.taskId}, ${about.language}, ${about.style}, perturbation ${about.perturbation}, sample ${about.index}`;
      return Promise.reject(new ModelError('exhausted', `${source} holds no answer for ${wanted}`, false));
    },
  };
};

const keyOf = (about: GenerateRequest['about']): string =>
  JSON.stringify([about.taskId, about.language, about.style, about.perturbation, about.index]);
