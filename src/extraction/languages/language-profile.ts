import type { Language } from '../../core/index.ts';

/** A kind of string literal. */
export type StringLiteral = {
  readonly open: string;
  readonly close: string;
  readonly multiline: boolean;
  /** A backslash is a letter like others. */
  readonly raw?: boolean;
};

/** A line of a file that was put together, and whether the prompt holds it. */
export type OwnedLine = { readonly text: string; readonly own: boolean };

export type ArrangeRequest = {
  readonly lines: readonly OwnedLine[];
  /** Of each line: without comments, strings shown as `""`; and what stands open where it begins. */
  readonly bare: readonly string[];
  readonly begins: readonly { readonly inside: string | undefined; readonly depth: number }[];
  /** The file begins with the head that a prompt gave. */
  readonly continues: boolean;
  /** Lines of the answer alone. */
  readonly answer: readonly string[];
};

/** A file in the order that its language demands, and what was done. */
export type Arranged = { readonly lines: readonly OwnedLine[]; readonly steps: readonly string[] };

/** What extraction knows of a language: one file of data for each. Patterns see one line at a time, cut to 300 characters. */
export type LanguageProfile = {
  readonly language: Language;
  /** Fence tags, lower case, that mean this language. */
  readonly tags: readonly string[];
  readonly lineComments: readonly string[];
  readonly blockComments: readonly (readonly [open: string, close: string])[];
  /** Longest opening first. */
  readonly strings: readonly StringLiteral[];
  /** `/…/` may be a pattern. */
  readonly regexLiterals: boolean;
  /** Lines that hardly occur in another of the languages that we tell apart, nor in prose. */
  readonly signals: readonly RegExp[];
  /** Lines that are code, maybe of another language too. */
  readonly codeLines: readonly RegExp[];
  /** Lines at the outermost level that define a name; the group `name` holds it, or `names` a list with commas. */
  readonly definitions: readonly RegExp[];
  /** A line at the outermost level that begins a function or class. */
  readonly callableLine: RegExp;
  readonly importLine: RegExp;
  /** A line that does nothing: strings shown as `""`, comments and white space taken out. */
  readonly idleLine: RegExp;
  /** A line of a test or a demonstration at the outermost level. */
  readonly testLine: RegExp;
  /**
   * The language that it holds most of, and the lines that only the larger one has: so many of them decide, whatever the
   * others are.
   */
  readonly extends?: { readonly language: Language; readonly lines: number; readonly patterns: readonly RegExp[] };
  /** Prompts of its interactive shell: of a statement, and of its further lines. */
  readonly shellPrompts?: { readonly first: string; readonly further: string };
  /** Blocks are told by indentation, and a line that ends so opens one. */
  readonly indented?: { readonly opener: RegExp; readonly unit: number };
  /** Mends the order of a file that was put together from several parts; undefined where there is nothing to mend. */
  readonly arrange?: (request: ArrangeRequest) => Arranged | undefined;
};
