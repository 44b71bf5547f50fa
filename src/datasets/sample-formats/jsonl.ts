import { z } from 'zod';
import { continuesPrompt, languages, type PromptStyle, promptStyles, UserError, wordings } from '../../core/index.ts';
import type { GivenSample, GivenSamples, ReadOptions, SampleFormat } from '../dataset.ts';
import { answerFacts } from './find-task.ts';
import { parseRows, type Row } from './parse-rows.ts';
import { systemName } from './system-name.ts';

const rowSchema = z
  .looseObject({
    task_id: z.union([z.string().min(1), z.number()]),
    completion: z.string().optional(),
    solution: z.string().optional(),
    language: z.enum(languages).optional(),
    style: z.enum(promptStyles).optional(),
    wording: z.enum(wordings).optional(),
    system: z.string().min(1).optional(),
    model: z.string().min(1).optional(),
    index: z.int().min(0).optional(),
    sample_id: z.union([z.int().min(0), z.string().regex(/^\d{1,9}$/, 'a whole number')]).optional(),
    prompt: z.string().optional(),
    finish_reason: z.string().nullish(),
  })
  .refine((row) => (row.completion === undefined) !== (row.solution === undefined), {
    error: 'expected exactly one of the keys completion and solution',
  });

type SampleRow = z.infer<typeof rowSchema>;

const known = new Set(Object.keys(rowSchema.shape));

/** One answer on each line: `task_id` with `completion` (HumanEval) or `solution` (EvalPlus). */
export const jsonl = (): SampleFormat => ({
  id: 'jsonl',
  summary: 'JSONL with task_id and completion or solution (HumanEval, EvalPlus)',
  recognises: (_path, head) => {
    const first = head.split('\n').find((line) => line.trim() !== '') ?? '';
    return /^\uFEFF?\s*\{/.test(first) && /"task_id"\s*:/.test(first) && /"(?:completion|solution)"\s*:/.test(first);
  },
  read: async (path, options) => samplesOf(path, await parseRows(path, rowSchema), options),
});

const samplesOf = (path: string, rows: readonly Row<SampleRow>[], options: ReadOptions): GivenSamples => {
  const nextIndex = new Map<string, number>();
  const taken = new Map<string, number>();
  const samples = rows.map(({ line, value }): GivenSample => {
    const place = `${path}:${line}`;
    const style: PromptStyle = value.style ?? (value.completion === undefined ? 'instruction' : 'completion');
    const { language, wording } = value;
    const facts = answerFacts({ taskId: String(value.task_id), language, place, style, wording }, options);
    const system = options.system ?? value.system ?? value.model ?? systemName(path);
    const prompt = JSON.stringify([system, facts.taskId, facts.language, style, wording ?? 'plain']);
    const stated = value.index ?? (value.sample_id === undefined ? undefined : Number(value.sample_id));
    const index = stated ?? nextIndex.get(prompt) ?? 0;
    nextIndex.set(prompt, Math.max(nextIndex.get(prompt) ?? 0, index + 1));
    const before = taken.get(`${prompt}#${index}`);
    if (before !== undefined) {
      throw new UserError(
        'sample-twice',
        `${place}: sample ${index} of task ${facts.taskId} and system ${system} stands already on line ${before}.`,
      );
    }
    taken.set(`${prompt}#${index}`, line);
    return {
      ...facts,
      prefix: continuesPrompt(style) ? (value.prompt ?? facts.prefix) : '',
      style,
      ...(wording === undefined || wording === 'plain' ? {} : { wording }),
      system,
      index,
      completion: {
        text: value.completion ?? value.solution ?? '',
        finishReason: value.finish_reason === 'length' || value.finish_reason === 'stop' ? value.finish_reason : 'other',
        model: value.model ?? system,
      },
      verdicts: [],
    };
  });
  const ignored = [...new Set(rows.flatMap(({ value }) => Object.keys(value).filter((key) => !known.has(key))))];
  return { format: 'jsonl', tasks: [], samples, notes: ignored.length === 0 ? [] : [`keys that were not read: ${ignored.join(', ')}`] };
};
