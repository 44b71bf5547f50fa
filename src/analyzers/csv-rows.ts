/** Rows of RFC 4180 text; quoted fields may hold commas, quotes and line ends. Undefined where a quote is never closed. */
export const csvRows = (text: string): readonly (readonly string[])[] | undefined => {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) return undefined;
    const [, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',' && field.lastIndex === text.length) row.push('');
    if (end !== ',' || field.lastIndex === text.length) {
      rows.push(row);
      row = [];
    }
  }
  return rows;
};
