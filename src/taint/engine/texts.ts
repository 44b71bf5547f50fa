/** Texts whose parts are partly known: how they are joined, formatted, and shown to a rule's pattern. */
import { deepAtoms, joinAtoms } from './atoms.ts';
import { aliveIn } from './facts.ts';
import { type Constant, type Facts, type Text, unknown, Value } from './value.ts';

const maximalParts = 32;
const maximalLength = 4_000;

export const alternativesOf = (value: Value): readonly (readonly (string | Value)[])[] => {
  if (value.text !== undefined) {
    const all: (readonly (string | Value)[])[] = [];
    for (let text: Text | undefined = value.text; text !== undefined; text = text.or) all.push(text.parts);
    return all;
  }
  const strings = (value.constants ?? []).filter((each): each is string | number => typeof each === 'string' || typeof each === 'number');
  if (strings.length === 0 || strings.length > 4) return [[value]];
  const all: (readonly (string | Value)[])[] = strings.map((each) => [String(each)]);
  return value.partial ? [...all, [value]] : all;
};

const merged = (parts: readonly (string | Value)[]): readonly (string | Value)[] => {
  const result: (string | Value)[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (part !== '') result.push(part);
  }
  return result;
};

const textOf = (all: readonly (readonly (string | Value)[])[]): Text | undefined => {
  let text: Text | undefined;
  for (const parts of all.slice(0, 4).reverse()) text = { parts, or: text };
  return text;
};

/** A text of parts one after the other. */
export const concatenated = (values: readonly Value[]): Value => {
  let all: readonly (readonly (string | Value)[])[] = [[]];
  let atoms = unknown.atoms;
  for (const value of values) {
    atoms = joinAtoms(atoms, value.atoms);
    const next = alternativesOf(value);
    all = all.flatMap((before) => next.map((after) => merged([...before, ...after]))).slice(0, 4);
  }
  const result = new Value();
  result.atoms = atoms;
  result.form = 'string';
  if (all.some((parts) => parts.length > maximalParts)) return result;
  const constants = all.flatMap((parts) =>
    parts.length === 0 ? [''] : parts.length === 1 && typeof parts[0] === 'string' ? [parts[0]] : [],
  );
  if (constants.length === all.length && constants.every(({ length }) => length <= maximalLength))
    result.constants = [...new Set<Constant>(constants)];
  else result.text = textOf(all);
  return result;
};

const conversions = /%(?:\((\w+)\))?[-+ #0]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?:hh|h|ll|l|L|z|j|t|q)?([a-zA-Z%])/g;
const fieldsOfBraces = /\{\{|\}\}|\{(\w*)[^{}]*\}/g;

/** Conversions that yield digits, whatever is put in. */
const numeric = new Set(['d', 'i', 'u', 'x', 'X', 'o', 'f', 'F', 'e', 'E', 'g', 'G', 'c', 'p']);

export type Filling = {
  readonly at: (position: number) => Value | undefined;
  readonly named: (name: string) => Value | undefined;
  /** What is left of a value that is written as a number. */
  readonly digits?: ((value: Value) => Value) | undefined;
};

const filled = (format: string, style: 'percent' | 'braces', filling: Filling): readonly Value[] => {
  const parts: Value[] = [];
  let end = 0;
  let position = 0;
  const literal = (text: string) => {
    const value = new Value();
    value.constants = [text];
    value.form = 'string';
    parts.push(value);
  };
  for (const found of format.matchAll(style === 'percent' ? conversions : fieldsOfBraces)) {
    literal(format.slice(end, found.index));
    end = found.index + found[0].length;
    const [whole, name, conversion] = found;
    if (whole === '%%' || whole === '{{' || whole === '}}') literal(whole.slice(1));
    else {
      const isNamed = name !== undefined && name !== '' && !/^\d+$/.test(name);
      const value = isNamed ? filling.named(name) : filling.at(name === undefined || name === '' ? position : Number(name));
      if (!isNamed) position += 1;
      const digits = style === 'percent' && numeric.has(conversion ?? '');
      parts.push(value === undefined ? unknown : digits && filling.digits !== undefined ? filling.digits(value) : value);
    }
  }
  literal(format.slice(end));
  return parts;
};

/** A format with its places filled; `unknown` parts where a value is missing. `%d` yields digits alone. */
export const formatted = (format: Value, style: 'percent' | 'braces', filling: Filling, rest: readonly Value[]): Value => {
  const constant = format.constants?.find((each) => typeof each === 'string');
  if (typeof constant === 'string' && constant.length <= maximalLength) return concatenated(filled(constant, style, filling));
  const result = new Value();
  result.form = 'string';
  for (const value of [format, ...rest]) result.atoms = joinAtoms(result.atoms, deepAtoms(value));
  if (format.text !== undefined) {
    // The format itself was put together: its places are left open, and what fills them comes last.
    const parts = [...format.text.parts, ...rest];
    if (parts.length <= maximalParts) result.text = { parts, or: undefined };
  }
  return result;
};

/** What is known of a text: `◇` for an unknown part, `◆` for one that still carries the kind. Each alternative on its own. */
export const shown = (value: Value, facts: Facts | undefined, bit: number): readonly string[] =>
  alternativesOf(value).map((parts) => parts.map((part) => (typeof part === 'string' ? part : mark(part, facts, bit))).join(''));

const mark = (value: Value, facts: Facts | undefined, bit: number): string =>
  bit !== 0 && deepAtoms(value).some((atom) => aliveIn(atom, facts, bit) !== 0) ? '◆' : '◇';
