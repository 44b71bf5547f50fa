import { continuesPrompt } from '../core/index.ts';
import type { Extracted, ExtractionRequest } from './extraction-request.ts';
import { prefixLines } from './join-prefix.ts';
import { foreignLanguage, hasCodeLine } from './judge-text.ts';
import type { LanguageProfile } from './languages/index.ts';
import { splitLines } from './lines.ts';
import { isRefusal } from './refusal.ts';
import { isIdle, isUnfinished, scan } from './scan.ts';

/** A file that the source hands over as it is. Its first lines are the prompt's own as far as they equal the head. */
export const fromGiven = (request: ExtractionRequest, code: string, profile: LanguageProfile): Extracted => {
  const lines = splitLines(code).map(({ text }) => text);
  const head = continuesPrompt(request.style) ? prefixLines(request.prefix) : [];
  const differs = head.findIndex((line, index) => lines[index]?.trimEnd() !== line.trimEnd());
  const own = differs === -1 ? Math.min(head.length, lines.length) : differs;
  return {
    kind: kindOf(request, { lines, own, profile }),
    code,
    promptLines: own > 0 ? [{ from: 1, to: own }] : [],
    provenance: { method: 'given', start: 0, end: 0, fences: 0, steps: [] },
  };
};

type GivenFile = { readonly lines: readonly string[]; readonly own: number; readonly profile: LanguageProfile };

const kindOf = (request: ExtractionRequest, { lines, own, profile }: GivenFile): Extracted['kind'] => {
  const scanned = scan(lines, profile);
  if (isIdle(scanned, profile, own)) return 'empty';
  const rest = lines.slice(own);
  if (!hasCodeLine(rest, profile) && isRefusal(rest.join('\n'))) return 'refusal';
  if (foreignLanguage(rest, request.language) !== undefined) return 'wrong-language';
  return request.finishReason === 'length' && isUnfinished(scanned.ends) ? 'truncated' : 'code';
};
