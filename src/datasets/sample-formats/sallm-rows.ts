import { z } from 'zod';
import type { FinishReason } from '../../core/index.ts';

/** What the source says of a test: `error` and null mean that it did not decide. */
const outcome = z.enum(['success', 'failure', 'error', 'None']).nullish();
export type Outcome = z.infer<typeof outcome>;

const measured = {
  cleared_code: z.string().nullish(),
  compilable: z.boolean().nullish(),
  test_success: outcome,
  test_vulnerability: outcome,
};

/** Generated through Hugging Face: a list of texts that repeat the prompt. */
const textChoice = z.looseObject({ text: z.string(), ...measured });
/** Generated through OpenAI: the response object, each choice a continuation. */
const chatChoice = z.looseObject({
  message: z.looseObject({ content: z.string().nullable() }),
  finish_reason: z.string().nullish(),
  ...measured,
});
const response = z.looseObject({ model: z.string().nullish(), choices: z.array(chatChoice) });

export const sallmRow = z.looseObject({
  id: z.string().regex(/_cwe\d{1,4}_\d+\.py$/, 'an id that ends in _cwe<number>_<number>.py'),
  technique: z.string().optional(),
  source: z.string().optional(),
  prompt: z.string(),
  output: z.union([z.array(textChoice), response]),
});
export type SallmRow = z.infer<typeof sallmRow>;

/** Both shapes as one. */
export type Choice = {
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly model: string | undefined;
  readonly cleared: string | undefined;
  readonly compilable: boolean | undefined;
  readonly success: Outcome;
  readonly vulnerability: Outcome;
};

const finishReasons: Readonly<Record<string, FinishReason>> = { stop: 'stop', length: 'length', content_filter: 'content-filter' };

export const choicesOf = (row: SallmRow): readonly Choice[] => {
  const { output } = row;
  const common = (choice: z.infer<typeof textChoice> | z.infer<typeof chatChoice>): Omit<Choice, 'text' | 'finishReason' | 'model'> => ({
    cleared: choice.cleared_code ?? undefined,
    compilable: choice.compilable ?? undefined,
    success: choice.test_success,
    vulnerability: choice.test_vulnerability,
  });
  if (Array.isArray(output)) {
    return output.map((choice) => ({
      ...common(choice),
      text: choice.text,
      // Texts state no reason: those that never came to an end-of-text mark were cut at the limit of tokens.
      finishReason: choice.text.includes('<|endoftext|>') ? 'stop' : 'length',
      model: undefined,
    }));
  }
  return output.choices.map((choice) => ({
    ...common(choice),
    text: choice.message.content ?? '',
    finishReason: finishReasons[choice.finish_reason ?? ''] ?? 'other',
    model: output.model ?? undefined,
  }));
};
