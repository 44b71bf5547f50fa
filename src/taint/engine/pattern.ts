/**
 * What a regular expression lets through: the characters that can stand in a text which it matches from end to end. Lookarounds are left out,
 * so that the answer errs towards more characters, never fewer.
 */
import type { Compiled } from './compiled.ts';

const ascii = 128;

/** `other`: characters beyond ASCII. */
type Characters = { readonly set: Set<number>; other: boolean };

type Found = { readonly allowed: Characters; readonly start: boolean; readonly end: boolean; readonly lineEnd: boolean };

const addRange = (to: Characters, from: number, until: number): void => {
  for (let code = from; code <= until && code < ascii; code += 1) to.set.add(code);
  if (until >= ascii) to.other = true;
};

const addText = (to: Characters, text: string): void => {
  for (const character of text) addRange(to, character.codePointAt(0) ?? 0, character.codePointAt(0) ?? 0);
};

const classes: Readonly<Record<string, string>> = {
  d: '0123456789',
  w: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_',
  s: ' \t\r\n\f\v',
};
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f', v: '\v', 0: '\0' };

const addAllBut = (to: Characters, inner: Characters): void => {
  for (let code = 0; code < ascii; code += 1) if (!inner.set.has(code)) to.set.add(code);
  if (!inner.other) to.other = true;
};

/** Adds what `\x` stands for; yields how many characters it takes after the backslash. */
const addEscape = (to: Characters, source: string, at: number): number => {
  const letter = source[at] ?? '';
  const plain = classes[letter.toLowerCase()];
  if (plain !== undefined) {
    const inner: Characters = { set: new Set(), other: false };
    addText(inner, plain);
    if (letter === letter.toLowerCase()) addText(to, plain);
    else addAllBut(to, inner);
    return 1;
  }
  const hexadecimal = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\})/.exec(source.slice(at, at + 10));
  if (hexadecimal !== null) {
    const code = Number.parseInt(hexadecimal[1] ?? hexadecimal[2] ?? hexadecimal[3] ?? '0', 16);
    addRange(to, code, code);
    return hexadecimal[0].length;
  }
  if (/^[pP]\{/.test(source.slice(at, at + 2))) {
    addText(to, classes.w ?? '');
    to.other = true;
    return Math.max(source.indexOf('}', at) - at + 1, 1);
  }
  if (!/[bBAzZG]/.test(letter)) addText(to, controls[letter] ?? letter);
  return 1;
};

/** A class in brackets that begins at `at`, after `[`; yields where it ends. */
const addClass = (to: Characters, source: string, at: number): number => {
  const negated = source[at] === '^';
  const inner: Characters = { set: new Set(), other: false };
  let place = negated ? at + 1 : at;
  const first = place;
  while (place < source.length && (source[place] !== ']' || place === first)) {
    if (source[place] === '\\') {
      place += 1 + addEscape(inner, source, place + 1);
      continue;
    }
    const from = source.codePointAt(place) ?? 0;
    if (source[place + 1] === '-' && source[place + 2] !== ']' && source[place + 2] !== undefined && source[place + 2] !== '\\') {
      addRange(inner, from, source.codePointAt(place + 2) ?? from);
      place += 3;
    } else {
      addRange(inner, from, from);
      place += 1;
    }
  }
  if (negated) addAllBut(to, inner);
  else {
    for (const code of inner.set) to.set.add(code);
    if (inner.other) to.other = true;
  }
  return place + 1;
};

/** Where a group that begins at `at` ends. */
const endOfGroup = (source: string, at: number): number => {
  let depth = 0;
  for (let place = at; place < source.length; place += 1) {
    if (source[place] === '\\') place += 1;
    else if (source[place] === '(') depth += 1;
    else if (source[place] === ')') {
      depth -= 1;
      if (depth === 0) return place + 1;
    }
  }
  return source.length;
};

const maximalLength = 2_000;

