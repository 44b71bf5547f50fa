import { z } from 'zod';
import { hintFor } from './named.ts';

/** One mistake in a document. `at` says whether the key or the value is at fault. */
export type Problem = { readonly path: readonly PropertyKey[]; readonly at: 'key' | 'value'; readonly message: string };

type Issue = z.core.$ZodIssue;

type Context = {
  readonly document: unknown;
  readonly schema: z.core.$ZodType;
  /** Where the issue's own path begins; empty for an issue of the whole document. */
  readonly base: readonly PropertyKey[];
};

/** Words that a reader of the document understands: what was expected, what was found, and the nearest valid word. */
export const explainIssue = (issue: Issue, document: unknown, schema: z.core.$ZodType): readonly Problem[] =>
  explain(issue, { document, schema, base: [] });

const explain = (issue: Issue, context: Context): readonly Problem[] => {
  const path = [...context.base, ...issue.path];
  const found = valueAt(context.document, path);
  const problem = (message: string): Problem => ({ path, at: 'value', message });
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(context.schema, path, context.document);
      return issue.keys.map((key) => ({
        path: [...path, key],
        at: 'key',
        message: `expected ${known.length === 0 ? 'no such key' : `one of the keys ${known.join(', ')}`}, found ${show(key)}${hint(key, known)}`,
      }));
    }
    case 'invalid_value':
      return [problem(`expected ${alternatives(issue.values)}, found ${show(found)}${hint(found, issue.values.map(String))}`)];
    case 'invalid_type':
      return [problem(`expected ${article(issue.expected)}, found ${found === undefined ? 'nothing' : show(found)}`)];
    case 'too_small':
      return [
        problem(
          `expected ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}${unitOf(issue.origin)}, found ${show(found)}`,
        ),
      ];
    case 'too_big':
      return [
        problem(
          `expected ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}${unitOf(issue.origin)}, found ${show(found)}`,
        ),
      ];
    case 'invalid_format':
      return [problem(`expected ${formatText(issue)}, found ${show(found)}`)];
    case 'invalid_union':
      return explainUnion(issue, path, context);
    default:
      return [problem(`${issue.message}, found ${show(found)}`)];
  }
};

/** Of a union's branches, the one that got furthest says what is wrong. */
const explainUnion = (
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  context: Context,
): readonly Problem[] => {
  const found = valueAt(context.document, path);
  if ('discriminator' in issue && typeof issue.discriminator === 'string') {
    const known = literalsOf(schemaAt(context.schema, path.slice(0, -1), context.document), issue.discriminator);
    return [{ path, at: 'value', message: `expected ${alternatives(known)}, found ${show(found)}${hint(found, known)}` }];
  }
  const deepest = (branch: readonly Issue[]): number => Math.max(0, ...branch.map((inner) => inner.path.length));
  const best = issue.errors.toSorted((a, b) => deepest(b) - deepest(a) || a.length - b.length)[0];
  if (best === undefined || deepest(best) === 0) {
    const expected = issue.errors.flatMap((branch) =>
      branch.flatMap((inner) => (inner.code === 'invalid_type' ? [article(inner.expected)] : [])),
    );
    const text = expected.length > 0 ? expected.join(' or ') : 'another value';
    return [{ path, at: 'value', message: `expected ${text}, found ${show(found)}` }];
  }
  return best.flatMap((inner) => explain(inner, { ...context, base: path }));
};

const hint = (word: unknown, candidates: readonly string[]): string => {
  return typeof word === 'string' ? hintFor(word, candidates) : '';
};

const alternatives = (values: readonly unknown[]): string => {
  const shown = values.map((value) => String(value));
  return shown.length === 1 ? `"${shown[0]}"` : `one of ${shown.join(', ')}`;
};

const article = (type: string): string => {
  const names: Readonly<Record<string, string>> = {
    record: 'a map',
    object: 'a map',
    array: 'a list',
    int: 'a whole number',
    boolean: 'true or false',
  };
  return names[type] ?? (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
};

const unitOf = (origin: string): string => (origin === 'string' ? ' characters' : origin === 'array' ? ' elements' : '');

const formatText = (issue: Extract<Issue, { code: 'invalid_format' }>): string => {
  if (issue.format !== 'regex' && issue.format !== 'template_literal') return article(issue.format === 'uuid' ? 'UUID' : issue.format);
  // A schema that gives its pattern a message of its own says it better than the pattern does.
  return issue.message.startsWith('Invalid string') ? `a text that matches ${issue.pattern ?? 'the pattern'}` : issue.message;
};

const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const valueAt = (document: unknown, path: readonly PropertyKey[]): unknown => {
  let value = document;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
};

const keysAt = (schema: z.core.$ZodType, path: readonly PropertyKey[], document: unknown): readonly string[] =>
  objectsOf(schemaAt(schema, path, document), valueAt(document, path)).flatMap((object) => Object.keys(object._zod.def.shape));

const literalsOf = (schema: z.core.$ZodType | undefined, key: string): readonly string[] =>
  objectsOf(schema, undefined).flatMap((object) => [...(object._zod.def.shape[key]?._zod.values ?? [])].map(String));

const schemaAt = (schema: z.core.$ZodType, path: readonly PropertyKey[], document: unknown): z.core.$ZodType | undefined => {
  let current: z.core.$ZodType | undefined = schema;
  for (const [index, step] of path.entries()) {
    if (current === undefined) return undefined;
    current = childSchema(unwrap(current), step, valueAt(document, path.slice(0, index)));
  }
  return current;
};

const childSchema = (schema: z.core.$ZodType, step: PropertyKey, value: unknown): z.core.$ZodType | undefined => {
  if (schema instanceof z.ZodArray) return schema._zod.def.element;
  if (schema instanceof z.ZodRecord) return schema._zod.def.valueType;
  return objectsOf(schema, value)
    .map((object) => object._zod.def.shape[String(step)])
    .find((child) => child !== undefined);
};

/** The object schemas that a value can mean: of a union, those whose literal keys agree with it, else all. */
const objectsOf = (schema: z.core.$ZodType | undefined, value: unknown): readonly z.ZodObject[] => {
  if (schema === undefined) return [];
  const bare = unwrap(schema);
  if (bare instanceof z.ZodObject) return [bare];
  if (!(bare instanceof z.ZodUnion)) return [];
  const all = bare._zod.def.options.flatMap((option) => objectsOf(option, value));
  const agreeing = all.filter((object) => literalsAgree(object, value));
  return agreeing.length > 0 ? agreeing : all;
};

const literalsAgree = (object: z.ZodObject, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.entries(object._zod.def.shape).every(([key, child]) => {
    const literals = child._zod.values;
    return literals === undefined || !(key in value) || [...literals].some((literal) => literal === Reflect.get(value, key));
  });

const unwrap = (schema: z.core.$ZodType): z.core.$ZodType => {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodExactOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodReadonly
  ) {
    return unwrap(schema._zod.def.innerType);
  }
  if (schema instanceof z.ZodPipe) return unwrap(schema._zod.def.in);
  return schema;
};
