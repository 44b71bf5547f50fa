import { lastDefinition } from './definitions.ts';
import type { LanguageProfile } from './languages/index.ts';
import { indentOf, isBlank } from './lines.ts';
import { scan } from './scan.ts';

export type Aligned = { readonly lines: readonly string[]; readonly step?: string };

/**
 * Gives the body of a function the indentation that the head of the file asks for, where the model lost it:
 * white space cut off the first line, off every line, or one base for another. Every change is a step of the provenance.
 * Lines inside multi-line strings keep theirs. Only for languages whose blocks are told by indentation.
 */
export const alignBody = (prefix: readonly string[], lines: readonly string[], profile: LanguageProfile): Aligned => {
  const expected = expectedIndent(prefix, profile);
  const first = lines.findIndex((line) => !isBlank(line));
  const line = lines[first];
  if (expected === undefined || line === undefined) return { lines };
  const found = indentOf(line);
  if (found === expected.columns && (expected.free || !line.startsWith('\t'))) return { lines };
  if (found > 0) return expected.free ? { lines } : shiftBlock(lines, first, { by: expected.columns - found, profile });
  if (isOutermost(line, profile)) return { lines };
  const rest = lines.slice(first + 1, first + 1 + bodyEnd(lines.slice(first + 1), profile)).filter((next) => !isBlank(next));
  const lost = rest.length === 0 || rest.every((next) => indentOf(next) >= expected.columns);
  const shifted =
    rest.length > 0 && lost && profile.indented?.opener.test(line) && rest.every((next) => indentOf(next) === indentOf(rest[0] ?? ''));
  // A first line that opens a block, followed only by one deeper level: nothing was cut, the whole body stands at the margin.
  if (lost && !(shifted && indentOf(rest[0] ?? '') === expected.columns)) {
    return {
      lines: lines.map((next, index) => (index === first ? ' '.repeat(expected.columns) + next : next)),
      step: 'indented the first line',
    };
  }
  return shiftBlock(lines, first, { by: expected.columns, profile });
};

/** Columns at which the body of the head's last function stands; `free` where the head does not fix them yet. */
const expectedIndent = (prefix: readonly string[], profile: LanguageProfile): { columns: number; free: boolean } | undefined => {
  if (profile.indented === undefined) return undefined;
  const { begins, ends, bare } = scan(prefix, profile);
  if (ends.inside !== undefined || ends.depth > 0) return undefined;
  const definition = lastDefinition(prefix, profile);
  let last = prefix.length - 1;
  while (last >= 0 && isBlank(prefix[last] ?? '')) last -= 1;
  if (definition === undefined || last < 0) return undefined;
  while (last > 0 && begins[last]?.inside !== undefined) last -= 1;
  // A head that is indented by tabs is left to itself: spaces would not fit.
  if ((prefix[last] ?? '').startsWith('\t')) return undefined;
  const columns = indentOf(prefix[last] ?? '');
  if (profile.indented.opener.test(bare[last] ?? '')) return { columns: columns + profile.indented.unit, free: true };
  return columns > indentOf(prefix[definition.line] ?? '') ? { columns, free: false } : undefined;
};

const isOutermost = (line: string, profile: LanguageProfile): boolean =>
  profile.callableLine.test(line) || /^(?:@|if\s+__name__)/.test(line);

/** How many of the lines belong to the body: up to the first function, class or decorator at the margin. */
const bodyEnd = (lines: readonly string[], profile: LanguageProfile): number => {
  const end = lines.findIndex((line) => isOutermost(line, profile));
  return end === -1 ? lines.length : end;
};

const shiftBlock = (
  lines: readonly string[],
  first: number,
  shift: { readonly by: number; readonly profile: LanguageProfile },
): Aligned => {
  const { by, profile } = shift;
  const { begins } = scan(lines, profile);
  const atMargin = indentOf(lines[first] ?? '') === 0;
  const found = lines
    .slice(first)
    .findIndex((line, index) => index > 0 && !isBlank(line) && (atMargin ? isOutermost(line, profile) : indentOf(line) === 0));
  const end = found === -1 ? lines.length : first + found;
  const movable = (line: string, index: number): boolean =>
    index >= first && index < end && !isBlank(line) && begins[index]?.inside === undefined;
  if (lines.some((line, index) => movable(line, index) && indentOf(line) + by < 0)) return { lines };
  const moved = lines.map((line, index) => (movable(line, index) ? ' '.repeat(indentOf(line) + by) + line.trimStart() : line));
  return { lines: moved, step: by === 0 ? 'turned tabs into spaces' : `moved the body by ${by} columns` };
};
