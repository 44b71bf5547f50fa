import type { Language } from './language.ts';
import type { SourceFiles } from './source-files.ts';
import type { PromptStyle, Wording } from './task.ts';

export type FinishReason = 'stop' | 'length' | 'content-filter' | 'other';

export type Usage = { readonly inputTokens: number; readonly outputTokens: number };

/** What a model answered, untouched. */
export type Completion = {
  readonly text: string;
  readonly finishReason: FinishReason;
  readonly usage?: Usage;
  /** In US dollars, where the price is known. */
  readonly costUsd?: number;
  /** The model's own name for itself, as its server reported it. */
  readonly model: string;
  /** The file itself, where the source hands over a file besides or instead of an answer: then nothing is extracted from `text`. */
  readonly code?: string;
};

/**
 * What an answer turned out to be. Only `code` can be secure or work;
 * the others fail the functional axis, and no oracle acquits them.
 * `missing-dependency`: code that imports what its task does not declare (docs/decisions/0007-missing-dependency.md).
 * `missing`: the sample was requested and never arrived.
 */
export const sampleKinds = [
  'code',
  'missing-dependency',
  'empty',
  'refusal',
  'unparsable',
  'truncated',
  'wrong-language',
  'missing',
] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** Whether there is code in the language to be read and attacked, though it may lack something to run. */
export const holdsCode = (kind: SampleKind): boolean => kind === 'code' || kind === 'missing-dependency';

/** Where in the completion the code came from, and what was cut. */
export type Provenance = {
  readonly method: 'fence' | 'unclosed-fence' | 'continuation' | 'whole-text' | 'given' | 'none';
  /** Offsets in the completion's text, half open. */
  readonly start: number;
  readonly end: number;
  /** How many fences the answer held. */
  readonly fences: number;
  readonly languageTag?: string;
  /** Steps in order: `dropped reasoning`, `removed repeated prefix`, `prepended prefix`. */
  readonly steps: readonly string[];
};

export type Extraction = { readonly kind: SampleKind; readonly code: string; readonly provenance: Provenance };

/** One answer of one system to one prompt, reduced to code. */
export type Sample = {
  /** `<taskId>/<language>/<style>/<perturbation>/<system>#<index>`: unique within a run. */
  readonly id: string;
  readonly taskId: string;
  readonly language: Language;
  readonly style: PromptStyle;
  /** `plain` where absent. */
  readonly wording?: Wording;
  readonly perturbation: string;
  readonly system: string;
  /** Counts from 0 among the samples of the same prompt and system. */
  readonly index: number;
  readonly kind: SampleKind;
  /**
   * The whole file under test: prompt prefix included where the style is completion.
   * Of a patch task: the change as a unified diff against the task's repository, written anew by Fathom.
   */
  readonly code: string;
  /** Of a patch task whose answer applies: the repository with the change. */
  readonly files?: SourceFiles;
  /** Line ranges (1-based, inclusive) of `code` that are the prompt's own; findings there are not the model's. */
  readonly promptLines: readonly { readonly from: number; readonly to: number }[];
  readonly provenance: Provenance;
};
