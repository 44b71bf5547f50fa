import type { HunkLine } from './file-patch.ts';

/** Above this product of lengths the middle is replaced as a whole: a bound on time and memory, in cells of a table. */
const mostCells = 4_000_000;

/** The lines of both texts in one order: kept, removed and added. Shortest where the changed middles are not huge. */
export const diffLines = (before: readonly string[], after: readonly string[]): readonly HunkLine[] => {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const kept = (text: string): HunkLine => ({ kind: ' ', text });
  return [
    ...before.slice(0, head).map(kept),
    ...diffMiddles(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(kept),
  ];
};

const diffMiddles = (before: readonly string[], after: readonly string[]): readonly HunkLine[] => {
  const removed = before.map((text): HunkLine => ({ kind: '-', text }));
  const added = after.map((text): HunkLine => ({ kind: '+', text }));
  if (before.length * after.length > mostCells) return [...removed, ...added];
  const width = after.length + 1;
  // In each cell the length of the longest common part of what follows.
  const common = new Uint16Array((before.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = before.length - 1; row >= 0; row -= 1)
    for (let column = after.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        before[row] === after[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: HunkLine[] = [];
  let row = 0;
  let column = 0;
  while (row < before.length || column < after.length) {
    const text = before[row];
    if (row < before.length && column < after.length && text === after[column]) {
      steps.push({ kind: ' ', text: text ?? '' });
      row += 1;
      column += 1;
    } else if (row < before.length && (column === after.length || at(row + 1, column) >= at(row, column + 1))) {
      steps.push({ kind: '-', text: text ?? '' });
      row += 1;
    } else {
      steps.push({ kind: '+', text: after[column] ?? '' });
      column += 1;
    }
  }
  return steps;
};
