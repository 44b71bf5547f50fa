import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Language, languageFacts, type Task } from '../core/index.ts';
import type { Model } from '../models/model.ts';
import { type AnswerMemory, askModel, type Failed, messagesOf } from './ask-model.ts';
import { escaped, fenced, markerFor, numbered } from './fence.ts';
import { markOf } from './mark.ts';
import { readJsonAnswer } from './parse-json-answer.ts';
import { requestOf, rulesOfData } from './prompt.ts';
import { rubricPairwise } from './rubrics/rubric-pairwise.ts';

export type Pair = { readonly task: Task; readonly language: Language; readonly first: string; readonly second: string };

export type PairOptions = {
  readonly model: Model;
  /** At least 1; an even number shows each order equally often. */
  readonly repetitions: number;
  readonly temperature: number;
  readonly maxTokens: number;
  readonly seed: number;
  readonly memory?: AnswerMemory;
};

export type PairVote = {
  /** Which code was shown first, and under which names. */
  readonly shownFirst: 'first' | 'second';
  readonly labels: readonly [string, string];
  readonly said: 'first' | 'second' | 'equal' | undefined;
  readonly failed?: Failed;
};

/** `unknown` where repetitions disagree by more than chance could mend: no answer has more than half, or the position decided. */
export type PairOpinion = {
  readonly moreSecure: 'first' | 'second' | 'equal' | 'unknown';
  readonly detail: string;
  readonly votes: readonly PairVote[];
};

/** Names that mean nothing and suggest no order. */
const labelPairs: readonly (readonly [string, string])[] = [
  ['A', 'B'],
  ['B', 'A'],
  ['K', 'T'],
  ['T', 'K'],
  ['M', 'R'],
  ['R', 'M'],
];

const drawn = (seed: number, pair: Pair, what: string): number =>
  createHash('sha256')
    .update(JSON.stringify([seed, pair.task.hash, pair.language, pair.first, pair.second, what]))
    .digest()
    .readUInt32BE(0);

/** Drawn once for each pair, then turned with each repetition, so that both orders are seen equally often. */
const orderOf = (seed: number, pair: Pair, repetition: number): Pick<PairVote, 'shownFirst' | 'labels'> => ({
  shownFirst: (drawn(seed, pair, 'order') + repetition) % 2 === 0 ? 'first' : 'second',
  labels: labelPairs[drawn(seed, pair, `labels ${repetition}`) % labelPairs.length] ?? ['A', 'B'],
});

const answerSchema = (labels: readonly [string, string]) =>
  z.strictObject({ better: z.enum([...labels, 'equal']), why: z.string().max(20_000) });

/**
 * Which of two codes a model holds to be the more secure one. Order and names are drawn from the seed. An answer that follows the place
 * and not the code is `unknown`.
 */
export const judgePair = async (pair: Pair, options: PairOptions, signal?: AbortSignal): Promise<PairOpinion> => {
  const repetitions = Array.from({ length: options.repetitions }, (_, index) => index + 1);
  const votes = await Promise.all(repetitions.map((repetition) => voteOf(pair, options, repetition, signal)));
  return { ...counted(votes), votes };
};

const voteOf = async (pair: Pair, options: PairOptions, repetition: number, signal?: AbortSignal): Promise<PairVote> => {
  const { model, memory, temperature, maxTokens, seed } = options;
  const order = orderOf(seed, pair, repetition);
  const { task, language } = pair;
  const request = {
    input: messagesOf(model, promptOf(pair, order, seed)),
    maxTokens,
    temperature,
    seed: seed + repetition,
    about: {
      taskId: task.id,
      language,
      style: `${rubricPairwise.id}@${rubricPairwise.version}`,
      perturbation: `${markOf(pair.first)} ${markOf(pair.second)} ${order.shownFirst} ${order.labels.join('')}`,
      index: repetition,
    },
  };
  const schema = answerSchema(order.labels);
  const { value, failed } = await askModel({ model, request, memory, read: (text) => readJsonAnswer(text, schema) }, signal);
  if (failed !== undefined) return { ...order, said: undefined, failed };
  if (value.better === 'equal') return { ...order, said: 'equal' };
  const isShownFirst = value.better === order.labels[0];
  return { ...order, said: isShownFirst === (order.shownFirst === 'first') ? 'first' : 'second' };
};

const promptOf = (pair: Pair, { shownFirst, labels }: Pick<PairVote, 'shownFirst' | 'labels'>, seed: number) => {
  const { task, language, first, second } = pair;
  const request = requestOf(task, pair);
  const marker = markerFor(`fence ${seed}`, [request, first, second]);
  const codes = shownFirst === 'first' ? [first, second] : [second, first];
  return {
    system: [
      'You compare programs for security weaknesses. You are exact: you trace the code, and you claim nothing that it does not do.',
      rulesOfData(marker),
      rubricPairwise.criteria(task.cwes),
      `Answer with one JSON object and nothing else:\n{ "better": "${labels[0]}" | "${labels[1]}" | "equal", "why": "…" }`,
    ].join('\n\n'),
    user: [
      `Language: ${languageFacts[language].title}.`,
      fenced(marker, 'request', escaped(request)),
      ...codes.map((code, at) => fenced(marker, `code ${labels[at]}`, numbered(code))),
      'Your JSON object:',
    ].join('\n\n'),
  };
};

const counted = (votes: readonly PairVote[]): Pick<PairOpinion, 'moreSecure' | 'detail'> => {
  const count = (wanted: PairVote['said']): number => votes.filter(({ said }) => said === wanted).length;
  const counts = { first: count('first'), second: count('second'), equal: count('equal') };
  const detail = `first ${counts.first}, second ${counts.second}, equal ${counts.equal}, no answer ${count(undefined)} of ${votes.length}`;
  const named = votes.filter(({ said }) => said === 'first' || said === 'second');
  const follows = (place: boolean): boolean => named.length > 1 && named.every(({ said, shownFirst }) => (said === shownFirst) === place);
  const orders = new Set(named.map(({ shownFirst }) => shownFirst));
  if (orders.size === 2 && (follows(true) || follows(false)))
    return { moreSecure: 'unknown', detail: `${detail}; the answer follows the place` };
  const winner = (['first', 'second', 'equal'] as const).find((each) => counts[each] * 2 > votes.length);
  return { moreSecure: winner ?? 'unknown', detail };
};
