import { isCodeLine, isProse } from './judge-text.ts';
import type { LanguageProfile } from './languages/index.ts';
import { isBlank, type Line } from './lines.ts';

/** Lines of code with the prose before and after them left out; undefined where no line reads like code. */
export const trimProse = (
  lines: readonly Line[],
  profile: LanguageProfile,
): { readonly lines: readonly Line[]; readonly trimmed: boolean } | undefined => {
  const isWords = (line: Line): boolean => isBlank(line.text) || isProse(line.text, profile);
  const first = lines.findIndex((line) => !isWords(line));
  const from = first === -1 ? lines.length : first;
  const to = lines.findLastIndex((line) => !isWords(line)) + 1;
  const kept = lines.slice(from, to);
  const cutHead = lines.slice(0, from).some(({ text }) => !isBlank(text));
  const cutTail = lines.slice(to).some(({ text }) => !isBlank(text));
  if (!kept.some(({ text }) => isCodeLine(text, profile))) return undefined;
  return {
    // Blank lines at the ends go only together with prose: code that is code already stays as it is.
    lines: lines.slice(cutHead ? from : 0, cutTail ? to : lines.length),
    trimmed: cutHead || cutTail,
  };
};
