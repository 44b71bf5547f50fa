import { alignBody } from './align-body.ts';
import { definitionsOf } from './definitions.ts';
import type { LanguageProfile } from './languages/index.ts';
import { isBlank, splitLines } from './lines.ts';
import { isIdle, scan } from './scan.ts';

export type Joined = {
  readonly code: string;
  /** How many first lines of the code are the prompt's own. */
  readonly promptLines: number;
  readonly steps: readonly string[];
  /** Whether the head was put before the answer; otherwise the answer holds it. */
  readonly prepended: boolean;
};

/** Lines of a file's head as it is continued: line ends unified. */
export const prefixLines = (prefix: string): readonly string[] => splitLines(prefix).map(({ text }) => text);

/** Puts the head of the file and the answer together, whether the answer continues the head, repeats it or writes it anew. */
export const joinPrefix = (prefix: string, body: readonly string[], profile: LanguageProfile): Joined => {
  const head = prefixLines(prefix);
  return (
    repeated(head, prefix, body) ??
    respaced(prefix, body) ??
    overlapping(head, prefix, body) ??
    rewritten(head, body, profile) ??
    continued(head, prefix, { body, profile })
  );
};

const withoutTrailingBlanks = (lines: readonly string[]): readonly string[] =>
  lines.slice(0, lines.findLastIndex((line) => !isBlank(line)) + 1);
const withoutLeadingBlanks = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => !isBlank(line));
  return first === -1 ? [] : lines.slice(first);
};

const sameLine = (left: string | undefined, right: string | undefined): boolean =>
  left !== undefined && left.trimEnd() === right?.trimEnd();

const prepend = (head: readonly string[], rest: readonly string[], steps: readonly string[]): Joined => ({
  code: [...head, ...rest].join('\n'),
  promptLines: head.length,
  steps,
  prepended: true,
});

/** The answer begins with the very head, but for white space at line ends. */
const repeated = (head: readonly string[], prefix: string, body: readonly string[]): Joined | undefined => {
  const known = withoutTrailingBlanks(head);
  const said = withoutLeadingBlanks(body);
  if (known.length === 0) return undefined;
  const whole = known.slice(0, -1).every((line, index) => sameLine(said[index], line));
  const last = known.at(-1) ?? '';
  const found = said[known.length - 1];
  if (!whole || found === undefined) return undefined;
  if (sameLine(found, last)) return prepend(known, said.slice(known.length), ['removed repeated prefix', 'prepended prefix']);
  if (/\n\s*$/.test(prefix) || !found.startsWith(last)) return undefined;
  return { code: said.join('\n'), promptLines: known.length - 1, steps: ['recognised repeated prefix'], prepended: false };
};

/** The answer begins with the head in other white space: its own version stays, lest two indentations meet. */
const respaced = (prefix: string, body: readonly string[]): Joined | undefined => {
  const wanted = prefix.replaceAll(/\s+/g, '');
  if (wanted.length < 8) return undefined;
  const said = withoutLeadingBlanks(body);
  let matched = 0;
  for (const [index, line] of said.entries()) {
    const letters = line.replaceAll(/\s+/g, '');
    const left = wanted.length - matched;
    if (letters.length <= left ? !wanted.startsWith(letters, matched) : !letters.startsWith(wanted.slice(matched))) return undefined;
    matched += Math.min(left, letters.length);
    if (matched === wanted.length) {
      return {
        code: said.join('\n'),
        promptLines: letters.length > left ? index : index + 1,
        steps: ['recognised repeated prefix'],
        prepended: false,
      };
    }
  }
  return undefined;
};

/** The answer takes up in the middle of the head: it repeats the signature, say, but not the imports. */
const overlapping = (head: readonly string[], prefix: string, body: readonly string[]): Joined | undefined => {
  const known = withoutTrailingBlanks(head);
  const said = withoutLeadingBlanks(body);
  const first = said[0];
  if (first === undefined || !/\n\s*$/.test(`${prefix}\n`)) return undefined;
  let tries = 0;
  for (let from = 1; from < known.length && tries < 50; from += 1) {
    if (known[from]?.trim() !== first.trim() || first.trim().length < 4) continue;
    tries += 1;
    const rest = known.slice(from);
    // A first line whose white space was cut off still counts as repeated.
    if (rest.length <= said.length && rest.every((line, index) => (index === 0 ? true : sameLine(said[index], line)))) {
      return prepend(known, said.slice(rest.length), ['removed repeated part of the prefix', 'prepended prefix']);
    }
  }
  return undefined;
};

/**
 * The answer defines anew what the head defines, so it is a file of its own: two definitions of one name would break many a language.
 * Parts of the head that the answer neither holds nor replaces are put before it.
 */
const rewritten = (head: readonly string[], body: readonly string[], profile: LanguageProfile): Joined | undefined => {
  const defined = new Set(definitionsOf(body, profile).map(({ name }) => name));
  if (!definitionsOf(head, profile).some(({ name }) => defined.has(name))) return undefined;
  const present = new Set(body.map((line) => line.trim()));
  const missing = chunksOf(head, profile).filter(
    (chunk) =>
      !present.has((chunk[0] ?? '').trim()) &&
      !definitionsOf(chunk, profile).some(({ name }) => defined.has(name)) &&
      // Decorators belong to the definition that was written anew; comments and texts at the head do nothing.
      !(chunk[0] ?? '').startsWith('@') &&
      !isIdle(scan(chunk, profile), profile),
  );
  const lines = missing.flat();
  const steps = ['recognised rewritten prefix', ...(lines.length > 0 ? ['prepended missing parts of the prefix'] : [])];
  return { code: [...lines, ...withoutLeadingBlanks(body)].join('\n'), promptLines: lines.length, steps, prepended: false };
};

/** Statements at the outermost level, each with its inner and blank lines. */
const chunksOf = (lines: readonly string[], profile: LanguageProfile): readonly (readonly string[])[] => {
  const { begins } = scan(lines, profile);
  const chunks: string[][] = [];
  for (const [index, line] of lines.entries()) {
    const state = begins[index];
    const starts = state?.inside === undefined && state?.depth === 0 && /^[^\s)\]}]/.test(line);
    if (starts || chunks.length === 0) chunks.push([line]);
    else chunks.at(-1)?.push(line);
  }
  return chunks;
};

const completeLine = /(?:"""|'''|[:{};)\]>,]|\*\/)\s*$|^\s*(?:#|\/\/|@)/;

const continued = (
  head: readonly string[],
  prefix: string,
  { body, profile }: { body: readonly string[]; profile: LanguageProfile },
): Joined => {
  const open = scan(head, profile).ends.inside !== undefined;
  const onNewLine = prefix === '' || /\n$/.test(prefix) || isBlank(body[0] ?? '') || (!open && completeLine.test(head.at(-1) ?? ''));
  if (!onNewLine) {
    const glued = [...head.slice(0, -1), (head.at(-1) ?? '') + (body[0] ?? ''), ...body.slice(1)];
    return { code: glued.join('\n'), promptLines: Math.max(0, head.length - 1), steps: ['prepended prefix'], prepended: true };
  }
  const aligned = open ? { lines: body } : alignBody(head, body, profile);
  return prepend(head, aligned.lines, [...(aligned.step === undefined ? [] : [aligned.step]), 'prepended prefix']);
};
