import { continuesPrompt, type Provenance, type SampleKind } from '../core/index.ts';
import { type Block, blocksOf, chooseBlocks } from './choose-blocks.ts';
import { cutBack, kindOfCode, kindOfNoCode } from './classify.ts';
import { lastDefinition } from './definitions.ts';
import type { Extracted, ExtractionRequest } from './extraction-request.ts';
import { type Fence, findFences } from './fences.ts';
import { fromGiven } from './given.ts';
import { joinPrefix, prefixLines } from './join-prefix.ts';
import { hasCodeLine, isCodeLine, isProse, supportFor } from './judge-text.ts';
import { type LanguageProfile, profiles } from './languages/index.ts';
import type { OwnedLine } from './languages/language-profile.ts';
import { isBlank, type Line, splitLines, unquoted, withoutInvisible } from './lines.ts';
import { extractPatch } from './patches/extract-patch.ts';
import { answerOf } from './reasoning.ts';
import { scan } from './scan.ts';
import { trimProse } from './trim-prose.ts';
import { unwrap } from './unwrap.ts';

/** Code that was found in an answer, before it meets the head of the file. */
type Found = {
  readonly lines: readonly string[];
  readonly method: Exclude<Provenance['method'], 'none' | 'given'>;
  readonly start: number;
  readonly end: number;
  readonly tag?: string;
  /** How many parts it was joined of. */
  readonly parts: number;
  readonly steps: readonly string[];
};

type Reading = {
  readonly request: ExtractionRequest;
  readonly profile: LanguageProfile;
  readonly lines: readonly Line[];
  readonly fences: readonly Fence[];
};

/**
 * The file under test that an answer holds, the kind of the answer, and where in it the code was found.
 * Pure; linear in the text; never throws. Whatever is not `code` has still its text in `code` where there is any, to be looked at.
 */
export const extract = (request: ExtractionRequest): Extracted => {
  if (request.repository !== undefined) return extractPatch(request, request.repository);
  const profile = profiles[request.language];
  if (request.given !== undefined) return fromGiven(request, request.given, profile);
  const answer = answerOf(request.text);
  const raw = answer.stretches.flatMap(({ start, end }) => splitLines(request.text, start, end));
  const seen = raw.map((line) => ({ ...line, text: withoutInvisible(line.text) }));
  const quoted = unquoted(seen);
  const visible = quoted ?? seen;
  const cleaned = [
    ...(seen.some((line, index) => line.text !== raw[index]?.text) ? ['removed invisible characters'] : []),
    ...(quoted === undefined ? [] : ['removed quotation marks']),
  ];
  const lines =
    answer.steps.length > 0
      ? visible.slice(
          Math.max(
            0,
            visible.findIndex(({ text }) => !isBlank(text)),
          ),
        )
      : visible;
  const steps = [...answer.steps, ...cleaned];
  const found = findCode(request, profile, lines);
  if (found.code !== undefined) return assemble({ request, profile, lines, fences: found.fences }, found.code, steps);
  if (answer.unclosed && request.finishReason !== 'length') {
    // Some models never close the tag and answer all the same: then only a fenced block counts.
    const all = splitLines(request.text);
    const fences = findFences(all);
    const inner = fromFences({ request, profile, lines: all, fences });
    if (inner !== undefined)
      return assemble({ request, profile, lines: all, fences }, inner, [...cleaned, 'looked into reasoning that was never closed']);
  }
  const text = lines.map((line) => line.text).join('\n');
  const kind = kindOfNoCode({ request, text, fences: found.fences, unclosedReasoning: answer.unclosed });
  return nothing(kind, found.fences.length, steps);
};

const nothing = (kind: SampleKind, fences: number, steps: readonly string[]): Extracted => ({
  kind,
  code: '',
  promptLines: [],
  provenance: { method: 'none', start: 0, end: 0, fences, steps },
});

