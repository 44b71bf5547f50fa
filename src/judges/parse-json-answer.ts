import type { z } from 'zod';

/** A text read as the one JSON object that was asked for, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

const thinking = /^\s*<(think|thinking|reasoning)>[\s\S]*?<\/\1>/i;
const loneThinking = /^(?:(?!<think)[\s\S])*?<\/think(?:ing)?>/i;
const fence = /^```(?:json)?[ \t]*\n([\s\S]*?)\n?```$/i;

/**
 * Strict: after a model's reasoning the text is one JSON object, alone or in one fence. Prose around it is refused: in a longer text
 * somebody would have to choose which object counts, and the code under judgement may have made the model print one.
 */
export const readJsonAnswer = <T>(text: string, schema: z.ZodType<T>): Read<T> => {
  const said = text.replace(thinking, '').replace(loneThinking, '').trim();
  if (said === '') return { problem: 'the answer is empty' };
  const body = fence.exec(said)?.[1] ?? said;
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { problem: 'the answer is not one JSON object' };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    problem: `the answer has another shape: ${(issue?.path ?? []).map(String).join('.') || 'answer'}: ${issue?.message ?? 'wrong'}`,
  };
};
