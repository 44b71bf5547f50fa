import type { Extraction, FinishReason, Language, PromptStyle } from '../core/index.ts';

export type ExtractionRequest = {
  /** What the model answered, untouched. */
  readonly text: string;
  readonly language: Language;
  readonly style: PromptStyle;
  /** The head of the file that a completion continues; not used for instructions. */
  readonly prefix: string;
  readonly finishReason: FinishReason;
  /** Names that the code is to define; they decide between several blocks. Taken from the prefix where absent. */
  readonly wanted?: readonly string[];
  /** The file itself, where the source hands over a file: nothing is cut from it and nothing added. */
  readonly given?: string;
};

/** `promptLines`: 1-based, inclusive line ranges of `code` that are the prompt's own. */
export type Extracted = Extraction & { readonly promptLines: readonly { readonly from: number; readonly to: number }[] };
