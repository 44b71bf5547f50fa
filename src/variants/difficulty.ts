import type { Language } from '../core/index.ts';

/** How much there is to read and to decide in a program. */
export type Difficulty = {
  readonly characters: number;
  /** Names, numbers, strings and signs; comments are none. */
  readonly tokens: number;
  /** Keywords that branch or loop. */
  readonly branches: number;
  /** Modules, packages and headers that it brings in. */
  readonly imports: number;
};

export const difficultyKeys = ['characters', 'tokens', 'branches', 'imports'] as const;

const comments = { hash: /#.*/, slashes: /\/\/.*|\/\*[\s\S]*?\*\// } as const;
const strings = /"""[\s\S]*?"""|'''[\s\S]*?'''|`(?:\\[\s\S]|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/;
const words = /[\p{L}_$][\p{L}\p{N}_$]*/u;
const numbers = /\d[\w.]*/;
const signs = /=>|->|::|[=!<>]=+|&&|\|\||\?\?|\*\*|[^\s\p{L}\p{N}]/u;

const branching = /^(?:if|elif|for|while|case|catch|except|switch|match|select)$/;

const importing: Readonly<Record<Language, RegExp>> = {
  python: /^[ \t]*(?:import|from)\s/gm,
  javascript: /\brequire\(|^import\s/gm,
  typescript: /\brequire\(|^import\s/gm,
  java: /^import\s/gm,
  go: /^\s*(?:import\s+)?"[^"]*"\s*$/gm,
  c: /^[ \t]*#[ \t]*include\b/gm,
  cpp: /^[ \t]*#[ \t]*include\b/gm,
};

export const difficultyOf = (language: Language, code: string): Difficulty => {
  const comment = language === 'python' ? comments.hash : comments.slashes;
  const scanner = new RegExp(`(${comment.source})|${[strings, words, numbers, signs].map(({ source }) => source).join('|')}`, 'gu');
  const tokens = [...code.matchAll(scanner)].flatMap((found) => (found[1] === undefined ? [found[0]] : []));
  return {
    characters: code.length,
    tokens: tokens.length,
    branches: tokens.filter((token) => branching.test(token)).length,
    imports: [...code.matchAll(importing[language])].length,
  };
};

/** Smallest, middle and largest of some numbers; undefined of none. Of an even count, the lower middle. */
export type Spread = { readonly min: number; readonly median: number; readonly max: number };

export const spreadOf = (values: readonly number[]): Spread | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  const [min] = sorted;
  const max = sorted.at(-1);
  const median = sorted[Math.floor((sorted.length - 1) / 2)];
  return min === undefined || max === undefined || median === undefined ? undefined : { min, median, max };
};

/** The mean over several programs, for each measure; undefined of none. */
export const meanDifficulty = (all: readonly Difficulty[]): Difficulty | undefined => {
  if (all.length === 0) return undefined;
  const mean = (key: keyof Difficulty): number => all.reduce((sum, each) => sum + each[key], 0) / all.length;
  return { characters: mean('characters'), tokens: mean('tokens'), branches: mean('branches'), imports: mean('imports') };
};
