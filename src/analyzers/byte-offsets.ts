/** Turns a 0-based offset in bytes of UTF-8 into a 1-based line and a 1-based column in UTF-16 units. Past the end, it is the end. */
export const byteOffsets = (code: string): ((offset: number) => { readonly line: number; readonly column: number }) => {
  const bytes = Buffer.from(code, 'utf8');
  return (offset) => {
    const lines = bytes
      .subarray(0, offset)
      .toString('utf8')
      .split(/\r\n|\n|\r/);
    return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
  };
};
