import { createHash } from 'node:crypto';
import { type Completion, messageOf, type UnknownReason, type Usage } from '../core/index.ts';
import { isRefusal } from '../extraction/index.ts';
import { type GenerateRequest, type Model, ModelError } from '../models/model.ts';
import type { Read } from './parse-json-answer.ts';
import type { Prompt } from './prompt.ts';

/** Answers that were paid for, by request: a run that was killed does not pay for them again. */
export type AnswerMemory = {
  load(key: string): Promise<Completion | undefined>;
  save(key: string, completion: Completion): Promise<void>;
};

export type Failed = { readonly reason: UnknownReason; readonly detail: string };

/** What came back of one call. */
export type Asked<T> = {
  readonly raw: string;
  readonly usage?: Usage;
  readonly costUsd?: number;
} & ({ readonly value: T; readonly failed?: undefined } | { readonly value?: undefined; readonly failed: Failed });

const reasonOf: Readonly<Record<ModelError['code'], UnknownReason>> = {
  authentication: 'no-answer',
  'rate-limit': 'no-answer',
  server: 'no-answer',
  network: 'no-answer',
  'bad-request': 'no-answer',
  exhausted: 'no-answer',
  timeout: 'timeout',
  'bad-response': 'unparsable-output',
  budget: 'budget',
};

export const messagesOf = (model: Pick<Model, 'speaks'>, { system, user }: Pick<Prompt, 'system' | 'user'>): GenerateRequest['input'] =>
  model.speaks === 'raw'
    ? { kind: 'raw', text: `${system}\n\n${user}\n` }
    : {
        kind: 'chat',
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
      };

const keyOf = (model: Model, request: GenerateRequest): string =>
  `judge/${createHash('sha256')
    .update(JSON.stringify([model.id, request]))
    .digest('hex')}`;

const obtain = async (
  model: Model,
  request: GenerateRequest,
  memory: AnswerMemory | undefined,
  signal?: AbortSignal,
): Promise<Completion> => {
  const key = keyOf(model, request);
  const known = await memory?.load(key);
  if (known !== undefined) return known;
  const completion = await model.generate(request, signal);
  await memory?.save(key, completion);
  return completion;
};

const longestDetail = 300;
const shown = (text: string): string => escapedLine(text).slice(0, longestDetail);
const escapedLine = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();

/** The value of a complete answer, or why there is none. A refusal, a cut and another shape are told apart, and none of them is an answer. */
const valueIn = <T>(
  { text, finishReason }: Completion,
  read: (text: string) => Read<T>,
): { readonly value: T } | { readonly failed: Failed } => {
  const unread = (reason: UnknownReason, detail: string) => ({ failed: { reason, detail } });
  if (finishReason === 'content-filter') return unread('refused', `the model refused: ${shown(text) || 'without a word'}`);
  if (finishReason === 'length') return unread('unparsable-output', 'the answer was cut at the limit of tokens (max-tokens)');
  const answer = read(text);
  if ('value' in answer) return { value: answer.value };
  if (isRefusal(text)) return unread('refused', `the model refused: ${shown(text)}`);
  return unread('unparsable-output', `${answer.problem}: ${shown(text) || 'nothing was said'}`);
};

export type Ask<T> = {
  readonly model: Model;
  readonly request: GenerateRequest;
  readonly memory?: AnswerMemory | undefined;
  read(text: string): Read<T>;
};

/** Asks a model once. Rejects only where the signal is aborted. */
export const askModel = async <T>({ model, request, memory, read }: Ask<T>, signal?: AbortSignal): Promise<Asked<T>> => {
  let completion: Completion;
  try {
    completion = await obtain(model, request, memory, signal);
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    const reason = thrown instanceof ModelError ? reasonOf[thrown.code] : 'error';
    return { raw: '', failed: { reason, detail: shown(messageOf(thrown)) } };
  }
  const { text, usage, costUsd } = completion;
  const paid = { raw: text, ...(usage === undefined ? {} : { usage }), ...(costUsd === undefined ? {} : { costUsd }) };
  return { ...paid, ...valueIn(completion, read) };
};
