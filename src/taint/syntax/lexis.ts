/** How the languages write comments and texts. */
import type { Language } from '../../core/index.ts';

export type Lexis = {
  readonly lineComments: readonly string[];
  readonly blockComments: boolean;
  /** Longest first. Those in `multiline` may hold line ends, those in `raw` know no escapes. */
  readonly quotes: readonly string[];
  readonly multiline: readonly string[];
  readonly raw: readonly string[];
  readonly regexes: boolean;
};

const javaScript: Lexis = {
  lineComments: ['//'],
  blockComments: true,
  quotes: ['"', "'"],
  multiline: [],
  raw: [],
  regexes: true,
};

const cLike: Lexis = { ...javaScript, regexes: false };

export const lexes: Readonly<Record<Language, Lexis>> = {
  python: {
    lineComments: ['#'],
    blockComments: false,
    quotes: ['"""', "'''", '"', "'"],
    multiline: ['"""', "'''"],
    raw: [],
    regexes: false,
  },
  javascript: javaScript,
  typescript: javaScript,
  java: { ...cLike, quotes: ['"""', '"', "'"], multiline: ['"""'] },
  go: { ...cLike, quotes: ['"', "'", '`'], multiline: ['`'], raw: ['`'] },
  c: cLike,
  cpp: cLike,
};
