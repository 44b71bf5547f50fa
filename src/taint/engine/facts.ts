/** What checks have shown on the way to a point: origins that cannot do some kinds of harm any more. */
import { type Atom, type Clear, copyOf, type Facts, type Origin, type Truth, type Value, withAtoms } from './value.ts';

/** The kinds that are cleared of an origin, by itself or by what it is a part of. */
export const clearedOf = (facts: Facts | undefined, origin: Origin): number => {
  let mask = 0;
  for (let fact = facts; fact !== undefined; fact = fact.next)
    for (let at: Origin | undefined = origin; at !== undefined; at = at.parent) if (at === fact.origin) mask |= fact.mask;
  return mask;
};

export const withClears = (facts: Facts | undefined, clears: readonly Clear[]): Facts | undefined => {
  let list = facts;
  for (const { origin, mask } of clears)
    if ((mask & ~clearedOf(list, origin)) !== 0) list = { origin, mask, next: list, depth: (list?.depth ?? 0) + 1 };
  return list;
};

const commonTail = (a: Facts | undefined, b: Facts | undefined): Facts | undefined => {
  let left = a;
  let right = b;
  while (left !== right) {
    if (left === undefined || right === undefined) return undefined;
    if (left.depth >= right.depth) left = left.next;
    else right = right.next;
  }
  return left;
};

/** What holds on both ways. */
export const joinFacts = (a: Facts | undefined, b: Facts | undefined): Facts | undefined => {
  if (a === b) return a;
  const tail = commonTail(a, b);
  let joined = tail;
  for (const [one, other] of [
    [a, b],
    [b, a],
  ]) {
    for (let fact = one; fact !== undefined && fact !== tail; fact = fact.next) {
      const mask = fact.mask & clearedOf(other, fact.origin) & ~clearedOf(joined, fact.origin);
      if (mask !== 0) joined = { origin: fact.origin, mask, next: joined, depth: (joined?.depth ?? 0) + 1 };
    }
  }
  return joined !== tail && joined?.depth === a?.depth && sameClears(joined, a) ? a : joined;
};

const sameClears = (a: Facts | undefined, b: Facts | undefined): boolean => {
  for (let fact = b; fact !== undefined; fact = fact.next) if ((fact.mask & ~clearedOf(a, fact.origin)) !== 0) return false;
  return true;
};

/** What `facts` say beyond `base`. */
export const clearsBeyond = (facts: Facts | undefined, base: Facts | undefined): readonly Clear[] => {
  const clears: Clear[] = [];
  const tail = commonTail(facts, base);
  for (let fact = facts; fact !== undefined && fact !== tail; fact = fact.next) {
    const mask = fact.mask & ~clearedOf(base, fact.origin);
    if (mask !== 0) clears.push({ origin: fact.origin, mask });
  }
  return clears;
};

/** What holds in both. */
export const commonClears = (a: readonly Clear[], b: readonly Clear[]): readonly Clear[] => {
  if (a.length === 0 || b.length === 0) return [];
  const left = withClears(undefined, a);
  const right = withClears(undefined, b);
  return clearsBeyond(joinFacts(left, right), undefined);
};

export const swapped = (truth: Truth | undefined): Truth | undefined =>
  truth === undefined ? undefined : { whenTrue: truth.whenFalse, whenFalse: truth.whenTrue };

/** The kinds of `mask` that an atom can still do. */
export const aliveIn = (atom: Atom, facts: Facts | undefined, mask: number): number => {
  const left = atom.mask & mask;
  return left === 0 ? 0 : left & ~clearedOf(facts, atom.origin);
};

/**
 * The value with what `facts` say written into it, for a place where they do not hold any more: one of two ways that join, a function's caller.
 */
export const frozen = (value: Value, facts: Facts | undefined, depth = 3): Value => {
  if (facts === undefined || depth === 0) return value;
  let changed = false;
  const atoms: Atom[] = [];
  for (const atom of value.atoms) {
    const mask = aliveIn(atom, facts, -1);
    if (mask !== atom.mask) changed = true;
    if (mask !== 0) atoms.push(mask === atom.mask ? atom : { ...atom, mask });
  }
  let result = changed ? withAtoms(value, atoms) : value;
  const edit = (): Value => {
    if (result === value) result = copyOf(value);
    return result;
  };
  const element = value.element === undefined ? undefined : frozen(value.element, facts, depth - 1);
  if (element !== value.element) edit().element = element;
  if (value.fields !== undefined) {
    let fields: Map<string, Value> | undefined;
    for (const [key, field] of value.fields) {
      const cold = frozen(field, facts, depth - 1);
      if (cold !== field) fields = (fields ?? new Map(value.fields)).set(key, cold);
    }
    if (fields !== undefined) edit().fields = fields;
  }
  if (value.text !== undefined && changed) {
    const parts = value.text.parts.map((part) => (typeof part === 'string' ? part : frozen(part, facts, depth - 1)));
    edit().text = { parts, or: undefined };
  }
  return result;
};