const read = (source: string): Found | undefined => {
  if (source.length > maximalLength) return undefined;
  const allowed: Characters = { set: new Set(), other: false };
  const outside = { alternatives: 1, starts: 0, ends: 0, lineEnds: 0 };
  let depth = 0;
  let place = 0;
  while (place < source.length) {
    const character = source[place] ?? '';
    place += 1;
    if (character === '\\') {
      if (source[place] === 'A') outside.starts += 1;
      if (source[place] === 'z' || source[place] === 'Z') outside.ends += 1;
      place += addEscape(allowed, source, place);
    } else if (character === '[') place = addClass(allowed, source, place);
    else if (character === '.') addAllBut(allowed, { set: new Set([10]), other: false });
    else if (character === '(') {
      if (/^\?(?:[=!]|<[=!])/.test(source.slice(place, place + 3))) place = endOfGroup(source, place - 1);
      else {
        depth += 1;
        place += /^\?(?::|P?<\w+>|[a-zA-Z]+[:)])/.exec(source.slice(place, place + 60))?.[0].length ?? 0;
      }
    } else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === '|') outside.alternatives += depth === 0 ? 1 : 0;
    else if (character === '^') outside.starts += 1;
    else if (character === '$') {
      outside.ends += 1;
      outside.lineEnds += 1;
    } else if (character === '{' && /^\d*,?\d*\}/.test(source.slice(place, place + 12))) place = source.indexOf('}', place) + 1;
    else if (!'*+?'.includes(character)) addText(allowed, character);
  }
  return {
    allowed,
    start: outside.starts >= outside.alternatives,
    end: outside.ends >= outside.alternatives,
    lineEnd: outside.lineEnds > 0,
  };
};

const plain = new Set([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-'].map((each) => each.charCodeAt(0)));

const letters = new Set([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$`"\''].map((each) => each.charCodeAt(0)));

const clearedBy = (compiled: Compiled, allowed: Characters): number => {
  let mask = 0;
  for (const { bit, characters } of compiled.dangers) {
    const safe =
      characters === ''
        ? !allowed.other && [...allowed.set].every((code) => plain.has(code))
        : ![...characters].some((each) => allowed.set.has(each.charCodeAt(0)));
    if (safe) mask |= bit;
  }
  // A sum in digits and signs, brackets and all, does nothing but sum.
  if (!allowed.other && ![...allowed.set].some((code) => letters.has(code))) mask |= compiled.bits.get('code') ?? 0;
  return mask;
};

/** An address whose host the pattern spells out. */
const fixedHost = /^\(?(?:\?:)?https?\??:(?:\\?\/){2}(?:[\w-]|\\\.)+(?:\\?\/|\$|\(|\[\/|:\d)/;

/** A path on this site: one slash, and no second one after it. */
const ownPage = /^\(*(?:\?:)?\\?\/(?:\(\?!|[\w]|\\w|\[(?:[a-zA-Z0-9_-]|\\w)+\](?![*?]))/;

export type Match = 'whole-match' | 'start-match' | 'part-match';

/** The kinds that a text cannot do which matches; and the kinds that one cannot do which does not. Bits. */
export const clearedByPattern = (
  compiled: Compiled,
  source: string,
  how: { readonly match: Match; readonly flags: string; readonly lineEndIsLoose: boolean },
): { readonly matching: number; readonly other: number } => {
  const found = read(source);
  if (found === undefined) return { matching: 0, other: 0 };
  const multiline = how.flags.includes('m');
  const start = how.match !== 'part-match' || (found.start && !multiline);
  const end = how.match === 'whole-match' || (found.end && !multiline);
  let matching = 0;
  if (start && end) {
    if (how.match !== 'whole-match' && found.lineEnd && how.lineEndIsLoose) found.allowed.set.add(10);
    matching = clearedBy(compiled, found.allowed);
  }
  if (start && fixedHost.test(source.replace(/^\^|^\\A/, '')))
    matching |= (compiled.bits.get('url') ?? 0) | (compiled.bits.get('redirect') ?? 0);
  if (start && ownPage.test(source.replace(/^\^|^\\A/, ''))) matching |= compiled.bits.get('redirect') ?? 0;
  // A search for characters that must not be there: what is left where none was found.
  let other = 0;
  const single = how.match === 'part-match' && /^(?:\[(?:[^\]\\]|\\.)+\]|\\[WDS])[+*]?$/.test(source) ? read(source) : undefined;
  if (single !== undefined && !source.endsWith('*')) {
    const left: Characters = { set: new Set(), other: false };
    addAllBut(left, single.allowed);
    other = clearedBy(compiled, left);
  }
  return { matching, other };
};
