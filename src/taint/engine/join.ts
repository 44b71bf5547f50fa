/** What a value may be that is one of two. */
import { joinAtoms } from './atoms.ts';
import { type Constant, copyOf, noAtoms, type Text, unknown, Value } from './value.ts';

const maximalConstants = 12;
const maximalFields = 64;

const joinConstants = (a: readonly Constant[] | undefined, b: readonly Constant[] | undefined): readonly Constant[] | undefined => {
  if (a === undefined) return b;
  if (b === undefined || a === b) return a;
  const added = b.filter((each) => !a.includes(each));
  if (added.length === 0) return a;
  return a.length + added.length > maximalConstants ? undefined : [...a, ...added];
};

const sameText = (a: Text, b: Text): boolean => a.parts.length === b.parts.length && a.parts.every((part, at) => part === b.parts[at]);

/** Up to three alternatives; a constant beside a text is one of them. */
const alternatives = (value: Value): readonly Text[] => {
  const all: Text[] = [];
  for (let text = value.text; text !== undefined; text = text.or) all.push(text);
  if (all.length === 0) for (const each of value.constants ?? []) if (typeof each === 'string') all.push({ parts: [each], or: undefined });
  return all;
};

const joinTexts = (a: Value, b: Value): Text | undefined => {
  if (a.text === b.text) return a.text;
  const left = alternatives(a);
  const added = alternatives(b).filter((text) => !left.some((other) => sameText(text, other)));
  if (added.length === 0 && a.text !== undefined) return a.text;
  let joined: Text | undefined;
  for (const text of [...left, ...added].slice(0, 4).reverse()) joined = { parts: text.parts, or: joined };
  return joined;
};

const joinFields = (a: Value, b: Value, depth: number): ReadonlyMap<string, Value> | undefined => {
  if (a.fields === b.fields || b.fields === undefined) return a.fields;
  if (a.fields === undefined) return b.fields;
  let joined: Map<string, Value> | undefined;
  for (const [key, value] of b.fields) {
    const known = a.fields.get(key);
    const both = known === undefined ? value : joinAt(known, value, depth - 1);
    if (both === known || (joined ?? a.fields).size >= maximalFields) continue;
    joined ??= new Map(a.fields);
    joined.set(key, both);
  }
  return joined ?? a.fields;
};

const joinMarks = (a: Value, b: Value): readonly string[] => {
  if (a.marks === b.marks || a.marks.length === 0 || isHarmless(b)) return a.marks;
  if (isHarmless(a)) return b.marks;
  const both = a.marks.filter((mark) => b.marks.includes(mark));
  return both.length === a.marks.length ? a.marks : both;
};

/** Nothing from outside is in it: what is true of the other one is then enough. */
const isHarmless = (value: Value): boolean => value.atoms === noAtoms && value.constants !== undefined;

const joinElement = (a: Value, b: Value, depth: number): Value | undefined =>
  a.element === undefined || b.element === undefined ? (a.element ?? b.element) : joinAt(a.element, b.element, depth - 1);

/** Either. Yields `a` itself where `b` adds nothing. */
const joinAt = (a: Value, b: Value, depth: number): Value => {
  if (a === b) return a;
  if (depth === 0) return a;
  if (a === unknown && b === unknown) return a;
  const joined = new Value();
  joined.atoms = joinAtoms(a.atoms, b.atoms);
  joined.constants = joinConstants(a.constants, b.constants);
  joined.partial = joined.constants !== undefined && (a.partial || b.partial || a.constants === undefined || b.constants === undefined);
  joined.text = a.text === undefined && b.text === undefined ? undefined : joinTexts(a, b);
  joined.form = a.form === b.form || b.form === 'null' || b.form === undefined ? a.form : a.form === 'null' ? b.form : undefined;
  joined.node = a.node ?? b.node;
  joined.callable = a.callable ?? b.callable;
  joined.fields = joinFields(a, b, depth);
  joined.element = joinElement(a, b, depth);
  joined.closed = a.closed && b.closed;
  joined.truth = a.truth === b.truth ? a.truth : undefined;
  joined.marks = joinMarks(a, b);
  joined.flags = a.flags;
  return sameAs(joined, a) ? a : joined;
};

const sameAs = (joined: Value, a: Value): boolean =>
  joined.atoms === a.atoms &&
  joined.constants === a.constants &&
  joined.partial === a.partial &&
  joined.text === a.text &&
  joined.form === a.form &&
  joined.node === a.node &&
  joined.callable === a.callable &&
  joined.fields === a.fields &&
  joined.element === a.element &&
  joined.closed === a.closed &&
  joined.truth === a.truth &&
  joined.marks === a.marks;

export const joinValues = (a: Value, b: Value): Value => joinAt(a, b, 4);

export const joinAll = (values: readonly Value[]): Value => {
  let joined: Value | undefined;
  for (const value of values) joined = joined === undefined ? value : joinValues(joined, value);
  return joined ?? unknown;
};

/** It may be this or anything else. */
export const perhaps = (value: Value): Value => {
  if (value.constants === undefined || value.partial) return value;
  const copy = copyOf(value);
  copy.partial = true;
  return copy;
};
