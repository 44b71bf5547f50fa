import { z } from 'zod';
import { type defaultLimits, type Language, languages, valueTypes } from '../../core/index.ts';

const word = (message: string, pattern: RegExp) => z.string().regex(pattern, { message });

export const taskIdSchema = word('a name in lower case with hyphens (read-note)', /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const cweSchema = z.templateLiteral(['CWE-', z.int().positive()], { message: 'a weakness like CWE-22' });
const identifier = word('an identifier', /^[A-Za-z_$][A-Za-z0-9_$]*$/);
const line = z.string().min(1);

const valueFields = {
  type: z.enum(valueTypes),
  ctype: line.exactOptional(),
  nullable: z.boolean().exactOptional(),
};

const functionSchema = z.strictObject({
  name: identifier,
  names: z
    .strictObject({ python: identifier.exactOptional(), javascript: identifier.exactOptional(), c: identifier.exactOptional() })
    .exactOptional(),
  parameters: z.array(z.strictObject({ name: identifier, ...valueFields })),
  returns: z.strictObject(valueFields),
});

const interfaceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('function'), functions: z.array(functionSchema).min(1) }),
  z.strictObject({
    kind: z.literal('http'),
    framework: z.strictObject({ python: line.exactOptional(), javascript: line.exactOptional() }),
    application: identifier.default('app'),
  }),
  z.strictObject({ kind: z.literal('command') }),
]);

const languageSchema = z.strictObject({
  packages: z.array(line).default([]),
  prompts: z.strictObject({ instruction: line, completion: line }),
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

const languageShape = {
  python: languageSchema.exactOptional(),
  javascript: languageSchema.exactOptional(),
  typescript: languageSchema.exactOptional(),
  java: languageSchema.exactOptional(),
  go: languageSchema.exactOptional(),
  c: languageSchema.exactOptional(),
  cpp: languageSchema.exactOptional(),
};
languageShape satisfies Record<Language, unknown>;

/** What task.yaml may say. Unknown keys are refused: a misspelt key would be a rule that silently does not hold. */
export const taskSchema = z.strictObject({
  id: taskIdSchema,
  title: line,
  cwes: z.array(cweSchema),
  'also-counts': z.array(cweSchema).default([]),
  threat: line,
  interface: interfaceSchema,
  languages: z
    .strictObject(languageShape)
    .refine((given) => Object.keys(given).length > 0, { message: `expected at least one of ${languages.join(', ')}` }),
  limits: z.strictObject(limitShape).default({}),
  canary: z.uuid(),
  licence: line,
  created: z.iso.date(),
});

export type TaskFile = z.infer<typeof taskSchema>;
