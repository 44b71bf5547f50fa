import type { Language } from '../../core/index.ts';

/** A string in the source: its value, and where what was read ends. */
export type Literal = { readonly value: string; readonly end: number };

const simple: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v', a: '\x07', '0': '\0' };

/** What escapes mean in the common of the seven languages. An escape that none has keeps its backslash in Python, and loses it elsewhere. */
const unescaped = (body: string, language: Language): string =>
  body.replace(
    /\\(?:x([0-9a-fA-F]{2})|u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|(\r?\n)|([\s\S]))/g,
    (whole, hex, braced, four, newline, letter) => {
      const digits: unknown = hex ?? braced ?? four;
      if (typeof digits === 'string') return String.fromCodePoint(Math.min(Number.parseInt(digits, 16), 0x10ffff));
      if (newline !== undefined) return '';
      const known = simple[letter];
      if (known !== undefined && !(language === 'java' && letter === 'v')) return known;
      return language === 'python' && !['\\', '"', "'"].includes(letter) ? whole : letter;
    },
  );

type Kind = {
  readonly open: RegExp;
  readonly close: (opened: RegExpExecArray) => string;
  readonly raw: (opened: RegExpExecArray) => boolean;
};

const kinds: Readonly<Record<Language, readonly Kind[]>> = {
  python: [{ open: /([rRbBuU]{0,2})("""|'''|"|')/y, close: ([, , quote = '']) => quote, raw: ([, prefix = '']) => /r/i.test(prefix) }],
  javascript: [{ open: /["']/y, close: ([quote]) => quote, raw: () => false }],
  typescript: [{ open: /["']/y, close: ([quote]) => quote, raw: () => false }],
  java: [{ open: /"""|"/y, close: ([quote]) => quote, raw: () => false }],
  go: [{ open: /["`]/y, close: ([quote]) => quote, raw: ([quote]) => quote === '`' }],
  c: [{ open: /L?"/y, close: () => '"', raw: () => false }],
  cpp: [
    { open: /(?:u8|[uUL])?R"([^()\\\s]{0,16})\(/y, close: ([, mark = '']) => `)${mark}"`, raw: () => true },
    { open: /(?:u8|[uUL])?"/y, close: () => '"', raw: () => false },
  ],
};

const readOne = (language: Language, code: string, at: number): Literal | undefined => {
  for (const { open, close, raw } of kinds[language]) {
    open.lastIndex = at;
    const opened = open.exec(code);
    if (opened === null) continue;
    const from = open.lastIndex;
    const closing = close(opened);
    const skips = !raw(opened) || language === 'python';
    for (let index = from; index < code.length; index += 1) {
      if (skips && code[index] === '\\') index += 1;
      else if (code.startsWith(closing, index)) {
        const body = code.slice(from, index);
        return { value: raw(opened) ? body : unescaped(body, language), end: index + closing.length };
      }
    }
    return undefined;
  }
  return undefined;
};

const joint = (language: Language): RegExp => (['python', 'c', 'cpp'].includes(language) ? /\s*/y : /\s*\+\s*/y);

/**
 * The constant text that begins at an offset: one literal, or several that are joined (side by side in Python and C, with `+` elsewhere).
 * Undefined where there is none, or where a value is joined to it.
 */
export const readLiteral = (language: Language, code: string, at: number): Literal | undefined => {
  let read = readOne(language, code, at);
  if (read === undefined) return undefined;
  for (;;) {
    const between = joint(language);
    between.lastIndex = read.end;
    if (between.exec(code) === null) break;
    const next = readOne(language, code, between.lastIndex);
    if (next === undefined) {
      if (language !== 'python' && language !== 'c' && language !== 'cpp') return undefined;
      break;
    }
    read = { value: read.value + next.value, end: next.end };
  }
  return /^\s*[+%]/.test(code.slice(read.end, read.end + 20)) || /^\s*\.\s*format\b/.test(code.slice(read.end, read.end + 20))
    ? undefined
    : read;
};
