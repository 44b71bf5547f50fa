import type { SyntaxNode } from './front-end.ts';

const none: readonly PlainNode[] = [];

/** Tokens that say nothing which the nodes around them do not say; missing ones are kept. */
export const punctuation: ReadonlySet<string> = new Set(['(', ')', ']', '}', ',', ';', '.']);

export const namedMark = 1;
export const missingMark = 2;

/** A class and not literals, and one argument for each property: files have hundreds of thousands of nodes. */
export class PlainNode implements SyntaxNode {
  #id: number;
  readonly type: string;
  readonly field: string | undefined;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly #marks: number;
  readonly hasError: boolean;
  readonly children: readonly PlainNode[];

  constructor(
    id: number,
    type: string,
    field: string | undefined,
    startIndex: number,
    endIndex: number,
    marks: number,
    children: readonly PlainNode[] | undefined,
  ) {
    this.#id = id;
    this.type = type;
    this.field = field;
    this.startIndex = startIndex;
    this.endIndex = endIndex;
    this.#marks = marks;
    this.children = children ?? none;
    let hasError = (marks & missingMark) !== 0 || type === 'ERROR';
    if (!hasError && children !== undefined) for (const child of children) if (child.hasError) hasError = true;
    this.hasError = hasError;
  }

  get isNamed(): boolean {
    return (this.#marks & namedMark) !== 0;
  }

  get isMissing(): boolean {
    return (this.#marks & missingMark) !== 0;
  }

  /** The same node with other children. */
  withChildren(children: readonly PlainNode[]): PlainNode {
    return new PlainNode(this.id, this.type, this.field, this.startIndex, this.endIndex, this.#marks, children);
  }

  get id(): number {
    return this.#id;
  }

  /** The parser may read a part again and come to the same: then the node stands for the new place in memory. */
  movedTo(id: number): this {
    this.#id = id;
    return this;
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

/** All that a tree says, for comparison. */
export const nodeText = (node: SyntaxNode): string => {
  const marks = `${node.isMissing ? '?' : ''}${node.isNamed ? '' : '_'}`;
  return `${marks}${node.field ?? ''}:${node.type}[${node.startIndex},${node.endIndex}](${node.children.map(nodeText).join(' ')})`;
};
