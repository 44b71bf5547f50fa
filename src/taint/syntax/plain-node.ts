import type { SyntaxNode } from './front-end.ts';

const none: readonly PlainNode[] = [];

/** What a tree's memory says of one node. */
export type NodeFacts = {
  readonly id: number;
  readonly type: string;
  readonly field: string | undefined;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
};

/** A class and not literals: the getters keep a node small, and files have hundreds of thousands of them. */
export class PlainNode implements SyntaxNode {
  readonly id: number;
  readonly type: string;
  readonly field: string | undefined;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly isNamed: boolean;
  readonly isMissing: boolean;
  readonly hasError: boolean;
  readonly children: readonly PlainNode[];

  constructor(facts: NodeFacts, children: readonly PlainNode[] | undefined) {
    this.id = facts.id;
    this.type = facts.type;
    this.field = facts.field;
    this.startIndex = facts.startIndex;
    this.endIndex = facts.endIndex;
    this.isNamed = facts.isNamed;
    this.isMissing = facts.isMissing;
    this.children = children ?? none;
    let hasError = facts.isMissing || facts.type === 'ERROR';
    if (!hasError && children !== undefined) for (const child of children) if (child.hasError) hasError = true;
    this.hasError = hasError;
  }

  get isError(): boolean {
    return this.type === 'ERROR';
  }

  get namedChildren(): readonly PlainNode[] {
    return this.children.length === 0 ? none : this.children.filter((child) => child.isNamed);
  }

  childForFieldName(field: string): PlainNode | null {
    for (const child of this.children) if (child.field === field) return child;
    return null;
  }

  childrenForFieldName(field: string): readonly PlainNode[] {
    return this.children.filter((child) => child.field === field);
  }
}

/** How many places below and at `node` the parser could not make sense of. */
export const countErrors = (node: SyntaxNode): number => {
  if (!node.hasError) return 0;
  let count = node.isError || node.isMissing ? 1 : 0;
  for (const child of node.children) count += countErrors(child);
  return count;
};
