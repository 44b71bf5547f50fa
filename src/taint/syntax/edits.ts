/** What changed between two texts, as the parser wants to be told. */
/** A replacement of part of a text, in UTF-16 units: `[start, oldEnd)` of the old became `[start, newEnd)` of the new. */
export type TextEdit = { readonly start: number; readonly oldEnd: number; readonly newEnd: number };

/** 0-based. */
type PlainPoint = { readonly row: number; readonly column: number };

/** Columns in units; counted from a point before it that is known. */
const pointAt = (
  text: string,
  index: number,
  from: PlainPoint & { readonly index: number } = { row: 0, column: 0, index: 0 },
): PlainPoint => {
  let { row } = from;
  let lineStart = from.index - from.column;
  for (let at = text.indexOf('\n', from.index); at !== -1 && at < index; at = text.indexOf('\n', at + 1)) {
    row += 1;
    lineStart = at + 1;
  }
  return { row, column: index - lineStart };
};

type PlainEdit = {
  readonly startIndex: number;
  readonly oldEndIndex: number;
  readonly newEndIndex: number;
  readonly startPosition: PlainPoint;
  readonly oldEndPosition: PlainPoint;
  readonly newEndPosition: PlainPoint;
};

const editIn = (oldText: string, newText: string, edit: TextEdit): PlainEdit => {
  const startPosition = pointAt(oldText, edit.start);
  const start = { ...startPosition, index: edit.start };
  return {
    startIndex: edit.start,
    oldEndIndex: edit.oldEnd,
    newEndIndex: edit.newEnd,
    startPosition,
    oldEndPosition: pointAt(oldText, edit.oldEnd, start),
    newEndPosition: pointAt(newText, edit.newEnd, start),
  };
};

/** A text as the parser got it: the source between what was put around it. */
type Surrounded = { readonly source: string; readonly attempt: { readonly before: string; readonly after: string } };

/**
 * The edits, one after the other, from the earlier text with its surroundings to `text`, which begins with the same ones; `edit` is
 * what happened to the source.
 */
export const editsBetween = ({ source, attempt }: Surrounded, text: string, edit: TextEdit): readonly PlainEdit[] => {
  const { before, after } = attempt;
  const oldText = before + source + after;
  const shift = before.length;
  // From the edit to the end of what was there, when the edit touches that end; else the made-up end is a second edit.
  if (edit.oldEnd === source.length)
    return [editIn(oldText, text, { start: edit.start + shift, oldEnd: oldText.length, newEnd: text.length })];
  const end = shift + source.length + edit.newEnd - edit.oldEnd;
  const between = text.slice(0, end) + after;
  return [
    editIn(oldText, between, { start: edit.start + shift, oldEnd: edit.oldEnd + shift, newEnd: edit.newEnd + shift }),
    editIn(between, text, { start: end, oldEnd: between.length, newEnd: text.length }),
  ];
};
