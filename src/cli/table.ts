/** A table for a terminal: columns as wide as their words, the last one wrapped to the width. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[], width: number): string => {
  const last = head.length - 1;
  const widths = head.map((title, column) =>
    column === last ? 0 : Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const indent = widths.slice(0, last).reduce((sum, each) => sum + each + 2, 0);
  const room = Math.max(20, width - indent);
  const line = (cells: readonly string[]): string => {
    const start = cells
      .slice(0, last)
      .map((cell, column) => `${cell.padEnd(widths[column] ?? 0)}  `)
      .join('');
    const [first = '', ...more] = wrap(cells[last] ?? '', room);
    return [`${start}${first}`.trimEnd(), ...more.map((text) => `${' '.repeat(indent)}${text}`)].join('\n');
  };
  return [line(head), ...rows.map(line)].join('\n');
};

/** Words in lines of at most `width`; a longer word stands alone. */
export const wrap = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    if (current !== '' && current.length + 1 + word.length > width) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  lines.push(current);
  return lines;
};
