import type { LanguageProfile } from './languages/index.ts';

/** What stands open at a place in the code: inside a string or comment, and how many brackets. */
export type LineState = { readonly inside: 'string' | 'comment' | undefined; readonly depth: number };

export type Scan = {
  /** The state in which each line begins. */
  readonly begins: readonly LineState[];
  /** The state in which the code ends. */
  readonly ends: LineState;
  /** Each line without comments, strings shown as `""`. */
  readonly bare: readonly string[];
};

type Open = { readonly kind: 'string' | 'comment'; readonly close: string; readonly multiline: boolean; readonly raw?: boolean };

const beforePattern = new Set([...'(,=:[!&|?{};+-*%<>~^', undefined]);

/** Reads code just far enough to know strings, comments and brackets. Linear; never throws; not a parser. */
export const scan = (lines: readonly string[], profile: LanguageProfile): Scan => {
  const begins: LineState[] = [];
  const bare: string[] = [];
  let open: Open | undefined;
  let depth = 0;
  for (const line of lines) {
    begins.push({ inside: open?.kind, depth });
    const read = scanLine(line, open, profile);
    bare.push(read.bare);
    depth = Math.max(0, depth + read.depth);
    open = read.open;
  }
  return { begins, ends: { inside: open?.kind, depth }, bare };
};

const scanLine = (
  line: string,
  entry: Open | undefined,
  profile: LanguageProfile,
): { open: Open | undefined; bare: string; depth: number } => {
  const bare: string[] = [];
  let open = entry;
  let depth = 0;
  let at = 0;
  let last: string | undefined;
  if (open?.kind === 'string') bare.push('""');
  while (at < line.length) {
    if (open !== undefined) {
      at = endOf(line, at, open);
      if (at === -1) return { open: open.multiline || line.endsWith('\\') ? open : undefined, bare: bare.join(''), depth };
      last = open.kind === 'string' ? '"' : last;
      open = undefined;
      continue;
    }
    if (profile.lineComments.some((mark) => line.startsWith(mark, at))) break;
    const opened = openingAt(line, at, profile);
    if (opened !== undefined) {
      open = opened.open;
      at += opened.length;
      if (open.kind === 'string') bare.push('""');
      continue;
    }
    const letter = line[at] ?? '';
    if (profile.regexLiterals && letter === '/' && beforePattern.has(last)) {
      at = endOfPattern(line, at);
      bare.push('""');
      last = '"';
      continue;
    }
    if ('([{'.includes(letter)) depth += 1;
    else if (')]}'.includes(letter)) depth -= 1;
    bare.push(letter);
    if (letter !== ' ' && letter !== '\t') last = letter;
    at += 1;
  }
  // A string that its line should have closed: take it as closed, one bad quote must not swallow the rest.
  return { open: open?.multiline === false && !line.endsWith('\\') ? undefined : open, bare: bare.join(''), depth };
};

const openingAt = (line: string, at: number, profile: LanguageProfile): { open: Open; length: number } | undefined => {
  for (const [mark, close] of profile.blockComments) {
    if (line.startsWith(mark, at)) return { open: { kind: 'comment', close, multiline: true }, length: mark.length };
  }
  for (const literal of profile.strings) {
    if (line.startsWith(literal.open, at)) return { open: { ...literal, kind: 'string' }, length: literal.open.length };
  }
  return undefined;
};

/** The offset after the closing mark, or -1 where the line does not hold it. */
const endOf = (line: string, from: number, open: Open): number => {
  for (let at = from; at < line.length; at += 1) {
    if (open.kind === 'string' && open.raw !== true && line[at] === '\\') at += 1;
    else if (line.startsWith(open.close, at)) return at + open.close.length;
  }
  return -1;
};

const endOfPattern = (line: string, from: number): number => {
  let inClass = false;
  for (let at = from + 1; at < line.length; at += 1) {
    const letter = line[at];
    if (letter === '\\') at += 1;
    else if (letter === '[') inClass = true;
    else if (letter === ']') inClass = false;
    else if (letter === '/' && !inClass) return at + 1;
  }
  return from + 1;
};

/** Whether nothing in the code acts: comments, strings that stand alone, `pass`, `...`, `;`. */
export const isIdle = (scanned: Scan, profile: LanguageProfile, from = 0): boolean =>
  scanned.bare.every((line, index) => index < from || profile.idleLine.test(line.replaceAll(/\s/g, '')));

export const isUnfinished = (state: LineState): boolean => state.inside !== undefined || state.depth > 0;
