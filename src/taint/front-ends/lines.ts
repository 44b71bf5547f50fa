import type { Span } from '../syntax/ir.ts';

/** Lines and columns of a text. Questions come mostly in the order of the text, so the last answer is where the search begins. */
export class LineTable {
  readonly #starts: number[] = [0];
  #line = 0;

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  #lineOf(offset: number): number {
    const starts = this.#starts;
    let line = this.#line;
    if (Math.abs((starts[line] ?? 0) - offset) > 4_096) line = this.#search(offset);
    while ((starts[line] ?? 0) > offset) line -= 1;
    for (let next = starts[line + 1]; next !== undefined && next <= offset; next = starts[line + 1]) line += 1;
    this.#line = line;
    return line;
  }

  #search(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  span(start: number, end: number): Span {
    const endLine = this.#lineOf(end);
    const line = this.#lineOf(start);
    return {
      start,
      end,
      line: line + 1,
      column: start - (this.#starts[line] ?? 0) + 1,
      endLine: endLine + 1,
      endColumn: end - (this.#starts[endLine] ?? 0) + 1,
    };
  }
}
