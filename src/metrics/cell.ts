import { type Language, type PromptStyle, styleAndWording, type Wording } from '../core/index.ts';
import type { JudgedEntry } from './measurement.ts';

/** One prompt as one system got it. */
export type CellKey = {
  readonly taskId: string;
  readonly language: Language;
  readonly style: PromptStyle;
  /** `plain` where absent. */
  readonly wording?: Wording;
  readonly perturbation: string;
  readonly system: string;
};

/** The samples of one prompt and one system. */
export type Cell = CellKey & {
  readonly judged: readonly JudgedEntry[];
  /** Samples that were requested and have no entry. */
  readonly missing: number;
};

/** How the samples without an entry were found: none, by the full grid of prompts, by spreading them over the prompts seen. */
export type Placement = { readonly how: 'none' | 'grid' | 'spread'; readonly missing: number; readonly surplus: number };

export const promptKeyOf = (key: Omit<CellKey, 'system'>): string =>
  `${key.taskId}\n${key.language}\n${styleAndWording(key)}\n${key.perturbation}`;
export const cellKeyOf = (key: CellKey): string => `${promptKeyOf(key)}\n${key.system}`;
