/** A stretch of a text, from `start` up to and without `end`. */
export type Range = { readonly start: number; readonly end: number };

/** Marks the stretches of a text that are taken. */
export class Occupied {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  take({ start, end }: Range): void {
    this.#taken.fill(1, start, end);
  }

  touches({ start, end }: Range): boolean {
    return this.#taken.subarray(start, end).includes(1);
  }
}

/** What of a text of this length is in none of the ranges. */
export const outside = (length: number, ranges: readonly Range[]): readonly Range[] => {
  const gaps: Range[] = [];
  let at = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start > at) gaps.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  return at < length ? [...gaps, { start: at, end: length }] : gaps;
};

/** Where a pattern (with the flag g) matches. */
export const rangesOf = (text: string, pattern: RegExp): readonly Range[] =>
  [...text.matchAll(pattern)].map((found) => ({ start: found.index, end: found.index + found[0].length }));
