/** Functions and classes of the text under analysis, and the frames in which they run. */
import type { ClassNode, FunctionNode } from '../syntax/ir.ts';
import type { State, Table } from './state.ts';
import type { Value } from './value.ts';

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

export type ClassScope = {
  readonly kind: 'class';
  readonly class: ClassNode;
  readonly outer: Frame;
  readonly methods: ReadonlyMap<string, FunctionNode>;
};

export type Scope = FunctionScope | ClassScope;
