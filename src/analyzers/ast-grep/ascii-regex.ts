import type { Matcher } from './syntax-rule.ts';

const plain: Readonly<Record<string, string>> = { w: 'A-Za-z0-9_', s: ' \\t\\r\\n\\f', d: '0-9' };

/** `\w` and the like outside of a class, as ASCII; `\b` too. */
const escapeOutside = (letter: string, token: string): string => {
  if (letter === 'b') return '(?-u:\\b)';
  const ranges = plain[letter.toLowerCase()];
  if (ranges === undefined) return token;
  return letter === letter.toLowerCase() ? `[${ranges}]` : `[^${ranges}]`;
};

const escapeInside = (token: string): string => token.replaceAll(/\\([wsd])/g, (_, letter: string) => plain[letter] ?? '');

/** Letters in either case; a quantifier behind them belongs to the last. */
const anyCase = (letters: string, quantified: boolean): string =>
  quantified && letters.length > 1 ? `(?i-u:${letters.slice(0, -1)})(?i-u:${letters.at(-1)})` : `(?i-u:${letters})`;

/**
 * A regex of Rust's whose `\w`, `\s`, `\d`, `\b` and leading `(?i)` mean ASCII alone. Their Unicode tables make a rule a hundred times
 * slower to compile, which ast-grep does for each file, and no rule needs them.
 */
export const asciiRegex = (regex: string): string => {
  const ignoresCase = regex.startsWith('(?i)');
  const tokens = /\\(.)|\(\?[a-zA-Z-]*[:)]|\[\^?(?:\\.|[^\]\\])+\]|([A-Za-z]+)([?*+{]?)/g;
  return (ignoresCase ? regex.slice(4) : regex)
    .replaceAll('[\\s\\S]', '(?s:.)')
    .replace(tokens, (token: string, escaped?: string, letters?: string, quantifier?: string) => {
      if (escaped !== undefined) return escapeOutside(escaped, token);
      if (letters !== undefined) return ignoresCase ? `${anyCase(letters, quantifier !== '')}${quantifier}` : token;
      if (!token.startsWith('[')) return token;
      const own = escapeInside(token);
      return ignoresCase && !own.startsWith('[^') ? `(?i-u:${own})` : own;
    });
};

/** The same rule with every regex in it in ASCII. */
export const asciiMatcher = <T extends Matcher | Readonly<Record<string, Matcher>>>(matcher: T): T =>
  JSON.parse(JSON.stringify(matcher, (key, value: unknown) => (key === 'regex' && typeof value === 'string' ? asciiRegex(value) : value)));
