import type { Language } from '../../core/index.ts';
import type { Program } from './ir.ts';

/**
 * A node of a syntax tree, as far as front ends read one. It is plain data: nothing here calls into the parser, and a node outlives
 * its tree. A node that an incremental parse found again before the edit is the same object in both trees.
 * Brackets, commas, full stops and semicolons are left out.
 * Offsets are 0-based UTF-16 units; what a node says is `source.slice(startIndex, endIndex)`.
 */
export type SyntaxNode = {
  /** Unique within a tree. */
  readonly id: number;
  readonly type: string;
  /** The field of its parent that it fills. */
  readonly field: string | undefined;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  readonly isError: boolean;
  /** The parser made it up; it has no text. */
  readonly isMissing: boolean;
  /** Is, or holds, an error or a missing node. */
  readonly hasError: boolean;
  readonly children: readonly SyntaxNode[];
  readonly namedChildren: readonly SyntaxNode[];
  childForFieldName(field: string): SyntaxNode | null;
  childrenForFieldName(field: string): readonly SyntaxNode[];
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
