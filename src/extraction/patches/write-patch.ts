import { fileAt, type SourceFiles } from '../../core/index.ts';
import type { HunkLine } from './file-patch.ts';
import { diffLines } from './line-diff.ts';

const contextLines = 3;
const bareEnd = '\n\\ No newline at end of file';

/** Lines as a diff shows them: a last one without a line end differs from the same one with it. */
const shownLines = (text: string): readonly string[] => {
  if (text === '') return [];
  const lines = text.replace(/\n$/, '').split('\n');
  return text.endsWith('\n') ? lines : [...lines.slice(0, -1), `${lines.at(-1) ?? ''}${bareEnd}`];
};

/** What leads from one state of a repository to another, as `git diff` would write it; empty where they are equal. */
export const writePatch = (before: SourceFiles, after: SourceFiles): string => {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted((a, b) => (a < b ? -1 : 1));
  return paths.map((path) => writeFilePatch(path, fileAt(before, path), fileAt(after, path))).join('');
};

const writeFilePatch = (path: string, before: string | undefined, after: string | undefined): string => {
  if (before === after) return '';
  const names = `--- ${before === undefined ? '/dev/null' : `a/${path}`}\n+++ ${after === undefined ? '/dev/null' : `b/${path}`}\n`;
  const mode = before === undefined ? 'new file mode 100644\n' : after === undefined ? 'deleted file mode 100644\n' : '';
  const hunks = hunksOf(diffLines(shownLines(before ?? ''), shownLines(after ?? '')));
  return `diff --git a/${path} b/${path}\n${mode}${hunks === '' ? '' : names}${hunks}`;
};

const hunksOf = (steps: readonly HunkLine[]): string => {
  const changes = steps.flatMap(({ kind }, index) => (kind === ' ' ? [] : [index]));
  const ranges: { from: number; to: number }[] = [];
  for (const index of changes) {
    const last = ranges.at(-1);
    const from = Math.max(0, index - contextLines);
    const to = Math.min(steps.length, index + contextLines + 1);
    if (last !== undefined && from <= last.to) last.to = to;
    else ranges.push({ from, to });
  }
  let written = '';
  let done = 0;
  const passed = { old: 0, new: 0 };
  for (const { from, to } of ranges) {
    advance(passed, steps.slice(done, from));
    const lines = steps.slice(from, to);
    const size = { old: 0, new: 0 };
    advance(size, lines);
    written += `@@ -${span(passed.old, size.old)} +${span(passed.new, size.new)} @@\n`;
    written += lines.map(({ kind, text }) => `${kind}${text}\n`).join('');
    advance(passed, lines);
    done = to;
  }
  return written;
};

const advance = (counts: { old: number; new: number }, lines: readonly HunkLine[]): void => {
  for (const { kind } of lines) {
    if (kind !== '+') counts.old += 1;
    if (kind !== '-') counts.new += 1;
  }
};

const span = (passed: number, size: number): string => {
  const start = size === 0 ? passed : passed + 1;
  return size === 1 ? String(start) : `${start},${size}`;
};
