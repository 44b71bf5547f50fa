import type { FinishReason, Language, PromptStyle } from '../../src/core/index.ts';
import { type Extracted, extract } from '../../src/extraction/index.ts';

export type Case = {
  readonly says: string;
  readonly text: string;
  readonly language?: Language;
  readonly style?: PromptStyle;
  readonly prefix?: string;
  readonly finishReason?: FinishReason;
  readonly wanted?: readonly string[];
};

/** Extraction with the defaults of most cases: a Python instruction that was answered to its end. */
export const extracting = ({
  text,
  language = 'python',
  style,
  prefix = '',
  finishReason = 'stop',
  wanted,
}: Omit<Case, 'says'>): Extracted =>
  extract({
    text,
    language,
    style: style ?? (prefix === '' ? 'instruction' : 'completion'),
    prefix,
    finishReason,
    ...(wanted === undefined ? {} : { wanted }),
  });

/** Lines as one text that ends with a line end. */
export const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;
