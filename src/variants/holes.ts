import type { Replacement } from './family.ts';
import type { Range } from './ranges.ts';
import { inStyle, joins, type Subword, sequenceOf, subwordsOf } from './subwords.ts';

/** A place that a parameter replaces, with the text of each of its choices. */
export type Hole = Range & { readonly parameter: number; readonly form: number; readonly texts: readonly string[] };

export type Indexed = { readonly parameter: Replacement; readonly index: number };

type Base = { readonly parameter: number; readonly form: number; readonly base: string; readonly of: Replacement };

const basesOf = (replacements: readonly Indexed[], kind: Replacement['kind']): readonly Base[] =>
  replacements.flatMap(({ parameter, index }) =>
    parameter.kind === kind ? parameter.bases.map((base, form) => ({ parameter: index, form, base, of: parameter })) : [],
  );

const valuesOf = ({ of, form }: Base): readonly string[] => of.choices.map((choice) => choice[form] ?? '');

/** Every place that some parameter would replace; the earlier one wins where two overlap. */
export const holesFor = (text: string, replacements: readonly Indexed[]): readonly Hole[] => [
  ...basesOf(replacements, 'text')
    .toSorted((a, b) => b.base.length - a.base.length)
    .flatMap((base) => textHoles(text, base)),
  ...wordHoles(text, basesOf(replacements, 'words')),
  ...basesOf(replacements, 'number').flatMap((base) => numberHoles(text, base)),
];

const letter = /[\p{L}\p{N}_]/u;

/** Whether a match that begins and ends with these would cut a word in two. */
const cutsWord = (text: string, { start, end }: Range): boolean =>
  (letter.test(text.charAt(start)) && letter.test(text.charAt(start - 1))) ||
  (letter.test(text.charAt(end - 1)) && letter.test(text.charAt(end)));

const textHoles = (text: string, base: Base): readonly Hole[] => {
  const holes: Hole[] = [];
  for (let start = text.indexOf(base.base); start >= 0; start = text.indexOf(base.base, start + 1)) {
    const range = { start, end: start + base.base.length };
    if (!cutsWord(text, range)) holes.push({ ...range, parameter: base.parameter, form: base.form, texts: valuesOf(base) });
  }
  return holes;
};

const wordHoles = (text: string, bases: readonly Base[]): readonly Hole[] => {
  if (bases.length === 0) return [];
  const found = subwordsOf(text);
  const places = placesOf(found);
  const wanted = bases.map((base) => ({ base, sequence: sequenceOf(base.base) })).filter(({ sequence }) => sequence.length > 0);
  return wanted
    .toSorted((a, b) => b.sequence.length - a.sequence.length)
    .flatMap(({ base, sequence }) =>
      (places.get(sequence[0] ?? '') ?? [])
        .filter((at) => matches(text, found, at, sequence))
        .map((at) => wordHole(text, found.slice(at, at + sequence.length), base)),
    );
};

const placesOf = (found: readonly Subword[]): ReadonlyMap<string, readonly number[]> => {
  const places = new Map<string, number[]>();
  for (const [at, { text }] of found.entries()) {
    const word = text.toLowerCase();
    const known = places.get(word);
    if (known === undefined) places.set(word, [at]);
    else known.push(at);
  }
  return places;
};

const matches = (text: string, found: readonly Subword[], at: number, sequence: readonly string[]): boolean =>
  sequence.every((word, offset) => {
    const here = found[at + offset];
    if (here?.text.toLowerCase() !== word) return false;
    const before = found[at + offset - 1];
    return offset === 0 || before === undefined || joins(text.slice(before.end, here.start));
  });

const wordHole = (text: string, found: readonly Subword[], base: Base): Hole => {
  const start = found[0]?.start ?? 0;
  const end = found.at(-1)?.end ?? 0;
  const joints = found.slice(1).map((each, index) => text.slice(found[index]?.end ?? 0, each.start));
  const words = found.map((each) => each.text);
  const values = valuesOf(base).map((value) => inStyle(sequenceOf(value), words, joints));
  const article = articleBefore(text, start);
  const range = { start: start - article.length, end, parameter: base.parameter, form: base.form };
  return { ...range, texts: article === '' ? values : values.map((value) => `${agreeing(article, value)}${value}`) };
};

/** `a ` or `an `, with the blank or line break behind it, where it stands before a word. */
const articleBefore = (text: string, start: number): string => {
  const before = text.slice(Math.max(0, start - 40), start);
  return /(?<![\p{L}\p{N}_'’.-])[Aa]n?(?: |[ \t]*\n[ \t]*(?:(?:\*|#|\/\/) ?)?)$/u.exec(before)?.[0] ?? '';
};

const vowelSound = /^(?:[aei]|o(?!nce|ne)|u(?!ni|se|si|ti|sual)|hour|honest|honou?r|heir)/i;

const agreeing = (article: string, word: string): string =>
  article.replace(/^([Aa])n?/, (_, a: string) => (vowelSound.test(word) ? `${a}n` : a));

const nearby = 60;

const numberHoles = (text: string, base: Base): readonly Hole[] =>
  [...text.matchAll(/(?<![\p{L}\p{N}_]|\d\.)(\d[\d_]*)(?=[uUlLn]{0,3}(?![\p{L}\p{N}_]|\.\d))/gu)].flatMap((match) => {
    const written = match[1] ?? '';
    const range = { start: match.index, end: match.index + written.length };
    if (written.replaceAll('_', '') !== base.base || !isNear(text, range, base.of.near)) return [];
    const texts = valuesOf(base).map((value) => (written.includes('_') ? value.replaceAll(/\B(?=(?:\d{3})+$)/g, '_') : value));
    return [{ ...range, parameter: base.parameter, form: base.form, texts }];
  });

const isNear = (text: string, { start, end }: Range, near: readonly string[]): boolean => {
  const around = text.slice(Math.max(0, start - nearby), end + nearby).toLowerCase();
  return near.length === 0 || near.some((each) => around.includes(each.toLowerCase()));
};
