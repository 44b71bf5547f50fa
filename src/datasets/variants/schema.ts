import { z } from 'zod';
import type { Family, Parameter } from '../../variants/index.ts';

const value = z.union([z.string().min(1), z.int().min(0)], { message: 'a text or a whole number' });
const texts = z.record(z.string(), value);

const kinds = ['words', 'text', 'number', 'order'] as const;

const parameterShape = {
  words: value.exactOptional(),
  text: value.exactOptional(),
  number: z.int().min(0).exactOptional(),
  order: z.literal('requirements').exactOptional(),
  near: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).exactOptional(),
  forms: texts.exactOptional(),
  choices: z
    .array(z.union([value, texts]))
    .min(1)
    .exactOptional(),
};

type GivenParameter = z.infer<z.ZodObject<typeof parameterShape>>;

type Add = (message: string, path?: readonly PropertyKey[]) => void;

const checkChoice = (choice: unknown, keys: readonly string[], add: (message: string) => void): void => {
  if (typeof choice !== 'object' || choice === null) {
    if (keys.length > 1) add(`a choice with the keys ${keys.join(', ')}`);
    return;
  }
  const found = Object.keys(choice);
  const missing = keys.filter((key) => !found.includes(key));
  const unknown = found.filter((key) => !keys.includes(key));
  if (missing.length > 0 || unknown.length > 0) add(`a choice with exactly the keys ${keys.join(', ')}`);
};

const checkParameter = (given: GivenParameter, add: Add): void => {
  const named = kinds.filter((kind) => given[kind] !== undefined);
  const [kind] = named;
  if (kind === undefined || named.length > 1) {
    add(`exactly one of the keys ${kinds.join(', ')}`);
    return;
  }
  if (kind === 'order') {
    if (given.choices !== undefined || given.forms !== undefined) add('an ordering without choices and forms');
    return;
  }
  if (given.near !== undefined && kind !== 'number') add('`near` with a number only', ['near']);
  if (given.choices === undefined) {
    add('a parameter with `choices`');
    return;
  }
  const keys = [kind, ...Object.keys(given.forms ?? {})];
  if (new Set(keys).size < keys.length) add(`forms that are not called ${kind}`, ['forms']);
  for (const [index, choice] of given.choices.entries()) checkChoice(choice, keys, (message) => add(message, ['choices', index]));
  if (kind !== 'number') return;
  const numbers = [given.forms ?? {}, ...given.choices].flatMap((each) => (typeof each === 'object' ? Object.values(each) : [each]));
  if (!numbers.every((each) => typeof each === 'number')) add('whole numbers in choices and forms', ['choices']);
};

const parameterSchema = z.strictObject(parameterShape).superRefine((given, context) => {
  checkParameter(given, (message, path = []) => context.addIssue({ code: 'custom', message: `expected ${message}`, path: [...path] }));
});

/** What variants.yaml may say (docs/adding/variants.md). */
export const familySchema = z.strictObject({
  parameters: z.array(parameterSchema).min(1),
  keep: z.array(z.string().min(1)).default([]),
  marker: z.strictObject({ after: z.string().min(1) }).exactOptional(),
});

/** What a variant's task.yaml says of its making. */
export const variantSchema = z.strictObject({
  family: z.string().min(1),
  seed: z.int().min(0),
  draws: z.record(z.string(), z.string()),
  markers: z.array(z.string().min(1)),
});

export type VariantFacts = z.infer<typeof variantSchema>;

const parameterOf = (given: GivenParameter): Parameter => {
  if (given.order !== undefined) return { kind: 'order', name: given.order };
  const kind = given.words !== undefined ? 'words' : given.text !== undefined ? 'text' : 'number';
  const own = String(given[kind] ?? '');
  const forms = Object.entries(given.forms ?? {});
  const valuesOf = (choice: string | number | Readonly<Record<string, string | number>>): readonly string[] =>
    typeof choice === 'object' ? [kind, ...forms.map(([key]) => key)].map((key) => String(choice[key] ?? '')) : [String(choice)];
  return {
    kind,
    name: own,
    bases: [own, ...forms.map(([, base]) => String(base))],
    near: typeof given.near === 'string' ? [given.near] : (given.near ?? []),
    choices: (given.choices ?? []).map(valuesOf),
  };
};

export const familyOf = (given: z.infer<typeof familySchema>): Family => ({
  parameters: given.parameters.map(parameterOf),
  keep: given.keep,
  ...(given.marker === undefined ? {} : { markerAfter: given.marker.after }),
});
