/**
 * What the engine knows of a value. Values are immutable once they are handed out; equal knowledge often is the same object, which is what
 * the memory of earlier runs hangs on.
 */
import type { Span } from '../syntax/ir.ts';
import type { PathNode } from './path-node.ts';
import type { Scope } from './scope.ts';

/**
 * Something that came in from outside, or a part or an aspect of it. Values made from it share its origin, so that a check of one of them clears all.
 * `key` is a property, `[]` any element; `aspect` says something of the parent (`host`, `length`).
 */
export class Origin {
  readonly parent: Origin | undefined;
  readonly aspect: string | undefined;
  private children: Map<string, Origin> | undefined;
  constructor(parent?: Origin, aspect?: string) {
    this.parent = parent;
    this.aspect = aspect;
  }
  private child(key: string, aspect: string | undefined): Origin {
    this.children ??= new Map();
    const known = this.children.get(key);
    if (known !== undefined) return known;
    const made = new Origin(this, aspect);
    this.children.set(key, made);
    return made;
  }
  part(key: string): Origin {
    return this.child(key, undefined);
  }
  aspectNamed(aspect: string): Origin {
    return this.aspect === aspect ? this : this.child(`\0${aspect}`, aspect);
  }
}

/** One step on the way of a value, the latest first. */
export type Trace = { readonly span: Span; readonly note: string; readonly what: string; readonly previous: Trace | undefined };

/** What of one origin is in a value: the kinds of harm that are still in it, as bits. */
export type Atom = { readonly origin: Origin; readonly mask: number; readonly trace: Trace };

export type Constant = string | number | boolean | null;

/** A text by its parts; `or`: another thing that it may be. */
export type Text = { readonly parts: readonly (string | Value)[]; readonly or: Text | undefined };

/** What is known where the value, as a condition, is true or false. */
export type Clear = { readonly origin: Origin; readonly mask: number };
export type Truth = { readonly whenTrue: readonly Clear[]; readonly whenFalse: readonly Clear[] };

export type Form = 'string' | 'number' | 'boolean' | 'null' | 'list' | 'tuple' | 'set' | 'map' | 'function' | 'regex' | 'object';

export class Value {
  atoms: readonly Atom[] = none;
  /** What it may be; with `partial` it may be something else too. */
  constants: readonly Constant[] | undefined = undefined;
  partial = false;
  text: Text | undefined = undefined;
  form: Form | undefined = undefined;
  /** The library's thing that it is. */
  node: PathNode | undefined = undefined;
  /** The functions or the class of this text that it is. */
  callable: Scope | undefined = undefined;
  /** By name or position. */
  fields: ReadonlyMap<string, Value> | undefined = undefined;
  /** Any element, or what is under keys that are not known. */
  element: Value | undefined = undefined;
  /** All entries are in `fields` and `element`. */
  closed = false;
  truth: Truth | undefined = undefined;
  marks: readonly string[] = none;
  flags: string | undefined = undefined;
}

const none: readonly never[] = [];
export const noAtoms: readonly Atom[] = none;

export const unknown: Value = new Value();

export const copyOf = (value: Value): Value => {
  const copy = new Value();
  copy.atoms = value.atoms;
  copy.constants = value.constants;
  copy.partial = value.partial;
  copy.text = value.text;
  copy.form = value.form;
  copy.node = value.node;
  copy.callable = value.callable;
  copy.fields = value.fields;
  copy.element = value.element;
  copy.closed = value.closed;
  copy.truth = value.truth;
  copy.marks = value.marks;
  copy.flags = value.flags;
  return copy;
};

export const constantValue = (constant: Constant, form: Form): Value => {
  const value = new Value();
  value.constants = [constant];
  value.form = form;
  return value;
};

export const ofAtoms = (atoms: readonly Atom[]): Value => {
  if (atoms.length === 0) return unknown;
  const value = new Value();
  value.atoms = atoms;
  return value;
};

export const ofTruth = (truth: Truth | undefined): Value => {
  const value = new Value();
  value.form = 'boolean';
  value.truth = truth;
  return value;
};

/** The same value, with other atoms. */
export const withAtoms = (value: Value, atoms: readonly Atom[]): Value => {
  if (atoms === value.atoms || (atoms.length === 0 && value.atoms.length === 0)) return value;
  const copy = copyOf(value);
  copy.atoms = atoms;
  return copy;
};

/** The one constant that it certainly is. */
export const onlyConstant = (value: Value): Constant | undefined =>
  value.constants !== undefined && value.constants.length === 1 && !value.partial ? value.constants[0] : undefined;

const maximalAtoms = 12;

/** Of both; of what is in both, the kinds of both. */
export const joinAtoms = (a: readonly Atom[], b: readonly Atom[]): readonly Atom[] => {
  if (a === b || b.length === 0) return a;
  if (a.length === 0) return b;
  let joined: Atom[] | undefined;
  for (const atom of b) {
    const list = joined ?? a;
    const at = list.findIndex(({ origin }) => origin === atom.origin);
    const known = list[at];
    if (known === undefined) {
      if (list.length >= maximalAtoms) continue;
      joined ??= [...a];
      joined.push(atom);
    } else if ((known.mask | atom.mask) !== known.mask) {
      joined ??= [...a];
      joined[at] = { ...known, mask: known.mask | atom.mask };
    }
  }
  return joined ?? a;
};

/** Everything that is in a value, in its fields and elements too. */
export const deepAtoms = (value: Value, depth = 3): readonly Atom[] => {
  let atoms = value.atoms;
  if (depth === 0) return atoms;
  if (value.element !== undefined) atoms = joinAtoms(atoms, deepAtoms(value.element, depth - 1));
  if (value.fields !== undefined) for (const field of value.fields.values()) atoms = joinAtoms(atoms, deepAtoms(field, depth - 1));
  return atoms;
};

/** Without the kinds of `mask`; atoms that can do nothing any more are dropped. */
export const withoutKinds = (atoms: readonly Atom[], mask: number): readonly Atom[] => {
  if (!atoms.some((atom) => (atom.mask & mask) !== 0)) return atoms;
  const left: Atom[] = [];
  for (const atom of atoms)
    if ((atom.mask & ~mask) !== 0) left.push((atom.mask & mask) === 0 ? atom : { ...atom, mask: atom.mask & ~mask });
  return left;
};

/** One step further. */
export const stepped = (atoms: readonly Atom[], span: Span, note: string, what: string): readonly Atom[] =>
  atoms.length === 0
    ? atoms
    : atoms.map((atom) => ({
        origin: atom.origin,
        mask: atom.mask,
        trace: atom.trace.span === span ? atom.trace : { span, note, what, previous: atom.trace },
      }));
