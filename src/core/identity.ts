import type { PlannedSample } from './evaluation.ts';

/** The name of a sample within its run: `read-note/python/instruction/none/scripted%2Fcareless+direct#0`. Equal work, equal name. */
export const sampleId = (planned: PlannedSample): string =>
  `${planned.taskId}/${planned.language}/${planned.style}/${planned.perturbation}/${encodeURIComponent(planned.system)}#${planned.index}`;
