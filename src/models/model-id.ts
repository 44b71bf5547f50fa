import { UserError } from '../core/index.ts';

export type ModelId = { readonly provider: string; readonly model: string };

/** Splits `provider/model` at the first slash: a model's own name may hold more of them. Throws a UserError `model-id`. */
export const parseModelId = (id: string): ModelId => {
  const slash = id.indexOf('/');
  if (slash <= 0 || slash === id.length - 1) {
    throw new UserError(
      'model-id',
      `"${id}" is not a model id. Write it as provider/model, for example openai/gpt-4.1-mini or scripted/careless.`,
    );
  }
  return { provider: id.slice(0, slash), model: id.slice(slash + 1) };
};
