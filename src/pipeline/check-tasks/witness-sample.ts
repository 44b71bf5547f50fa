import type { Sample, Task, Witness } from '../../core/index.ts';

/** A witness as a sample: a whole file, with nothing of the prompt in it. */
export const witnessSample = (task: Task, witness: Witness): Sample => ({
  id: `${task.id}/${witness.language}/witness/${witness.name}`,
  taskId: task.id,
  language: witness.language,
  style: 'instruction',
  perturbation: 'none',
  system: `witness:${witness.name}`,
  index: 0,
  kind: 'code',
  code: witness.code,
  ...(witness.files === undefined ? {} : { files: witness.files }),
  promptLines: [],
  provenance: { method: 'given', start: 0, end: witness.code.length, fences: 0, steps: [] },
});
