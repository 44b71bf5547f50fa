import type { Extraction, FinishReason, Language, PromptStyle, SourceFiles } from '../core/index.ts';

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
  /** The files that a patch task asks to change: the answer is then a patch, and `given` is one too. */
  readonly repository?: SourceFiles;
};

/** `promptLines`: 1-based, inclusive line ranges of `code` that are the prompt's own. `files`: the repository with a patch applied. */
export type Extracted = Extraction & {
  readonly promptLines: readonly { readonly from: number; readonly to: number }[];
  readonly files?: SourceFiles;
};
