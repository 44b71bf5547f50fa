import type { Language } from '../../core/index.ts';
import { type LanguageProfile, profiles } from '../../extraction/languages/index.ts';
import type { View } from './pattern-rule.ts';

type Span = { readonly from: number; readonly to: number };
type Scanned = { readonly comments: readonly Span[]; readonly strings: readonly Span[]; readonly unfinished: boolean };

/** Where a template literal of JavaScript that began before `at` ends, templates in its `${…}` included; undefined where it never does. */
const endOfTemplate = (code: string, at: number): number | undefined => {
  // Of each open template the braces that stand open in its `${`; undefined while in its text.
  const open: (number | undefined)[] = [undefined];
  for (let index = at; index < code.length; index += 1) {
    const letter = code[index];
    const braces = open.at(-1);
    if (letter === '\\') index += 1;
    else if (letter === '`' && braces === undefined) {
      open.pop();
      if (open.length === 0) return index;
    } else if (letter === '`') open.push(undefined);
    else if (braces === undefined && letter === '$' && code[index + 1] === '{') {
      open[open.length - 1] = 0;
      index += 1;
    } else if (braces !== undefined && letter === '{') open[open.length - 1] = braces + 1;
    else if (braces !== undefined && letter === '}') open[open.length - 1] = braces === 0 ? undefined : braces - 1;
  }
  return undefined;
};

/** After these letters, `/` begins a pattern and not a division. */
const beforePattern = new Set([...'(,=:[!&|?{};+-*%<>~^\n', '']);

/** Where a literal that began before `at` ends; undefined where it never does. A backslash takes the next letter with it, unless raw. */
const endOf = (
  code: string,
  at: number,
  close: string,
  { raw, multiline }: { readonly raw: boolean; readonly multiline: boolean },
): number | undefined => {
  for (let index = at; index < code.length; index += 1) {
    if (!raw && code[index] === '\\') index += 1;
    else if (code.startsWith(close, index)) return index;
    else if (!multiline && code[index] === '\n') return index;
  }
  return undefined;
};

/** Words after which, too, `/` begins a pattern. */
const wordBefore = /\b(?:return|typeof|case|in|of|do|else|void|await|yield)\s*$/;

const endOfPattern = (code: string, at: number): number => {
  let inClass = false;
  for (let index = at; index < code.length && code[index] !== '\n'; index += 1) {
    if (code[index] === '\\') index += 1;
    else if (code[index] === '[') inClass = true;
    else if (code[index] === ']') inClass = false;
    else if (code[index] === '/' && !inClass) return index;
  }
  return at;
};

/** Comments and the insides of strings. Linear; never throws. */
const scan = (code: string, profile: LanguageProfile): Scanned => {
  const comments: Span[] = [];
  const strings: Span[] = [];
  let unfinished = false;
  let last = '';
  let at = 0;
  while (at < code.length) {
    const block = profile.blockComments.find(([open]) => code.startsWith(open, at));
    const lineMark = profile.lineComments.find((mark) => code.startsWith(mark, at));
    const text = profile.strings.find(({ open }) => code.startsWith(open, at));
    if (block !== undefined) {
      const end = code.indexOf(block[1], at + block[0].length);
      unfinished ||= end < 0;
      const to = end < 0 ? code.length : end + block[1].length;
      comments.push({ from: at, to });
      at = to;
    } else if (lineMark !== undefined) {
      const end = code.indexOf('\n', at);
      const to = end < 0 ? code.length : end;
      comments.push({ from: at, to });
      at = to;
    } else if (text !== undefined) {
      const from = at + text.open.length;
      const template = profile.regexLiterals && text.close === '`';
      const end = template
        ? endOfTemplate(code, from)
        : endOf(code, from, text.close, { raw: text.raw === true, multiline: text.multiline });
      unfinished ||= end === undefined && text.multiline;
      const to = end ?? code.length;
      strings.push({ from, to });
      at = code.startsWith(text.close, to) ? to + text.close.length : to;
      last = '"';
    } else if (
      profile.regexLiterals &&
      code[at] === '/' &&
      (beforePattern.has(last) || wordBefore.test(code.slice(Math.max(0, at - 12), at)))
    ) {
      const to = endOfPattern(code, at + 1);
      strings.push({ from: at + 1, to });
      at = to + 1;
      last = '"';
    } else {
      const letter = code[at] ?? '';
      if (letter !== ' ' && letter !== '\t') last = letter;
      at += 1;
    }
  }
  return { comments, strings, unfinished };
};

const blanked = (code: string, spans: readonly Span[]): string => {
  const parts: string[] = [];
  let at = 0;
  for (const { from, to } of spans) {
    parts.push(code.slice(at, from), code.slice(from, to).replace(/[^\r\n]/g, ' '));
    at = to;
  }
  return [...parts, code.slice(at)].join('');
};

/** The file as each kind of rule sees it. `unfinished`: a comment or a string of many lines never ends, so what is code is not known. */
export const viewsOf = (language: Language, code: string): Readonly<Record<View, string>> & { readonly unfinished: boolean } => {
  // C++ writes numbers as 1'000: such a mark opens no literal.
  const marked = language === 'cpp' ? code.replace(/(?<=\b\d[\da-fA-F']{0,40})'(?=[\da-fA-F])/g, '_') : code;
  const { comments, strings, unfinished } = scan(marked, profiles[language]);
  const both = [...comments, ...strings].sort((a, b) => a.from - b.from);
  return { text: code, strings: blanked(code, comments), code: blanked(code, both), unfinished };
};
