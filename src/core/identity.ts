import type { PlannedSample } from './evaluation.ts';

/** A prompt's style, and its wording where it is not the plain one: `instruction`, `instruction+explicit`. */
export const styleAndWording = ({ style, wording }: Pick<PlannedSample, 'style' | 'wording'>): string =>
  wording === undefined || wording === 'plain' ? style : `${style}+${wording}`;

/** The name of a sample within its run: `read-note/python/instruction/none/scripted%2Fcareless+direct#0`. Equal work, equal name. */
export const sampleId = (planned: PlannedSample): string =>
  `${planned.taskId}/${planned.language}/${styleAndWording(planned)}/${planned.perturbation}/${encodeURIComponent(planned.system)}#${planned.index}`;
