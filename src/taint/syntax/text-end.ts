/** How a text ends that may have been cut short. */

export const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export type OpenBracket = { readonly mark: string; readonly at: number };

/** How a text ends. */
export type TextEnd = {
  /** What closes the string or comment that the text ends inside of; empty elsewhere. */
  readonly unfinished: string;
  /** Where that begins; the end of the text where there is none. */
  readonly unfinishedAt: number;
  /** Outermost first. */
  readonly open: readonly OpenBracket[];
  /** The largest number of brackets within brackets. */
  readonly depth: number;
  /** Before the comments and white space at the end. */
  readonly codeEnd: number;
  /** Where a later version of the text may be taken up. */
  readonly checkpoints: readonly Checkpoint[];
};

export type Range = { readonly start: number; readonly end: number };

/** What was known before one token. */
export type Checkpoint = {
  readonly at: number;
  readonly open: readonly OpenBracket[];
  readonly depth: number;
  /** The last comments that nothing but white space parts. */
  readonly comments: Range | undefined;
};

/** An earlier version of a text whose first `unchanged` units are the same. */
export type EarlierEnd = { readonly end: TextEnd; readonly unchanged: number };

export const closingOf = (mark: string): string => (mark === '`' ? '}`' : (closing[mark] ?? ''));

/** What closes strings, comments and brackets, and nothing else. Empty for a text in which everything is closed. */
export const bareClosers = ({ unfinished, open }: TextEnd): string =>
  unfinished +
  open
    .toReversed()
    .map(({ mark }) => closingOf(mark))
    .join('');
