import type { Provenance, SampleKind } from '../core/index.ts';
import type { ExtractionRequest } from './extraction-request.ts';
import type { Fence } from './fences.ts';
import { foreignLanguage } from './judge-text.ts';
import { type LanguageProfile, profiles } from './languages/index.ts';
import { otherLanguages } from './languages/other-languages.ts';
import { isBlank } from './lines.ts';
import { isRefusal } from './refusal.ts';
import { isIdle, isUnfinished, scan } from './scan.ts';

type NoCode = {
  readonly request: ExtractionRequest;
  /** The answer without its reasoning. */
  readonly text: string;
  readonly fences: readonly Fence[];
  readonly unclosedReasoning: boolean;
};

/** What an answer is that holds no code of the wanted language. */
export const kindOfNoCode = ({ request, text, fences, unclosedReasoning }: NoCode): SampleKind => {
  const wasCut = request.finishReason === 'length';
  if (request.finishReason === 'content-filter') return 'refusal';
  if (isBlank(text) || fencesOnly(text)) return wasCut || (unclosedReasoning && !isBlank(request.text)) ? 'truncated' : 'empty';
  if (isRefusal(text)) return 'refusal';
  const lines = (fences.length === 0 ? text.split('\n') : fences.flatMap((fence) => fence.lines.map((line) => line.text))).slice(0, 1_000);
  const tagged = fences.some(({ tag, lines: inner }) => isOtherTag(tag, request) && inner.some((line) => !isBlank(line.text)));
  if (tagged || foreignLanguage(lines, request.language) !== undefined) return 'wrong-language';
  return wasCut ? 'truncated' : 'unparsable';
};

const fencesOnly = (text: string): boolean =>
  text.length < 200 && text.split('\n').every((line) => isBlank(line) || /^\s*(?:`{3,}|~{3,})[\w+#.-]*\s*$/.test(line));

const isOtherTag = (tag: string | undefined, request: ExtractionRequest): boolean => {
  if (tag === undefined || tag === 'json' || profiles[request.language].tags.includes(tag)) return false;
  return tag in otherLanguages || Object.values(profiles).some(({ tags }) => tags.includes(tag));
};

type WithCode = {
  readonly request: ExtractionRequest;
  readonly code: string;
  readonly promptLines: number;
  readonly method: Provenance['method'];
  readonly wasCutBack: boolean;
  /** The model's own lines. */
  readonly own: readonly string[];
};

/** What an answer is in which code was found. */
export const kindOfCode = ({ request, code, promptLines, method, wasCutBack, own }: WithCode): SampleKind => {
  const profile = profiles[request.language];
  const scanned = scan(code.split('\n'), profile);
  if (isIdle(scanned, profile, promptLines)) {
    if (isRefusal(own.map((line) => line.replace(/^\s*(?:#|\/\/|\/?\*+)\s?/, '')).join('\n'))) return 'refusal';
    return request.finishReason === 'length' ? 'truncated' : 'empty';
  }
  if (foreignLanguage(own, request.language) !== undefined) return 'wrong-language';
  const lastLine = scanned.bare.findLast((line) => !isBlank(line)) ?? '';
  const unfinished = isUnfinished(scanned.ends) || (profile.indented?.opener.test(lastLine) ?? false);
  if (method === 'unclosed-fence' && (unfinished || request.finishReason === 'length')) return 'truncated';
  if (request.finishReason === 'length' && !wasCutBack && (method !== 'fence' || unfinished)) return 'truncated';
  return 'code';
};

/**
 * Code that was cut off in the middle of a later definition, without that definition: what was asked for is complete.
 * Undefined where the cut may have hit it.
 */
export const cutBack = (code: string, promptLines: number, profile: LanguageProfile): string | undefined => {
  const lines = code.split('\n');
  const scanned = scan(lines, profile);
  const starts = lines.flatMap((line, index) => {
    const state = scanned.begins[index];
    const atMargin = /^[^\s)\]}]/.test(line) && !/^(?:else|elif|except|finally|catch)\b/.test(line);
    return index > promptLines && atMargin && state?.inside === undefined && state?.depth === 0 ? [index] : [];
  });
  const last = starts.at(-1);
  if (last === undefined || promptLines === 0) return undefined;
  const kept = lines.slice(0, last);
  return isIdle(scan(kept, profile), profile, promptLines) ? undefined : `${kept.join('\n').trimEnd()}\n`;
};
