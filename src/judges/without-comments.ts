import type { Language } from '../core/index.ts';
import { type Span, spansOf } from './code-spans.ts';

const blank = (text: string): string => text.replaceAll(/[^\n\r]/g, '');

/**
 * Code without its comments, each line at its number. Of Python's strings that stand alone (docstrings) only the quotation marks are left.
 * The code is returned as it is where there are none.
 */
export const withoutComments = (code: string, language: Language): string => {
  const spans = spansOf(code, language);
  const parts = spans.map((span, at) => {
    const text = code.slice(span.start, span.end);
    // A comment parts words: `int/**/x`.
    if (span.kind === 'comment') return text.includes('\n') ? blank(text) : ' ';
    return language === 'python' && span.kind === 'string' && standsAlone(code, spans, at) ? emptied(text) : text;
  });
  const stripped = parts.join('');
  return stripped.replaceAll(/\s+/g, '') === code.replaceAll(/\s+/g, '') ? code : stripped.replaceAll(/[ \t]+$/gm, '');
};

/** Whether a string is a statement of its own: a line's first and last sign, not inside brackets, nor the rest of a split line. */
const standsAlone = (code: string, spans: readonly Span[], at: number): boolean => {
  const span = spans[at];
  if (span === undefined) return false;
  const before = code.slice(code.lastIndexOf('\n', span.start - 1) + 1, span.start);
  const after = code.slice(span.end).match(/^[^\n]*/)?.[0] ?? '';
  if (!/^\s*[rRuU]?$/.test(before) || !/^\s*(?:#.*)?\r?$/.test(after)) return false;
  const earlier = spans.slice(0, at).map(({ kind, start, end }) => (kind === 'code' ? code.slice(start, end) : '""'));
  const joined = earlier.join('');
  const opened = (joined.match(/[([{]/g) ?? []).length - (joined.match(/[)\]}]/g) ?? []).length;
  return opened <= 0 && !/(?:=|\\)\s*[rRuU]?$/.test(joined);
};

/** The marks of a string and its line ends. */
const emptied = (text: string): string => {
  const mark = /^("""|'''|"|')/.exec(text)?.[0] ?? '';
  const isClosed = text.length >= 2 * mark.length && text.endsWith(mark);
  return `${mark}${blank(text)}${isClosed ? mark : ''}`;
};
