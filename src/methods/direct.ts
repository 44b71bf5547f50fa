import type { Method } from './method.ts';
import { requestFor } from './wording.ts';

/** The task's own words and nothing else but the form of the answer. */
export const direct = (): Method => ({
  id: 'direct',
  summary: 'the task, once, in its own words',
  complete: (prompt, model, sampling, signal) => model.generate(requestFor(prompt, model, sampling, ''), signal),
});
