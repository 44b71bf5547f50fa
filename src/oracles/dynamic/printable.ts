// Control characters, line and paragraph separators, direction marks, zero-width letters and lone surrogates:
// what could move a reader's cursor, hide text or turn it round.
const unsafe = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu;

/** Text of a candidate, made safe to show: such characters are written as `\u{1b}`. Line feeds and tabs stay. */
export const printable = (text: string): string => text.replace(unsafe, (letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`);

/** At most `limit` characters of it, on one line where asked. */
export const shortened = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length} characters)`;

/** One line for a message: printable, at most 300 characters. */
export const oneLine = (text: string): string => shortened(printable(text).replace(/\s+/g, ' ').trim(), 300);
