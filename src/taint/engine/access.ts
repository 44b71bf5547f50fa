/** Properties, elements and slices. */
import type { Expression, Span } from '../syntax/ir.ts';
import { joinAtoms, stepped, withoutKinds } from './atoms.ts';
import type { EffectOf, Entry, MethodEntry } from './compiled.ts';
import { type Context, count, depend } from './context.ts';
import { joinAll } from './join.ts';
import { elementsOf } from './places.ts';
import { checkPair, checkValue } from './report.ts';
import { type Atom, copyOf, noAtoms, ofAtoms, unknown, Value, withAtoms } from './value.ts';
import { outerValue as lookUpFrom, methodKey, namedValue, originOf, valueOfNode } from './variables.ts';

type Access = Extract<Expression, { kind: 'member' | 'index' | 'slice' }>;

/** The last word of what a property is taken from: `query` of `req.query.name`. */
export const lastWord = (expression: Expression): string | undefined =>
  expression.kind === 'name'
    ? expression.name
    : expression.kind === 'member'
      ? expression.property
      : expression.kind === 'call'
        ? lastWord(expression.callee)
        : undefined;

const fits = (entry: MethodEntry, object: Expression | undefined): boolean => {
  let at = object;
  for (let index = entry.before.length - 1; index >= 0; index -= 1) {
    if (at === undefined || lastWord(at) !== entry.before[index]) return false;
    at = at.kind === 'member' ? at.object : at.kind === 'call' && at.callee.kind === 'member' ? at.callee.object : undefined;
  }
  return true;
};

const noEntries: readonly Entry[] = [];

/** The entries of `*.name`. */
export const methodEntries = (
  table: ReadonlyMap<string, readonly MethodEntry[]>,
  name: string,
  object: Expression | undefined,
): readonly Entry[] => {
  const exact = table.get(name);
  const word = object === undefined ? undefined : lastWord(object);
  const any = word === undefined ? undefined : table.get(`*${word}`);
  if (exact === undefined && any === undefined) return noEntries;
  return [...(exact ?? []), ...(any ?? [])].filter((each) => fits(each, object)).map(({ entry }) => entry);
};

const partsOf = (atoms: readonly Atom[], key: string): readonly Atom[] =>
  atoms.length === 0 ? noAtoms : atoms.map((atom) => ({ origin: atom.origin.part(key), mask: atom.mask, trace: atom.trace }));

/** A part of a value whose fields are not known. */
export const partOf = (value: Value, key: string): Value => ofAtoms(partsOf(value.atoms, key));

const methodOf = (cx: Context, object: Value, property: string): Value | undefined => {
  const scope = object.callable;
  if (scope?.kind !== 'class') return undefined;
  const method = scope.methods.get(property);
  if (method === undefined) return undefined;
  // Another version of the method is another answer.
  if (cx.remembers)
    depend(cx, {
      level: scope.outer.level,
      name: methodKey(scope.class.name, property),
      value: lookUpFrom(scope.outer, methodKey(scope.class.name, property)),
    });
  const value = new Value();
  value.form = 'function';
  value.callable = {
    kind: 'function',
    function: method,
    outer: scope.outer,
    owner: scope,
    self: object.form === 'function' ? undefined : object,
  };
  return value;
};

/** What is known of `object.property` before rules are asked. */
const plainProperty = (cx: Context, object: Value, property: string): Value => {
  const field = object.fields?.get(property);
  if (field !== undefined) return field;
  const method = methodOf(cx, object, property);
  if (method !== undefined) return method;
  const node = object.node?.child(property);
  if (node !== undefined) return withAtoms(valueOfNode(node), partsOf(object.atoms, property));
  if (object.element !== undefined) return withAtoms(object.element, joinAtoms(object.element.atoms, partsOf(object.atoms, property)));
  return object.atoms.length === 0 ? unknown : partOf(object, property);
};

const applied = (effects: readonly EffectOf[], object: Value, value: Value): Value => {
  let result = value;
  for (const effect of effects) {
    if (effect.clean) result = withAtoms(result, noAtoms);
    else if (effect.clears !== 0) result = withAtoms(result, withoutKinds(result.atoms, effect.clears));
    const { aspect } = effect;
    if (aspect !== undefined)
      result = withAtoms(
        result,
        object.atoms.map((atom) => ({ ...atom, origin: atom.origin.aspectNamed(aspect) })),
      );
    if (effect.marks !== undefined) {
      result = copyOf(result);
      result.marks = [...new Set([...object.marks, ...effect.marks])];
    }
  }
  return result;
};

