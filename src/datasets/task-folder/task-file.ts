import { z } from 'zod';
import { type defaultLimits, type Language, languages, valueTypes } from '../../core/index.ts';
import { variantSchema } from '../variants/schema.ts';

const word = (message: string, pattern: RegExp) => z.string().regex(pattern, { message });

const taskIdSchema = word('a name in lower case with hyphens (read-note)', /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const cweSchema = z.templateLiteral(['CWE-', z.int().positive()], { message: 'a weakness like CWE-22' });
const identifier = word('an identifier', /^[A-Za-z_$][A-Za-z0-9_$]*$/);
const line = z.string().min(1);

/** An optional key for each language. */
const perLanguage = <T extends z.ZodType>(schema: T) => {
  const key = schema.exactOptional();
  const shape = { python: key, javascript: key, typescript: key, java: key, go: key, c: key, cpp: key };
  return shape satisfies Record<Language, unknown>;
};

const valueFields = {
  type: z.enum(valueTypes),
  ctype: line.exactOptional(),
  nullable: z.boolean().exactOptional(),
};

const functionSchema = z.strictObject({
  name: identifier,
  names: z.strictObject(perLanguage(identifier)).exactOptional(),
  parameters: z.array(z.strictObject({ name: identifier, ...valueFields })),
  returns: z.strictObject(valueFields),
});

const interfaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('function'), functions: z.array(functionSchema).min(1) }),
  z.strictObject({
    kind: z.literal('http'),
    framework: z.strictObject(perLanguage(line)),
    application: identifier.default('app'),
  }),
  z.strictObject({ kind: z.literal('command') }),
]);

const languageSchema = z.strictObject({
  packages: z.array(line).default([]),
  prompts: z
    .strictObject({
      instruction: line.exactOptional(),
      completion: line.exactOptional(),
      'docstring-only': line.exactOptional(),
      issue: line.exactOptional(),
    })
    .default({})
    .describe('Prompts that are written by hand; they win over the derived ones.'),
  notes: line.exactOptional().describe('What is particular to this language, in sentences.'),
  head: line.exactOptional().describe('Imports and declarations that stand before the function in a completion.'),
  declarations: z
    .array(line)
    .min(1)
    .exactOptional()
    .describe('Declarations without bodies, in the order of the functions, instead of the derived ones.'),
});

const limit = z.int().positive().exactOptional();
const limitShape = {
  callMs: limit,
  loadMs: limit,
  cpuSeconds: limit,
  memoryMb: limit,
  processes: limit,
  outputBytes: limit,
  fileBytes: limit,
};
// A limit that core adds and this schema does not know would be refused: keep both alike.
limitShape satisfies Record<keyof typeof defaultLimits, unknown>;

/** The keys of task.yaml; that they fit together is checked by `taskSchema`. */
export const taskShape = z.strictObject({
  id: taskIdSchema,
  title: line,
  cwes: z.array(cweSchema),
  'also-counts': z.array(cweSchema).default([]),
  threat: line,
  interface: interfaceSchema,
  answer: z.enum(['file', 'patch']).default('file').describe('`patch`: the task asks to change the files below repository/<language>.'),
  entry: z
    .strictObject(perLanguage(line))
    .exactOptional()
    .describe('Of a patch task: the module with what the tests talk to, in each language.'),
  purpose: line.exactOptional().describe('Completes "Write a Python module for …": the notes of a reading club.'),
  specification: line.exactOptional().describe('Everything that the tests demand, for all languages, with names in backticks.'),
  ticket: line.exactOptional().describe('The first lines of a ticket by a busy colleague; the specification follows.'),
  'explicit-security': line.exactOptional().describe('The security requirement, for prompts of the wording `explicit` only.'),
  languages: z
    .strictObject(perLanguage(languageSchema))
    .refine((given) => Object.keys(given).length > 0, { message: `expected at least one of ${languages.join(', ')}` }),
  limits: z.strictObject(limitShape).default({}),
  free: z
    .array(z.strictObject({ literals: z.array(line).min(1), reason: line }))
    .exactOptional()
    .describe('What the check of the prompts is to pass over, with the reason.'),
  canary: z.uuid(),
  licence: line,
  created: z.iso.date(),
  variant: variantSchema.exactOptional().describe('Of a variant: what it was drawn from (docs/adding/variants.md).'),
});

export type TaskFile = z.infer<typeof taskShape>;
