import type { Language } from '../../core/index.ts';

/** A pattern as JavaScript writes it. */
export type JsPattern = { readonly source: string; readonly flags: string };

const posixClasses: Readonly<Record<string, string>> = {
  alpha: 'a-zA-Z',
  digit: '0-9',
  alnum: 'a-zA-Z0-9',
  space: '\\s',
  upper: 'A-Z',
  lower: 'a-z',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9a-fA-F',
  word: '\\w',
  blank: ' \\t',
};
const properties: Readonly<Record<string, string>> = {
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Space: '\\s',
  Upper: 'A-Z',
  Lower: 'a-z',
  L: 'a-zA-Z',
  Lu: 'A-Z',
  Ll: 'a-z',
  N: '0-9',
  Nd: '0-9',
  IsAlphabetic: 'a-zA-Z',
  IsDigit: '0-9',
};

const inFlags = (letters: string): string => [...'ims'].filter((flag) => letters.includes(flag)).join('');

/** Without the blanks and comments that the flag `x` allows. */
const condensed = (source: string): string =>
  source.replace(/\\[\s\S]|\[\^?\]?(?:\\[\s\S]|[^\]\\])*\]|\s+|#[^\n]*/g, (token) => (/^(?:\s|#)/.test(token) ? '' : token));

const quoted = (source: string): string =>
  source.replace(/\\Q([\s\S]*?)(?:\\E|$)/g, (_, text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));

/**
 * A pattern of another language in JavaScript's way of writing, as far as its time to match is the same. What has no like in JavaScript
 * (possessive quantifiers, atomic groups, conditions) is left as it is, and is refused by whoever reads it.
 * `flags`: letters of i, m, s and x.
 */
export const toJavaScript = (language: Language, source: string, flags: string): JsPattern => {
  if (language === 'javascript' || language === 'typescript') return { source, flags: flags.replace(/[dgvy]/g, '') };
  const inline = /^\(\?([aiLmsuxU]+)\)/.exec(source);
  const all = flags + (inline?.[1] ?? '');
  const body = quoted(inline === null ? source : source.slice(inline[0].length));
  const converted = (all.includes('x') ? condensed(body) : body)
    .replace(/\(\?P</g, '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\(\?#[^)]*\)/g, '')
    .replace(/\\(?:A|G)/g, '^')
    .replace(/\\[zZ]/g, '$')
    .replace(/\\h/g, '[ \\t]')
    .replace(/\[:(\w+):\]/g, (whole, name: string) => posixClasses[name] ?? whole)
    .replace(/(\[[^\]\\]*)?\\p\{(\w+)\}/g, (whole, before: string | undefined, name: string) => {
      const ranges = properties[name];
      if (ranges === undefined) return whole;
      return before === undefined ? `[${ranges}]` : `${before}${ranges}`;
    });
  return { source: converted, flags: inFlags(all) };
};
