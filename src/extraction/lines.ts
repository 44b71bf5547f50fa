/** One line with its place in the text it was cut from. `next` is the offset after its line end. */
export type Line = { readonly text: string; readonly start: number; readonly end: number; readonly next: number };

/** Lines of `text[from, to)`, without their ends (`\n` or `\r\n`). A text that ends with a line end has no empty last line. */
export const splitLines = (text: string, from = 0, to = text.length): readonly Line[] => {
  const lines: Line[] = [];
  let start = from;
  while (start < to) {
    const feed = text.indexOf('\n', start);
    const stop = feed === -1 || feed >= to ? to : feed;
    const end = stop > start && text[stop - 1] === '\r' ? stop - 1 : stop;
    const next = Math.min(stop + 1, to);
    lines.push({ text: text.slice(start, end), start, end, next });
    start = stop + 1;
  }
  return lines;
};

/** Patterns look at this much of a line: enough to tell what it is, and a bound on their time. */
export const glance = (line: string): string => (line.length > 300 ? line.slice(0, 300) : line);

export const isBlank = (line: string): boolean => line.trim() === '';

/** Leading white space, a tab counted as `tab` columns. */
export const indentOf = (line: string, tab = 4): number => {
  let columns = 0;
  for (const letter of line) {
    if (letter === ' ') columns += 1;
    else if (letter === '\t') columns += tab;
    else break;
  }
  return columns;
};

const zeroWidth = '\u200b\u200c\u200d\u2060\ufeff';
const invisibleHead = new RegExp(`^[ \\t${zeroWidth}]+`);
const isZeroWidth = (letter: string | undefined): boolean => letter !== undefined && zeroWidth.includes(letter);

/** A line without byte-order marks and zero-width characters at its ends; inside, they may be what the code is about. */
export const withoutInvisible = (line: string): string => {
  let end = line.length;
  while (end > 0 && isZeroWidth(line[end - 1])) end -= 1;
  const head = invisibleHead.exec(line)?.[0] ?? '';
  if (end === line.length && ![...head].some(isZeroWidth)) return line;
  const kept = [...head].filter((letter) => !isZeroWidth(letter)).join('');
  return end <= head.length ? kept : kept + line.slice(head.length, end);
};

/** Lines without the mark of a quotation, where each of them has it; undefined where one has not. */
export const unquoted = (lines: readonly Line[]): readonly Line[] | undefined => {
  const full = lines.filter(({ text }) => !isBlank(text));
  if (full.length === 0 || !full.every(({ text }) => text.startsWith('>') && !text.startsWith('>>'))) return undefined;
  return lines.map((line) => {
    const marks = line.text.startsWith('> ') ? 2 : line.text.startsWith('>') ? 1 : 0;
    return { ...line, text: line.text.slice(marks), start: line.start + marks };
  });
};
