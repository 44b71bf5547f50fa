import type { Usage } from '../core/index.ts';
import type { GenerateRequest } from './model.ts';

/** In US dollars for a million tokens, as the user's configuration states them; Fathom knows no prices of its own. */
export type Price = { readonly inputPerMillion: number; readonly outputPerMillion: number };

export const costOf = (usage: Usage, price: Price): number =>
  (usage.inputTokens * price.inputPerMillion + usage.outputTokens * price.outputPerMillion) / 1_000_000;

/** Tokens that a server may add to each message for its roles and marks: generous. */
const perMessage = 16;

/** The most that a request can use. A token is at least one byte, so the bytes bound the input whatever the tokenizer. */
export const upperBound = (request: GenerateRequest): Usage => {
  const texts = request.input.kind === 'raw' ? [request.input.text] : request.input.messages.map(({ content }) => content);
  const inputTokens = texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length + perMessage, perMessage);
  return { inputTokens, outputTokens: request.maxTokens };
};
