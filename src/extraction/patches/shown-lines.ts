/** Where a diff that `writePatch` wrote shows a file: the line that names it, and the diff's line for each line of the new side. 1-based. */
export type ShownFile = { readonly head: number; readonly lines: ReadonlyMap<number, number> };

/** What a diff shows of each file that it leaves in place, by path. */
export const shownFiles = (patch: string): ReadonlyMap<string, ShownFile> => {
  const files = new Map<string, { readonly head: number; readonly lines: Map<number, number> }>();
  let current: { readonly head: number; readonly lines: Map<number, number> } | undefined;
  let next = 0;
  // In the body of a hunk a line that reads like a name is content.
  let left = { old: 0, new: 0 };
  for (const [index, line] of patch.split('\n').entries()) {
    if (left.old <= 0 && left.new <= 0) {
      if (line.startsWith('diff --git ')) current = undefined;
      const path = /^\+\+\+ b\/(.+)$/.exec(line)?.[1];
      if (path !== undefined) {
        current = { head: index + 1, lines: new Map() };
        files.set(path, current);
      }
      const header = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
      if (header !== null) {
        next = Number(header[2]);
        left = { old: Number(header[1] ?? 1), new: Number(header[3] ?? 1) };
      }
      continue;
    }
    if (line.startsWith('\\')) continue;
    if (!line.startsWith('-')) {
      current?.lines.set(next, index + 1);
      next += 1;
      left.new -= 1;
    }
    if (!line.startsWith('+')) left.old -= 1;
  }
  return files;
};
