/** A part of a word or an identifier: `read` and `Note` of `readNote`. */
export type Subword = { readonly text: string; readonly start: number; readonly end: number };

// What escapes begin with is no letter of the word behind it: \n in "\nnote", %2F in "%2Fnote", &lt; in "&lt;note".
const escaping = /\\u[0-9a-fA-F]{4}|\\x[0-9a-fA-F]{2}|\\\p{L}|\\\\|%[0-9a-fA-F]{2}|&[a-z]{2,6};/u;
const part = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/u;
const scanner = new RegExp(`${escaping.source}|(${part.source})`, 'gu');

/** The subwords of a text: `HTMLNote_2 read-note` has HTML, Note, 2, read, note. */
export const subwordsOf = (text: string): readonly Subword[] =>
  [...text.matchAll(scanner)].flatMap((found) =>
    found[1] === undefined ? [] : [{ text: found[1], start: found.index, end: found.index + found[1].length }],
  );

/** A parameter's words as they compare: lower case. */
export const sequenceOf = (words: string): readonly string[] => subwordsOf(words).map(({ text }) => text.toLowerCase());

// Prose breaks its lines between words, in comments too.
const joint = /^(?:|_|-| |[ \t]*\n[ \t]*(?:(?:\*|#|\/\/)[ \t]*)?)$/;

/** Whether subwords with this text between them can be of one name. */
export const joins = (between: string): boolean => joint.test(between);

const capitalised = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

const inCaseOf = (word: string, found: string): string => {
  if (found.length > 1 && found === found.toUpperCase()) return word.toUpperCase();
  return found.slice(0, 1) === found.slice(0, 1).toLowerCase() ? word : capitalised(word);
};

/**
 * Words in the style of those that were found: for the found `read_note`, `Read note`, `readNote`, the words `fetch memo` are `fetch_memo`,
 * `Fetch memo`, `fetchMemo`. `joints` are the texts between the found ones, one less than them. Of more words, the later ones are written as the last.
 */
export const inStyle = (words: readonly string[], found: readonly string[], joints: readonly string[]): string =>
  words
    .map((word, index) => {
      const model = found[Math.min(index, found.length - 1)] ?? word;
      const before = index === 0 ? '' : (joints[index - 1] ?? (joints.at(-1) ?? '').replace(/^\s.*$/s, ' '));
      return `${before}${inCaseOf(word, model)}`;
    })
    .join('');
