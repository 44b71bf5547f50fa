import type { Matcher } from './syntax-rule.ts';

const plain: Readonly<Record<string, string>> = { w: 'A-Za-z0-9_', s: ' \\t\\r\\n\\f', d: '0-9' };

/**
 * A regex of Rust's whose `\w`, `\s`, `\d` and `\b` mean ASCII alone. Their Unicode tables make a rule a hundred times slower to compile,
 * which happens for each file, and no rule needs them.
 */
export const asciiRegex = (regex: string): string => {
  let inClass = false;
  return regex.replaceAll('[\\s\\S]', '(?s:.)').replace(/\\(.)|\[|\]/g, (token: string, escaped: string | undefined) => {
    if (token === '[') inClass = true;
    if (token === ']') inClass = false;
    if (escaped === undefined) return token;
    if (escaped === 'b' && !inClass) return '(?-u:\\b)';
    const ranges = plain[escaped.toLowerCase()];
    if (ranges === undefined) return token;
    if (inClass) return ranges;
    return escaped === escaped.toLowerCase() ? `[${ranges}]` : `[^${ranges}]`;
  });
};

/** The same rule with every regex in it in ASCII. */
export const asciiMatcher = <T extends Matcher | Readonly<Record<string, Matcher>>>(matcher: T): T =>
  JSON.parse(JSON.stringify(matcher, (key, value: unknown) => (key === 'regex' && typeof value === 'string' ? asciiRegex(value) : value)));
