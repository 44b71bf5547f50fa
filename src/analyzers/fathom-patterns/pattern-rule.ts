import type { CweId, Language, NonEmpty, Severity } from '../../core/index.ts';

/**
 * What of a file a pattern sees: `code`, without comments and the contents of strings; `strings`, without comments alone; `text`, everything.
 * What is taken out is blank, so that places stay the same.
 */
export type View = 'code' | 'strings' | 'text';

/** One rule of Fathom's own on plain text, with code that it must flag and code that it must let pass. */
export type PatternRule = {
  readonly id: string;
  readonly languages: NonEmpty<Language>;
  readonly view: View;
  /** Every quantifier over letters of all kinds has a bound, so that no text takes long. */
  readonly pattern: RegExp;
  /** The most exact weakness first. */
  readonly cwe: NonEmpty<CweId>;
  readonly severity: Severity;
  readonly message: string;
  readonly flags: NonEmpty<string>;
  readonly passes: NonEmpty<string>;
};

export const everyLanguage: NonEmpty<Language> = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'];
export const scriptLanguages: NonEmpty<Language> = ['javascript', 'typescript'];
