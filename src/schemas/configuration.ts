import { z } from 'zod';
import { languages, promptStyles, wordings } from '../core/index.ts';
import { judgeConfiguration } from './judge-configuration.ts';
import { ownToolsSchema, sarifToolsSchema } from './own-tools.ts';

const rate = z.number().min(0).max(1);
const cwe = z.string().regex(/^CWE-\d+$/, 'a CWE id such as CWE-89');

const system = z
  .strictObject({
    name: z.string().min(1).optional().describe('Name in reports. Default: model+method.'),
    model: z
      .string()
      .regex(/^[^/]+\/.+$/, 'provider/model, split at the first slash')
      .describe(
        '`provider/model`: scripted/careless, openai/…, anthropic/…, replay/RUN-FOLDER; with base-url, any OpenAI-compatible server.',
      ),
    method: z.enum(['direct', 'reminder']).default('direct').describe('How code is obtained from the model: `fathom list methods`.'),
    'base-url': z.url().optional().describe('Endpoint of an OpenAI-compatible server.'),
    'api-key-env': z.string().optional().describe('Environment variable that holds the key. Keys are never written in a file or a flag.'),
    api: z.enum(['chat', 'raw']).default('chat').describe('chat: messages; raw: the completion endpoint.'),
    temperature: z.number().min(0).max(2).optional(),
    'top-p': z.number().gt(0).max(1).optional(),
    'max-tokens': z.number().int().positive().optional(),
    price: z
      .strictObject({ input: z.number().min(0), output: z.number().min(0) })
      .optional()
      .describe('US dollars per million tokens; needed for max-cost.'),
  })
  .describe('A model, and the method on top of it.');

/** Every key of a configuration file. The flag `--n-samples`, the key `n-samples` and the variable FATHOM_N_SAMPLES are one thing. */
export const configurationSchema = z
  .strictObject({
    suite: z.string().min(1).default('core').describe('A bundled suite (`core`) or the path of a folder of tasks.'),
    tasks: z.array(z.string()).min(1).optional().describe('Only these tasks.'),
    cwe: z.array(cwe).min(1).optional().describe('Only tasks about these weaknesses.'),
    languages: z.array(z.enum(languages)).min(1).optional().describe('Only these languages.'),
    limit: z.number().int().positive().optional().describe('At most this many tasks.'),
    styles: z
      .array(z.enum(promptStyles))
      .min(1)
      .default(['instruction'])
      .describe(
        'instruction: a request in words; completion: the head of a file to be continued; docstring-only: a documented signature alone; issue: a ticket.',
      ),
    wordings: z
      .array(z.enum(wordings))
      .min(1)
      .default(['plain'])
      .describe('plain: what the tests of function demand; explicit: the security requirement is stated as well, where the task has one.'),
    systems: z.array(system).min(1).optional().describe('What is measured.'),
    'n-samples': z.number().int().positive().default(1).describe('Answers for each prompt and system.'),
    shard: z
      .string()
      .regex(/^\d+\/\d+$/, 'i/n, such as 1/4')
      .optional()
      .describe('Only this part of the prompts: i/n.'),
    seed: z.number().int().min(0).default(1),
    temperature: z.number().min(0).max(2).default(0.8),
    'max-tokens': z.number().int().positive().default(2048),
    analyzers: z.array(z.string()).default(['all']).describe('Static analyzers by name, `all` that are found here, or `none`.'),
    'own-tools': ownToolsSchema.optional(),
    'sarif-tools': sarifToolsSchema.optional(),
    judges: z.array(judgeConfiguration).min(1).optional().describe('Language models that judge samples by a rubric.'),
    require: z.array(z.string()).default([]).describe('Oracles without which the run must not start.'),
    sandbox: z
      .enum(['bubblewrap', 'podman', 'docker', 'none'])
      .default('bubblewrap')
      .describe('Never chosen silently: nothing weaker is used instead.'),
    'container-image': z.string().optional().describe('Image for podman or docker.'),
    execute: z.boolean().default(true).describe('Run functional tests and exploits in the sandbox. Off: static oracles only.'),
    fusion: z.string().default('intersection').describe('How verdicts become an outcome: `fathom list fusion`.'),
    calibration: z
      .string()
      .optional()
      .describe(
        'What `fathom calibrate` wrote: the rule `weighted` weighs by it, and rates corrected for the errors of oracles stand beside the raw ones.',
      ),
    convention: z.string().default('fathom').describe('Metric convention: `fathom list metrics`.'),
    k: z.array(z.number().int().positive()).min(1).default([1]).describe('The k of pass@k and its kin.'),
    'claimed-by': z.record(z.string(), z.string()).optional().describe('The analyzer whose word is the claim, for each language.'),
    'confidence-level': z.number().gt(0.5).lt(1).default(0.95),
    concurrency: z
      .number()
      .int()
      .positive()
      .default(20)
      .describe('Model answers in flight at most; shrinks by itself when the server says so.'),
    slots: z.number().int().positive().optional().describe('Sandbox boxes side by side. Default: twice the processors.'),
    'max-cost': z.number().positive().optional().describe('Spending cap in US dollars.'),
    out: z.string().optional().describe('Run folder. Default: runs/<name of the configuration or samples>.'),
    reports: z.array(z.string()).default(['html', 'json', 'markdown']).describe('Formats: `fathom list reports`.'),
    'fail-under': z.record(z.string(), rate).optional().describe('Gate: exit code 3 when a metric of any system is lower.'),
    'gate-on': z.enum(['point', 'lower']).default('point').describe('Compare the value, or the lower end of its interval.'),
    'max-unknown': rate.default(0.2).describe('Exit code 4 when a larger share of the samples is undecided.'),
  })
  .describe('Configuration of a Fathom run.');

export type Configuration = z.infer<typeof configurationSchema>;
export type SystemConfiguration = z.infer<typeof system>;

/** The configuration's JSON Schema, for editors. */
export const configurationJsonSchema = (): Record<string, unknown> => ({
  $id: 'https://fathom.invalid/schema/configuration.json',
  ...z.toJSONSchema(configurationSchema, { io: 'input' }),
});