const findCode = (
  request: ExtractionRequest,
  profile: LanguageProfile,
  lines: readonly Line[],
): { code: Found | undefined; fences: readonly Fence[] } => {
  const first = lines.find(({ text }) => !isBlank(text));
  if (first === undefined) return { code: undefined, fences: [] };
  const beginsAsCode = isCodeLine(first.text, profile) && !isProse(first.text, profile) && !/^\s*(?:`{3}|~{3})/.test(first.text);
  const inside = beginsAsCode ? insideLiterals(lines, profile) : new Set<number>();
  const fences = findFences(lines, ({ start }) => inside.has(start));
  const reading = { request, profile, lines, fences };
  const code = fences.length === 0 ? fromText(reading, []) : (beforeLoneMark(reading) ?? fromFences(reading) ?? besideFences(reading));
  return { code, fences };
};

/** Offsets of lines that lie in a string or comment of the code: a fence there is the code's own. */
const insideLiterals = (lines: readonly Line[], profile: LanguageProfile): ReadonlySet<number> => {
  const { begins } = scan(
    lines.map(({ text }) => text),
    profile,
  );
  return new Set(lines.filter((_, index) => begins[index]?.inside !== undefined).map(({ start }) => start));
};

/** A continuation may close the fence that its prompt had opened: the code is what stands before the mark. */
const beforeLoneMark = (reading: Reading): Found | undefined => {
  const [first] = reading.fences;
  if (first === undefined || first.tag !== undefined) return undefined;
  const before = reading.lines.filter(({ start }) => start < first.openedAt);
  const opens = first.closed && first.lines.some(({ text }) => isCodeLine(text, reading.profile) && !isProse(text, reading.profile));
  const isFirstCode = before.find(({ text }) => !isBlank(text));
  if (opens || isFirstCode === undefined || isProse(isFirstCode.text, reading.profile)) return undefined;
  return fromText({ ...reading, lines: before }, ['ended at a closing fence']);
};

const fromFences = ({ request, profile, fences }: Reading): Found | undefined => {
  const wanted = request.wanted ?? wantedOf(request, profile);
  const choice = chooseBlocks(blocksOf(fences, profile), profile, wanted);
  const places = choice.blocks.flatMap(({ fence }) => fence.lines);
  const [firstLine] = places;
  const lastLine = places.at(-1);
  if (firstLine === undefined || lastLine === undefined) return undefined;
  const tag = choice.blocks.find(({ fence }) => fence.tag !== undefined)?.fence.tag;
  return {
    lines: [...joinBlocks(choice.blocks), ''],
    method: choice.blocks.every(({ fence }) => fence.closed) ? 'fence' : 'unclosed-fence',
    start: firstLine.start,
    end: lastLine.end,
    ...(tag === undefined ? {} : { tag }),
    parts: choice.blocks.length,
    steps: [...choice.steps, ...new Set(choice.blocks.flatMap(({ steps }) => steps))],
  };
};

/** Code that stands unfenced beside blocks of something else, such as a shell command. Only where the language is plain to see. */
const besideFences = (reading: Reading): Found | undefined => {
  const fenced = new Set(reading.fences.flatMap(({ openedAt, lines }) => [openedAt, ...lines.map(({ start }) => start)]));
  const beside = reading.lines.filter(({ start, text }) => !fenced.has(start) && !/^\s*(?:`{3}|~{3})/.test(text));
  const support = supportFor(
    beside.map(({ text }) => text),
    reading.profile,
  );
  return support === 0 ? undefined : fromText({ ...reading, lines: beside }, ['left out blocks of another language']);
};

const joinBlocks = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap(({ lines }, index) => (index === 0 ? lines : ['', ...lines]));

const wantedOf = (request: ExtractionRequest, profile: LanguageProfile): readonly string[] => {
  if (!continuesPrompt(request.style) || request.prefix === '') return [];
  const definition = lastDefinition(prefixLines(request.prefix), profile);
  return definition === undefined ? [] : [definition.name];
};

