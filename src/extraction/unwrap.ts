import type { LanguageProfile } from './languages/index.ts';
import { indentOf, isBlank } from './lines.ts';

export type Unwrapped = { readonly lines: readonly string[]; readonly steps: readonly string[] };

/** Takes off what wraps code inside a block: the block's own indentation, shell prompts, the marks of a patch. */
export const unwrap = (lines: readonly string[], profile: LanguageProfile, indent = 0): Unwrapped => {
  const dedented = indent === 0 ? { lines, steps: [] } : dedent(lines, indent);
  const patched = unpatch(dedented.lines);
  const typed = profile.shellPrompts === undefined ? undefined : unprompt(patched.lines, profile.shellPrompts);
  return {
    lines: typed ?? patched.lines,
    steps: [...dedented.steps, ...patched.steps, ...(typed === undefined ? [] : ['removed shell prompts'])],
  };
};

/** Takes at most the fence's indentation off each line, as Markdown does. */
const dedent = (lines: readonly string[], indent: number): Unwrapped => {
  const least = Math.min(indent, ...lines.filter((line) => !isBlank(line)).map((line) => indentOf(line)));
  if (least === 0 || least === Number.POSITIVE_INFINITY) return { lines, steps: [] };
  return { lines: lines.map((line) => stripColumns(line, least)), steps: ['removed block indentation'] };
};

const stripColumns = (line: string, columns: number): string => {
  let taken = 0;
  let at = 0;
  while (taken < columns && (line[at] === ' ' || line[at] === '\t')) {
    taken += line[at] === '\t' ? 4 : 1;
    at += 1;
  }
  return line.slice(at);
};

const patchHead = /^(?:diff --git |index [0-9a-f]+\.\.|--- (?:a\/|\/dev\/null|\S+\.\w+)|\+\+\+ (?:b\/|\S+\.\w+)|@@ |new file mode )/;

/** The new side of a patch. Only where a hunk or file header says that it is one, for `+x` and `-x` are code too. */
const unpatch = (lines: readonly string[]): Unwrapped => {
  const first = lines.find((line) => !isBlank(line));
  if (first === undefined || !patchHead.test(first) || !lines.some((line) => line.startsWith('+'))) return { lines, steps: [] };
  const kept = lines
    .filter((line) => !patchHead.test(line) && !line.startsWith('-') && !line.startsWith('\\ No newline'))
    .map((line) => (line.startsWith('+') || line.startsWith(' ') ? line.slice(1) : line));
  return { lines: kept, steps: ['took the new side of a patch'] };
};

/** What was typed into an interactive shell, without its answers. Undefined where the lines are no such session. */
const unprompt = (
  lines: readonly string[],
  prompts: { readonly first: string; readonly further: string },
): readonly string[] | undefined => {
  const isPrompt = (line: string, prompt: string): boolean => line === prompt || line.startsWith(`${prompt} `);
  const full = lines.filter((line) => !isBlank(line));
  if (full[0] === undefined || !isPrompt(full[0], prompts.first)) return undefined;
  const typed = lines.filter((line) => isPrompt(line, prompts.first) || isPrompt(line, prompts.further));
  if (typed.length * 2 < full.length) return undefined;
  return typed.map((line) => line.slice((isPrompt(line, prompts.first) ? prompts.first : prompts.further).length + 1));
};
