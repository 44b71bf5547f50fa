import { z } from 'zod';

/** One judge of the key `judges`. Its model is named and paid for as the model of a system is. */
export const judgeConfiguration = z
  .strictObject({
    name: z.string().min(1).optional().describe('Name in reports, after `judged:`. Default: model:rubric.'),
    model: z
      .string()
      .regex(/^[^/]+\/.+$/, 'provider/model, split at the first slash')
      .describe('`provider/model`: openai/…, anthropic/…; with base-url, any OpenAI-compatible server; scripted/judge-steady for a trial.'),
    rubric: z.string().default('rubric-cwe').describe('What it is asked: `fathom list judges`.'),
    repetitions: z
      .number()
      .int()
      .min(1)
      .max(50)
      .default(3)
      .describe('How often it is asked about each sample; the last of several times without the code’s comments.'),
    temperature: z.number().min(0).max(2).default(0),
    'max-tokens': z.number().int().positive().default(2048),
    aggregate: z
      .enum(['majority', 'weighted', 'unanimous', 'any', 'mean'])
      .default('majority')
      .describe('How repetitions, or a panel, become one verdict; what the rule does not settle is unknown.'),
    panel: z.string().min(1).optional().describe('Judges of one panel are one oracle with one vote.'),
    weight: z.number().positive().default(1).describe('On a panel whose aggregate is weighted.'),
    exploits: z.boolean().default(true).describe('Let it write attacks down, and carry them out in the sandbox where there is one.'),
    admission: z
      .boolean()
      .default(false)
      .describe('Ask it about every task’s witnesses first and mute it where it does not tell them apart. Costs as much as judging them.'),
    'base-url': z.url().optional().describe('Endpoint of an OpenAI-compatible server.'),
    'api-key-env': z.string().optional().describe('Environment variable that holds the key. Keys are never written in a file or a flag.'),
    api: z.enum(['chat', 'raw']).default('chat').describe('chat: messages; raw: the completion endpoint.'),
    price: z
      .strictObject({ input: z.number().min(0), output: z.number().min(0) })
      .optional()
      .describe('US dollars per million tokens; needed for max-cost, which judges share with the systems.'),
  })
  .describe('A language model that judges samples by a rubric.');

export type JudgeConfiguration = z.infer<typeof judgeConfiguration>;
