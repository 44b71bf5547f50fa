import type { Language } from '../../core/index.ts';
import type { Program } from './ir.ts';

/**
 * A node of a syntax tree, as far as front ends read one: the shape of web-tree-sitter's nodes. `id` is unique within a tree.
 * Reading a node costs a call into wasm: front ends read each child once.
 */
export type SyntaxNode = {
  readonly id: number;
  readonly type: string;
  readonly text: string;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly startPosition: { readonly row: number; readonly column: number };
  readonly endPosition: { readonly row: number; readonly column: number };
  readonly isNamed: boolean;
  readonly isError: boolean;
  readonly isMissing: boolean;
  readonly hasError: boolean;
  readonly children: readonly (SyntaxNode | null)[];
  readonly namedChildren: readonly (SyntaxNode | null)[];
  childForFieldName(field: string): SyntaxNode | null;
  childrenForFieldName(field: string): readonly (SyntaxNode | null)[];
};

/** Lowers syntax trees of its languages. Keeps what it lowered, to yield the same objects for statements that did not change. */
export interface FrontEnd {
  readonly languages: readonly Language[];
  /**
   * The program of a whole file or a fragment: a function without its imports, a method without its class, a text cut short.
   * Never throws. `previous` is the program of an earlier version of the text whose first `unchanged` UTF-16 units are the same:
   * statements that end before it and did not change keep their identity.
   */
  lower(root: SyntaxNode, source: string, previous?: { readonly program: Program; readonly unchanged: number }): Program;
}
