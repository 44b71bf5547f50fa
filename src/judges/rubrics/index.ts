import type { Rubric } from './rubric.ts';
import { rubricCwe } from './rubric-cwe.ts';
import { rubricGeneral } from './rubric-general.ts';

export type { Rubric } from './rubric.ts';

/** Every rubric that an oracle can ask by; the first is the default. */
export const rubrics: readonly Rubric[] = [rubricCwe, rubricGeneral];