const sourced = (entry: Entry, key: object, name: string, span: Span): readonly Atom[] =>
  entry.sources.flatMap(({ mask, note }) =>
    mask === 0 ? [] : [{ origin: originOf(key), mask, trace: { span, note, what: name, previous: undefined } }],
  );

/** `object.property` with everything that rules say of it. */
export const property = (cx: Context, object: Value, name: string, expression: Access): Value =>
  readProperty(cx, object, name, { span: expression.span, object: expression.object, known: plainProperty(cx, object, name) });

export type Reading = { readonly span: Span; readonly object: Expression | undefined; readonly known: Value };

/** What rules say of reading a property, added to what is known of it. */
export const readProperty = (cx: Context, object: Value, name: string, reading: Reading): Value => {
  let value = reading.known;
  const { names } = cx.compiled;
  const node = object.node?.child(name);
  const own = node === undefined ? undefined : names.read.get(node);
  const methods = methodEntries(names.reads, name, reading.object);
  if (own !== undefined || methods.length > 0) {
    for (const entry of own === undefined ? methods : [own, ...methods]) {
      const key = entry === own && node !== undefined ? node : entry;
      value = applied([...entry.sanitizers, ...entry.propagators], object, value);
      // Two properties of one name on different objects are two things that come in.
      const atoms = sourced(entry, key, name, reading.span);
      value = withAtoms(value, joinAtoms(value.atoms, atoms));
    }
  }
  return namedValue(cx, name, value, reading.span);
};

const checkAccess = (cx: Context, object: Value, expression: Access): void => {
  const { sinks } = cx.compiled;
  if (sinks.dereferenced.length > 0 && object.atoms.length > 0)
    checkValue(cx, sinks.dereferenced, object, expression.object, expression.span);
};

export const member = (cx: Context, expression: Extract<Expression, { kind: 'member' }>): Value => {
  const object = cx.machine.evaluate(cx, expression.object);
  checkAccess(cx, object, expression);
  return property(cx, object, expression.property, expression);
};

/** An element whose place is not known. */
export const anyElement = (value: Value): Value => {
  if (value.constants !== undefined && value.atoms.length === 0) {
    const letters = value.constants.filter((each) => typeof each === 'string').join('');
    if (letters === '' || letters.length > 24) return unknown;
    const letter = new Value();
    letter.constants = [...new Set(letters)];
    letter.form = 'string';
    return letter;
  }
  const elements = elementsOf(value);
  const parts = partsOf(value.atoms, '[]');
  if (elements.length === 0) return ofAtoms(parts);
  const joined = joinAll(elements);
  return withAtoms(joined, joinAtoms(joined.atoms, parts));
};

const keyOf = (key: Value): string | undefined => {
  const constant = key.constants?.length === 1 && !key.partial ? key.constants[0] : undefined;
  return typeof constant === 'string' || typeof constant === 'number' ? String(constant) : undefined;
};

export const index = (cx: Context, expression: Extract<Expression, { kind: 'index' }>): Value => {
  const object = cx.machine.evaluate(cx, expression.object);
  const key = cx.machine.evaluate(cx, expression.index);
  checkAccess(cx, object, expression);
  const { indexedObject, indexedIndex } = cx.compiled.sinks;
  const pair = [object, key] as const;
  if (indexedObject.length > 0) checkPair(cx, indexedObject, pair, [expression.object, expression.index], expression.span);
  if (indexedIndex.length > 0 && (key.atoms.length > 0 || object.atoms.length > 0)) {
    checkPair(cx, indexedIndex, [key, object], [expression.index, expression.object], expression.span);
  }
  const constant = keyOf(key);
  if (constant === undefined) return anyElement(object);
  if (typeof key.constants?.[0] === 'string') return property(cx, object, constant, expression);
  return object.fields?.get(constant) ?? object.element ?? partOf(object, constant);
};

/** Still the same text or list, of which less is known. */
export const slice = (cx: Context, expression: Extract<Expression, { kind: 'slice' }>): Value => {
  count(cx);
  const object = cx.machine.evaluate(cx, expression.object);
  if (expression.from !== undefined) cx.machine.evaluate(cx, expression.from);
  if (expression.to !== undefined) cx.machine.evaluate(cx, expression.to);
  checkAccess(cx, object, expression);
  const value = new Value();
  value.atoms = stepped(object.atoms, expression.span, 'is cut', '');
  value.form = object.form;
  value.marks = object.marks;
  if (object.fields !== undefined || object.element !== undefined) value.element = joinAll(elementsOf(object));
  return value;
};
