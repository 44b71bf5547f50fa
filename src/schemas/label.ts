import { z } from 'zod';
import { languages } from '../core/index.ts';

/** One line of a run's `labels.jsonl`: what a person holds of an entry. */
export const labelSchema = z.looseObject({
  entry: z.string().min(1),
  axis: z.enum(['functional', 'secure']),
  status: z.enum(['pass', 'fail']),
  by: z.string().min(1),
  at: z.string().min(1),
  blind: z.boolean(),
  drawn: z.enum(['random', 'disputed']).optional(),
  note: z.string().optional(),
});

/** One line of a user's own file of code with known truth. */
export const labelledCodeSchema = z.looseObject({
  task_id: z.union([z.string().min(1), z.number()]),
  language: z.enum(languages).optional(),
  code: z.string(),
  label: z.enum(['secure', 'insecure', 'suspicious', 'evasive']),
  system: z.string().min(1).optional(),
});
