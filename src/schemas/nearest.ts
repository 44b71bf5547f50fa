/**
 * The candidate that a typing error most likely meant, or undefined where none is near.
 * Near: at most a third of the longer word's letters differ (Damerau-Levenshtein, neighbours swapped count once),
 * or one word begins with the other and at least three letters agree. Upper and lower case are alike.
 */
export const nearest = (word: string, candidates: readonly string[]): string | undefined => {
  const wanted = word.toLowerCase();
  let best: { readonly candidate: string; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = distanceBetween(wanted, candidate.toLowerCase());
    if (!isNear(wanted, candidate.toLowerCase(), distance)) continue;
    if (best === undefined || distance < best.distance) best = { candidate, distance };
  }
  return best?.candidate;
};

const isNear = (left: string, right: string, distance: number): boolean => {
  const longer = Math.max(left.length, right.length);
  if (distance <= Math.max(1, Math.floor(longer / 3)) && distance < longer) return true;
  const shorter = Math.min(left.length, right.length);
  return shorter >= 3 && (left.startsWith(right) || right.startsWith(left));
};

/** Edits (insert, drop, replace, swap neighbours) that turn one word into the other; words of more than 64 letters are cut. */
const distanceBetween = (a: string, b: string): number => {
  const left = a.slice(0, 64);
  const right = b.slice(0, 64);
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? 0;
};
