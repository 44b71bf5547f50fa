import type { Hunk, HunkLine, Problem } from './file-patch.ts';

/** How a hunk's lines may end: a fence holds nothing but the patch; raw text may go on with words. */
export type PatchText = { readonly lines: readonly string[]; readonly fenced: boolean };

const counted = /^@@+ -(\d{1,7})(?:,(\d{1,7}))? \+\d{1,7}(?:,(\d{1,7}))? @@/;

/** Whether two lines are the names of a file patch, and not a removed and an added line. */
export const areNames = (line: string | undefined, next: string | undefined): boolean =>
  line !== undefined && next !== undefined && /^--- \S/.test(line) && /^\+\+\+ \S/.test(next);

type Counts = { readonly old: number; readonly new: number };

const countsOf = (lines: readonly HunkLine[]): Counts => ({
  old: lines.filter(({ kind }) => kind !== '+').length,
  new: lines.filter(({ kind }) => kind !== '-').length,
});

/**
 * Reads the hunk whose header stands at `at`. The header's counts are hints: models count badly, and where the lines themselves
 * say where the hunk ends, they win. A problem where a line is neither context nor a change.
 */
export const readHunk = (text: PatchText, at: number): { readonly hunk: Hunk; readonly next: number } | Problem => {
  const header = counted.exec(text.lines[at] ?? '');
  const wanted: Counts | undefined = header === null ? undefined : { old: Number(header[2] ?? 1), new: Number(header[3] ?? 1) };
  const lines: HunkLine[] = [];
  let endsBare = false;
  let index = at + 1;
  const seen = { old: 0, new: 0 };
  for (; index < text.lines.length; index += 1) {
    const line = text.lines[index] ?? '';
    if (line.startsWith('\\')) {
      endsBare ||= lines.at(-1)?.kind !== '-';
      continue;
    }
    const whole = wanted !== undefined && seen.old >= wanted.old && seen.new >= wanted.new;
    if (endsAt(text, index, whole)) break;
    const read = lineOf(line);
    if (read === undefined) {
      // Outside of a fence an empty line may end the patch; a line of context that is empty has a space.
      if (whole || (!text.fenced && text.lines[index - 1] === '')) break;
      return { problem: `line ${index + 1} of the patch is neither context nor a change: ${JSON.stringify(line.slice(0, 80))}` };
    }
    lines.push(read);
    if (read.kind !== '+') seen.old += 1;
    if (read.kind !== '-') seen.new += 1;
  }
  const hunk = { oldStart: header === null ? undefined : Number(header[1]), lines: withoutGap(lines, wanted), endsBare };
  return { hunk, next: index };
};

const lineOf = (line: string): HunkLine | undefined => {
  // Editors and models strip the one space of an empty context line.
  if (line === '') return { kind: ' ', text: '' };
  const [kind] = line;
  return kind === ' ' || kind === '-' || kind === '+' ? { kind, text: line.slice(1) } : undefined;
};

const endsAt = ({ lines, fenced }: PatchText, index: number, whole: boolean): boolean => {
  const line = lines[index] ?? '';
  if (line.startsWith('@@') || line.startsWith('diff --git ')) return true;
  if (areNames(line, lines[index + 1]) && (whole || (lines[index + 2] ?? '').startsWith('@@'))) return true;
  // `-- ` is how mailed patches end.
  return whole && (/^-- ?$/.test(line) || (!fenced && line.trim() === ''));
};

/** Empty lines between two hunks or files look like context. */
const withoutGap = (lines: readonly HunkLine[], wanted: Counts | undefined): readonly HunkLine[] => {
  const counts = countsOf(lines);
  let surplus = wanted === undefined ? lines.length : Math.min(counts.old - wanted.old, counts.new - wanted.new);
  let end = lines.length;
  while (surplus > 0 && lines[end - 1]?.kind === ' ' && lines[end - 1]?.text === '') {
    surplus -= 1;
    end -= 1;
  }
  return lines.slice(0, end);
};
