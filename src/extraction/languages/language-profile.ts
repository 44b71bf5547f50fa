import type { Language } from '../../core/index.ts';

/** A kind of string literal. */
export type StringLiteral = { readonly open: string; readonly close: string; readonly multiline: boolean };

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
  /** Prompts of its interactive shell: of a statement, and of its further lines. */
  readonly shellPrompts?: { readonly first: string; readonly further: string };
  /** Blocks are told by indentation, and a line that ends so opens one. */
  readonly indented?: { readonly opener: RegExp; readonly unit: number };
};
