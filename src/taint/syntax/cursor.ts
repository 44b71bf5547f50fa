import { missingMark, namedMark, PlainNode, punctuation } from './plain-node.ts';
import type { Placement } from './tree-memory.ts';

/** The parser's cursor, as far as it is used. */
export type Cursor = {
  readonly nodeId: number;
  readonly nodeType: string;
  readonly nodeIsNamed: boolean;
  readonly nodeIsMissing: boolean;
  readonly startIndex: number;
  readonly endIndex: number;
  readonly currentFieldName: string | null;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
};

const unitAt = (index: number, placement: Placement): number => Math.min(placement.length, Math.max(0, index - placement.before));

/** Node by node through the parser's interface: slow, and right with any version of it. */
export const readByCursor = (cursor: Cursor, placement: Placement, depth = 0): PlainNode => {
  const children: PlainNode[] = [];
  const { nodeId, nodeType, currentFieldName } = cursor;
  const start = unitAt(cursor.startIndex, placement);
  const end = unitAt(cursor.endIndex, placement);
  const marks = (cursor.nodeIsNamed ? namedMark : 0) | (cursor.nodeIsMissing ? missingMark : 0);
  if (depth < 400 && cursor.gotoFirstChild()) {
    do {
      const child = readByCursor(cursor, placement, depth + 1);
      if (child.isNamed || child.isMissing || !punctuation.has(child.type)) children.push(child);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return new PlainNode(nodeId, depth < 400 ? nodeType : 'ERROR', currentFieldName ?? undefined, start, end, marks, children);
};