const fromText = (reading: Reading, steps: readonly string[]): Found | undefined => {
  const { request, profile } = reading;
  const continues = continuesPrompt(request.style) && request.prefix !== '';
  // A head that ends inside a string or comment is continued by words: nothing may be taken for prose.
  const inWords = continues && scan(prefixLines(request.prefix), profile).ends.inside !== undefined;
  const typed = unwrap(
    reading.lines.map(({ text }) => text),
    profile,
  );
  const isWrapped = typed.steps.length > 0 && hasCodeLine(typed.lines, profile);
  const trimmed = inWords || isWrapped ? { lines: reading.lines, trimmed: false } : trimProse(reading.lines, profile);
  const isBody = continues && reading.lines.some(({ text }) => /^[ \t]+\S/.test(text));
  const kept = trimmed?.lines ?? (isBody ? reading.lines : []);
  const first = kept[0];
  const last = kept.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const code = isWrapped ? typed.lines : kept.map(({ text }) => text);
  return {
    lines: last.next > last.end ? [...code, ''] : code,
    method: continues ? 'continuation' : 'whole-text',
    start: first.start,
    end: last.end,
    parts: 1,
    steps: [...steps, ...(trimmed?.trimmed === true ? ['dropped prose'] : []), ...(isWrapped ? typed.steps : [])],
  };
};

/** Joins what was found with the head of the file and says what it is. */
const assemble = (reading: Reading, found: Found, before: readonly string[]): Extracted => {
  const { request, profile } = reading;
  const joined =
    continuesPrompt(request.style) && request.prefix !== ''
      ? joinPrefix(request.prefix, found.lines, profile)
      : { code: found.lines.join('\n'), promptLines: 0, steps: [], prepended: false };
  const isCut = request.finishReason === 'length' && found.method === 'continuation';
  const shorter = isCut ? cutBack(joined.code, joined.promptLines, profile) : undefined;
  const whole = { code: shorter ?? joined.code, promptLines: joined.promptLines };
  const { code, promptLines, steps: mended } = arranged(reading, found, whole);
  const steps = [
    ...before,
    ...found.steps,
    ...joined.steps,
    ...(shorter === undefined ? [] : ['cut back to the last complete definition']),
    ...mended,
  ];
  const method = found.method === 'continuation' && !joined.prepended ? 'whole-text' : found.method;
  return {
    kind: kindOfCode({ request, ...whole, method, wasCutBack: shorter !== undefined, own: found.lines }),
    code,
    promptLines,
    provenance: {
      method,
      start: found.start,
      end: found.end,
      fences: reading.fences.length,
      ...(found.tag === undefined ? {} : { languageTag: found.tag }),
      steps,
    },
  };
};

type Whole = { readonly code: string; readonly promptLines: Extracted['promptLines']; readonly steps: readonly string[] };

/** In the order that the language demands, where the code was put together from several parts. */
const arranged = (
  { request, profile }: Reading,
  found: Found,
  { code, promptLines }: { readonly code: string; readonly promptLines: number },
): Whole => {
  const continues = continuesPrompt(request.style) && request.prefix !== '';
  const asItIs: Whole = { code, promptLines: promptLines > 0 ? [{ from: 1, to: promptLines }] : [], steps: [] };
  if (profile.arrange === undefined || (!continues && found.parts < 2)) return asItIs;
  const texts = code.split('\n');
  const { bare, begins } = scan(texts, profile);
  const lines = texts.map((text, index) => ({ text, own: index < promptLines }));
  const mended = profile.arrange({ lines, bare, begins, continues, answer: found.lines });
  if (mended === undefined) return asItIs;
  return { code: mended.lines.map(({ text }) => text).join('\n'), promptLines: rangesOf(mended.lines), steps: mended.steps };
};

/** 1-based, inclusive ranges of the prompt's own lines. */
const rangesOf = (lines: readonly OwnedLine[]): Extracted['promptLines'] =>
  lines.reduce<{ from: number; to: number }[]>((ranges, { own }, index) => {
    const last = ranges.at(-1);
    if (own && last?.to === index) last.to = index + 1;
    else if (own) ranges.push({ from: index + 1, to: index + 1 });
    return ranges;
  }, []);
