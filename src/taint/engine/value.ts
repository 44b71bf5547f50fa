/**
 * What the engine knows of a value. Values are immutable once they are handed out; equal knowledge often is the same object, which is what
 * the memory of earlier runs hangs on.
 */
import type { ClassNode, FunctionNode, Span } from '../syntax/ir.ts';
import type { PathNode } from './path-node.ts';

/**
 * Something that came in from outside, or a part or an aspect of it. Values made from it share its origin, so that a check of one of them clears all.
 * `key` is a property, `[]` any element; `aspect` says something of the parent (`host`, `length`).
 */
export class Origin {
  readonly parent: Origin | undefined;
  readonly aspect: string | undefined;
  /** Any element of the parent: what is shown of it in every turn of a loop is true of the parent. */
  readonly isElement: boolean;
  private children: Map<string, Origin> | undefined;
  constructor(parent?: Origin, aspect?: string, isElement = false) {
    this.parent = parent;
    this.aspect = aspect;
    this.isElement = isElement;
  }
  private child(key: string, aspect: string | undefined): Origin {
    this.children ??= new Map();
    const known = this.children.get(key);
    if (known !== undefined) return known;
    const made = new Origin(this, aspect, key === '[]');
    this.children.set(key, made);
    return made;
  }
  /** A part of an aspect (an ending of two that were split off) says the same of the whole. */
  part(key: string): Origin {
    return this.aspect !== undefined ? this : this.child(key, undefined);
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
  /** Of a number: what holds where it is not negative (`whenTrue`), and where it is. */
  sign: Truth | undefined = undefined;
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
  copy.sign = value.sign;
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

/** What checks have shown on the way to a point: a list that shares its tails (facts.ts). */
export type Facts = { readonly origin: Origin; readonly mask: number; readonly next: Facts | undefined; readonly depth: number };

/** The variables of a function and what has been shown of values, at one point. Immutable (state.ts). */
export type State = { readonly slots: readonly (Value | undefined)[]; readonly facts: Facts | undefined };

/** Gives every name of a function its slot, and only grows. */
export class Table {
  private readonly names = new Map<string, number>();
  slotOf(name: string): number | undefined {
    return this.names.get(name);
  }
  grown(name: string): number {
    const known = this.names.get(name);
    if (known !== undefined) return known;
    const slot = this.names.size;
    this.names.set(name, slot);
    return slot;
  }
}

/** A function or class of the text at work. */
export type Frame = {
  readonly table: Table;
  /** Undefined where control does not get to. */
  state: State | undefined;
  readonly outer: Frame | undefined;
  /** 0 is the text itself. */
  readonly level: number;
  readonly function: FunctionNode | undefined;
  readonly owner: ClassScope | undefined;
  /** Handles requests of a web framework. */
  readonly route: boolean;
};

export type FunctionScope = {
  readonly kind: 'function';
  readonly function: FunctionNode;
  readonly outer: Frame;
  readonly owner: ClassScope | undefined;
  /** The object that a method was taken from. */
  readonly self: Value | undefined;
};

/** One object for all versions of a class: it is brought up to date where the text changes. */
export type ClassScope = {
  readonly kind: 'class';
  class: ClassNode;
  outer: Frame;
  methods: ReadonlyMap<string, FunctionNode>;
};

export type Scope = FunctionScope | ClassScope;
