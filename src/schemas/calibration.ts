import { z } from 'zod';
import { type Calibration, calibrationVersion, languages } from '../core/index.ts';

const cwe = z.templateLiteral(['CWE-', z.number()]);
const status = z.enum(['pass', 'fail', 'unknown']);
const kept = z.enum(['pass', 'fail', 'unknown', 'muted pass', 'muted fail', 'muted unknown']);
const count = z.int().min(0);
const counts = z.strictObject({
  truePositive: count,
  falseNegative: count,
  trueNegative: count,
  falsePositive: count,
  unknownInsecure: count,
  unknownSecure: count,
});

const sample = z.strictObject({
  id: z.string(),
  task: z.string(),
  language: z.enum(languages),
  cwes: z.array(cwe),
  label: z.string(),
  truth: z.enum(['secure', 'insecure']),
  verdicts: z.record(z.string(), kept),
  probabilities: z.record(z.string(), z.number().min(0).max(1)).optional(),
  repetitions: z.record(z.string(), z.array(status)).optional(),
  system: z.string().optional(),
  entry: z.strictObject({ runId: z.string(), id: z.string(), drawn: z.enum(['random', 'disputed']).optional() }).optional(),
});

/** `calibration.json`, as `fathom calibrate` writes it. */
const calibrationSchema = z.strictObject({
  calibrationVersion: z.literal(calibrationVersion),
  fathomVersion: z.string(),
  createdAt: z.string(),
  source: z.enum(['witnesses', 'labels']),
  suites: z.array(z.strictObject({ id: z.string(), hash: z.string(), source: z.string() })),
  oracles: z.array(
    z.strictObject({ id: z.string(), family: z.string(), grade: z.enum(['witnessed', 'reported', 'opined']), version: z.string() }),
  ),
  accuracy: z.array(z.strictObject({ oracle: z.string(), language: z.enum(languages), cwe: cwe.optional(), counts, heard: counts })),
  samples: z.array(sample).min(1),
});

/** What is wrong with a value as a calibration, with its place; undefined where nothing is. */
export const calibrationProblem = (value: unknown): string | undefined => {
  const [issue] = calibrationSchema.safeParse(value).error?.issues ?? [];
  return issue === undefined ? undefined : `${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`;
};

export const isCalibration = (value: unknown): value is Calibration => calibrationProblem(value) === undefined;
