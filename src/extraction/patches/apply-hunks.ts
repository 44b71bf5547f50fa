import type { Hunk, HunkLine, Problem } from './file-patch.ts';

/** How much comparing one answer may cost, in lines: a bound on the time that a hostile patch takes. */
export type Budget = { left: number };

export const budgetOf = (lines: number): Budget => ({ left: lines });

/** How many lines of context at each end of a hunk may differ. */
const mostFuzz = 2;

/** A file with its hunks applied, and what had to be overlooked: a hunk that stands elsewhere, or lacks some of its context. */
export type Applied = { readonly text: string; readonly notes: readonly string[] };

/**
 * Applies hunks in their order. A hunk goes where its line number says, else to the nearest place after the hunk before it where all of
 * its old lines stand, else where they stand but for up to two lines of context at its ends; white space at the ends of lines aside.
 * Removed lines must all be there. Without a line number the place must be the only one.
 * Kept lines stay as the file has them; added ones get its line end.
 */
export const applyHunks = (text: string, hunks: readonly Hunk[], budget: Budget): Applied | Problem => {
  const source = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  const trimmed = source.map((line) => line.trimEnd());
  const lineEnd = source[0]?.endsWith('\r') === true ? '\r' : '';
  const result: string[] = [];
  const notes: string[] = [];
  let cursor = 0;
  let shift = 0;
  let endsBare = text !== '' && !text.endsWith('\n');
  for (const [index, hunk] of hunks.entries()) {
    const place = placeOf(hunk, { lines: trimmed, from: cursor, shift, budget });
    if ('problem' in place) return { problem: `hunk ${index + 1} of ${hunks.length} ${place.problem}` };
    notes.push(...place.notes.map((note) => `hunk ${index + 1} ${note}`));
    result.push(...source.slice(cursor, place.at));
    cursor = place.at;
    for (const { kind, text: added } of place.lines) {
      if (kind === '+') result.push(added.endsWith('\r') ? added : added + lineEnd);
      else if (kind === ' ') result.push(source[cursor] ?? '');
      if (kind !== '+') cursor += 1;
    }
    if (hunk.oldStart !== undefined) shift = place.at - place.skipped - expectedOf(hunk.oldStart, hunk.lines);
    if (cursor >= source.length) endsBare = hunk.endsBare;
  }
  result.push(...source.slice(cursor));
  return { text: result.join('\n') + (endsBare || result.length === 0 ? '' : '\n'), notes };
};

type Search = { readonly lines: readonly string[]; readonly from: number; readonly shift: number; readonly budget: Budget };
/** `skipped`: lines of context at the hunk's head that were given up. */
type Place = { readonly at: number; readonly lines: readonly HunkLine[]; readonly skipped: number; readonly notes: readonly string[] };

/** The 0-based line before which a hunk of these lines goes by its number. A hunk without old lines names the line before it. */
const expectedOf = (oldStart: number, lines: readonly HunkLine[]): number =>
  lines.every(({ kind }) => kind === '+') ? oldStart : Math.max(0, oldStart - 1);

const placeOf = (hunk: Hunk, search: Search): Place | Problem => {
  const old = oldLines(hunk.lines);
  if (old.length === 0) return placeOfInsertion(hunk, search);
  for (let fuzz = 0; fuzz <= mostFuzz; fuzz += 1) {
    const lines = withoutEnds(hunk.lines, fuzz);
    const pattern = oldLines(lines);
    if (pattern.length === 0 || (fuzz > 0 && lines.length === hunk.lines.length)) break;
    const skipped = headContext(hunk.lines, fuzz);
    const expected = hunk.oldStart === undefined ? undefined : expectedOf(hunk.oldStart, hunk.lines) + search.shift + skipped;
    const found = expected === undefined ? only(pattern, search) : nearest(pattern, expected, search);
    if (found === undefined) continue;
    if (typeof found !== 'number') return found;
    const moved = expected === undefined || found === expected ? [] : [`applied ${far(found - expected)}`];
    return { at: found, lines, skipped, notes: [...moved, ...(fuzz === 0 ? [] : [`applied without ${fuzz} lines of context`])] };
  }
  if (search.budget.left <= 0) return { problem: 'takes too long to place' };
  const first = old.find((line) => line !== '') ?? '';
  return { problem: `does not apply: its old lines do not stand in the file (they begin with ${JSON.stringify(first.slice(0, 80))})` };
};

const far = (lines: number): string => `${Math.abs(lines)} lines further ${lines > 0 ? 'down' : 'up'}`;

const placeOfInsertion = ({ oldStart, lines }: Hunk, { lines: source, from, shift }: Search): Place | Problem => {
  if (oldStart === undefined && source.length > 0) return { problem: 'says neither a line number nor what stands around it' };
  return { at: Math.max(from, Math.min(source.length, (oldStart ?? 0) + shift)), lines, skipped: 0, notes: [] };
};

const oldLines = (lines: readonly HunkLine[]): readonly string[] =>
  lines.flatMap(({ kind, text }) => (kind === '+' ? [] : [text.trimEnd()]));

const headContext = (lines: readonly HunkLine[], most: number): number => {
  const first = lines.findIndex(({ kind }) => kind !== ' ');
  return Math.min(most, first === -1 ? lines.length : first);
};

const withoutEnds = (lines: readonly HunkLine[], fuzz: number): readonly HunkLine[] =>
  lines.slice(headContext(lines, fuzz), lines.length - headContext(lines.toReversed(), fuzz));

const standsAt = (pattern: readonly string[], at: number, { lines, budget }: Search): boolean => {
  for (const [offset, line] of pattern.entries()) {
    budget.left -= 1;
    if (lines[at + offset] !== line) return false;
  }
  return true;
};

const nearest = (pattern: readonly string[], expected: number, search: Search): number | undefined => {
  const last = search.lines.length - pattern.length;
  // A number may lie far outside of the file.
  const start = Math.max(search.from, Math.min(expected, last));
  for (let distance = 0; start - distance >= search.from || start + distance <= last; distance += 1) {
    if (search.budget.left <= 0) return undefined;
    for (const at of distance === 0 ? [start] : [start - distance, start + distance])
      if (at >= search.from && at <= last && standsAt(pattern, at, search)) return at;
  }
  return undefined;
};

const only = (pattern: readonly string[], search: Search): number | Problem | undefined => {
  const places: number[] = [];
  for (let at = search.from; at <= search.lines.length - pattern.length && search.budget.left > 0; at += 1)
    if (standsAt(pattern, at, search)) places.push(at);
  if (places.length > 1) return { problem: `has no line number and fits in ${places.length} places` };
  return places[0];
};
