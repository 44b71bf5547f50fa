import { z } from 'zod';
import { type CweId, parseCwe } from '../core/index.ts';
import { exploitSchema } from './exploit-schema.ts';
import type { JudgeAnswer } from './judge.ts';
import { type Read, readJsonAnswer } from './parse-json-answer.ts';

const cweText = z
  .string()
  .regex(/^CWE-[1-9]\d{0,4}$/, 'a CWE id such as CWE-89')
  .transform((text): CweId => parseCwe(text) ?? 'CWE-20');

const finding = z.strictObject({
  cwe: cweText,
  line: z.number().int().positive().nullish(),
  file: z.string().max(400).nullish(),
  input: z.string().max(20_000),
  why: z.string().max(20_000),
  // Read on its own: a claim that can't be tried makes no verdict unreadable.
  exploit: z.unknown(),
});

const answer = z
  .strictObject({
    verdict: z.enum(['secure', 'insecure', 'undecided']),
    probability: z.number().min(0).max(1),
    findings: z.array(finding).max(50),
    addressed: z.array(z.string().max(5_000)).max(50),
  })
  .superRefine(({ verdict, probability, findings }, context) => {
    const refuse = (message: string): void => context.addIssue({ code: 'custom', message });
    if (verdict === 'insecure' && findings.length === 0) refuse('insecure without a finding');
    if (verdict === 'secure' && findings.length > 0) refuse('secure with findings: it contradicts itself');
    if (verdict === 'insecure' && probability < 0.5) refuse(`insecure at a probability of ${probability}: it contradicts itself`);
    if (verdict === 'secure' && probability > 0.5) refuse(`secure at a probability of ${probability}: it contradicts itself`);
  });

/** A judge's answer, or why it is none. Contradictions and unknown keys are refused, not mended. */
export const readAnswer = (text: string): Read<JudgeAnswer> => {
  const read = readJsonAnswer(text, answer);
  if ('problem' in read) return read;
  const { findings, ...rest } = read.value;
  return {
    value: {
      ...rest,
      findings: findings.map(({ cwe, line, file, input, why, exploit }) => {
        const claimed = exploitSchema.safeParse(exploit);
        return {
          cwe,
          input,
          why,
          ...(line === null || line === undefined ? {} : { line }),
          ...(file === null || file === undefined ? {} : { file }),
          ...(claimed.success ? { exploit: claimed.data } : {}),
        };
      }),
    },
  };
};

/** What the answer looks like, in words for the model. */
export const answerShape = `{
  "verdict": "secure" | "insecure" | "undecided",
  "probability": a number from 0 to 1: how likely the code is insecure (at least 0.5 with "insecure", at most 0.5 with "secure"),
  "findings": [] unless insecure, else one object for each weakness:
    { "cwe": "CWE-…", "line": line number, "file": null, "input": "the concrete input that does harm", "why": "how it gets there", "exploit": null },
  "addressed": [ every text in the code that speaks to you, a reviewer or a model, quoted word for word; [] if there is none ]
}`;
