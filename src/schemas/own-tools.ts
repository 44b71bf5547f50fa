import { z } from 'zod';
import { languages } from '../core/index.ts';

const word = z.string().min(1);
const words = z.array(word).min(1);
const someLanguages = z.array(z.enum(languages)).min(1);
const cwe = z.string().regex(/^CWE-\d+$/, 'a CWE id such as CWE-89');

/** What each tool can be told. */
const common = {
  command: word.optional().describe('Name on PATH, or an absolute path.'),
  languages: someLanguages.optional().describe('Only these; the tool must pass its controls in each of its languages.'),
};

/** Tools that a user brings, by name (docs/adding/own-tools.md). */
export const ownToolsSchema = z
  .strictObject({
    codeql: z
      .strictObject({
        ...common,
        suite: z.enum(['code-scanning', 'security-extended', 'security-and-quality']).optional().describe('Default: security-extended.'),
        cwe: z.array(cwe).min(1).optional().describe('Only queries about these weaknesses, in place of the suite.'),
        queries: words.optional().describe('Query packs, suites or files, in place of the suite.'),
      })
      .optional(),
    semgrep: z
      .strictObject({ ...common, rules: words.optional().describe('Files or folders of rules, or names of the registry.') })
      .optional(),
    opengrep: z.strictObject({ ...common, rules: words.optional().describe('Files or folders of rules.') }).optional(),
    gosec: z.strictObject(common).optional(),
    bearer: z
      .strictObject({ ...common, rules: word.optional().describe('A folder of rules, in place of those that Bearer fetches.') })
      .optional(),
    spotbugs: z
      .strictObject({
        ...common,
        plugins: words.optional().describe('FindSecBugs’ jar, and others.'),
      })
      .optional(),
    'snyk-code': z.strictObject({ ...common, organization: word.optional() }).optional(),
    sonarqube: z
      .strictObject({
        ...common,
        url: z.url().optional().describe('The server, such as https://sonarcloud.io.'),
        project: word.optional().describe('Key of a project that is Fathom’s alone: each batch replaces its content.'),
        organization: word.optional(),
        'token-env': word.optional().describe('Environment variable that holds the token. Default: SONAR_TOKEN.'),
      })
      .optional(),
    infer: z.strictObject(common).optional(),
    pysa: z
      .strictObject({
        ...common,
        models: words.optional().describe('Folders with taint.config and *.pysa.'),
        stubs: words.optional().describe('Folders with stubs of packages.'),
        codes: z
          .record(z.string().regex(/^\d+$/, 'the number of a rule'), cwe)
          .optional()
          .describe('What your own rules are about, by their code.'),
      })
      .optional(),
  })
  .describe('How tools that you bring are started: docs/adding/own-tools.md.');

/** The least that finds its way to the tool: without a place for the files it would look at nothing. */
const takesFiles = (command: readonly string[]): boolean => command.some((each) => each.includes('{folder}') || each === '{files}');

const sarifTool = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name in lower case, such as my-tool'),
  command: z
    .array(word)
    .min(1)
    .refine(takesFiles, 'a command with {folder} in an argument, or {files} as one')
    .describe(
      'Program and arguments. {folder}: the folder of the files; {files}: their names; {output}: the file for the log, else standard output is read.',
    ),
  languages: someLanguages,
  family: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'a name in lower case')
    .optional()
    .describe('Tools of one engine share a vote. Default: the id.'),
  version: words.optional().describe('Command that prints the version. Default: the program with --version.'),
  'exit-codes': z
    .array(z.number().int().min(0).max(255))
    .min(1)
    .optional()
    .describe('Exit codes after which the log is whole. Default: 0 and 1.'),
  evidence: z
    .enum(['artifacts', 'probe'])
    .optional()
    .describe(
      'artifacts: only files that the log lists were analyzed (default); probe: the weakness planted in each folder must be found, no list is asked for.',
    ),
  control: z
    .enum(['CWE-78', 'CWE-89', 'CWE-416'])
    .optional()
    .describe('Weakness of the control programs and of the planted one. Default: CWE-78.'),
  'time-limit': z.number().positive().optional().describe('Seconds for one process. Default: 120, and 2 for each file.'),
  'only-when-named': word.optional().describe('Why `all` must not mean it: it uploads code.'),
});

/** Any tool that writes SARIF 2.1.0. */
export const sarifToolsSchema = z
  .array(sarifTool)
  .min(1)
  .superRefine((tools, context) => {
    for (const [index, { id }] of tools.entries()) {
      if (tools.findIndex((tool) => tool.id === id) !== index)
        context.addIssue({ code: 'custom', path: [index, 'id'], message: `an id of its own; ${JSON.stringify(id)} stands above already` });
    }
  })
  .describe('Any tool that writes SARIF 2.1.0: docs/adding/own-tools.md.');

export type OwnToolsConfiguration = z.infer<typeof ownToolsSchema>;
export type SarifToolConfiguration = z.infer<typeof sarifTool>;
