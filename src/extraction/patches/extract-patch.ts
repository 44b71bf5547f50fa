import type { SampleKind, SourceFiles } from '../../core/index.ts';
import type { Extracted, ExtractionRequest } from '../extraction-request.ts';
import { isBlank, type Line, splitLines, withoutInvisible } from '../lines.ts';
import { answerOf } from '../reasoning.ts';
import { isRefusal } from '../refusal.ts';
import { type AnswerBlock, answerBlocks } from './answer-blocks.ts';
import { applyEdits, changedPaths, type Edit } from './apply-answer.ts';
import { isProblem, type Problem } from './file-patch.ts';
import { contentOf, pathOfBlock } from './named-path.ts';
import { beginsPatch, parsePatch } from './parse-patch.ts';
import { writePatch } from './write-patch.ts';

/** What an answer asks for, and where in it that stands. `open`: its last part runs to the end of the answer. */
type Found = {
  readonly edits: readonly Edit[];
  readonly lines: readonly Line[];
  readonly method: 'fence' | 'unclosed-fence' | 'whole-text';
  readonly fences: number;
  readonly open: boolean;
  readonly steps: readonly string[];
};

/** Longer answers are not read: no patch of a small repository is so long. In characters. */
const longest = 1_000_000;
const mostNotes = 20;

/**
 * The repository with an answer applied: a unified diff, fenced or not, or whole files in fenced blocks that name them.
 * `code` is the change, as a diff written anew. Where it can't be applied, as a whole, `code` is what the answer says and the last step
 * says why. Pure; never throws.
 */
export const extractPatch = (request: ExtractionRequest, repository: SourceFiles): Extracted => {
  const text = request.given ?? request.text;
  const answer = request.given === undefined ? answerOf(text) : { stretches: [{ start: 0, end: text.length }], steps: [], unclosed: false };
  const cut = request.finishReason === 'length';
  const fail = (kind: SampleKind, steps: readonly string[], found?: Shown): Extracted =>
    failed(request, kind, [...answer.steps, ...steps], found);
  if (text.length > longest) return fail('unparsable', [`the answer is longer than ${longest} characters`]);
  const lines = answer.stretches
    .flatMap(({ start, end }) => splitLines(text, start, end))
    .map((line, index) => (index === 0 ? { ...line, text: withoutInvisible(line.text) } : line));
  const found = findEdits(lines, repository);
  if (found === undefined) return fail(kindOfNone(request, lines, answer.unclosed), [nothingFound]);
  if (isProblem(found)) return fail(cut ? 'truncated' : 'unparsable', [found.problem], { lines });
  const changed = applyEdits(repository, found.edits);
  if (isProblem(changed)) return fail(cut && found.open ? 'truncated' : 'unparsable', [...found.steps, changed.problem], found);
  const paths = changedPaths(repository, changed.files);
  if (paths.length === 0) return fail('empty', ['the answer changes nothing'], found);
  return {
    kind: cut && found.open ? 'truncated' : 'code',
    code: writePatch(repository, changed.files),
    files: changed.files,
    promptLines: [],
    provenance: {
      ...placeOf(request, found),
      steps: [
        ...answer.steps,
        ...found.steps,
        `changed ${paths.length === 1 ? 'one file' : `${paths.length} files`}`,
        ...changed.notes.slice(0, mostNotes),
      ],
    },
  };
};

const nothingFound = 'found neither a unified diff nor whole files with their paths';

type Shown = Pick<Found, 'lines'> & Partial<Found>;

const placeOf = (request: ExtractionRequest, { lines, method, fences = 0 }: Shown) => ({
  method: request.given === undefined ? (method ?? ('whole-text' as const)) : ('given' as const),
  start: request.given === undefined ? (lines[0]?.start ?? 0) : 0,
  end: request.given === undefined ? (lines.at(-1)?.end ?? 0) : 0,
  fences,
});

const failed = (request: ExtractionRequest, kind: SampleKind, steps: readonly string[], found?: Shown): Extracted => ({
  kind,
  code: found === undefined || found.lines.length === 0 ? '' : `${found.lines.map(({ text }) => text).join('\n')}\n`,
  promptLines: [],
  provenance: found === undefined ? { method: 'none', start: 0, end: 0, fences: 0, steps } : { ...placeOf(request, found), steps },
});

const kindOfNone = (request: ExtractionRequest, lines: readonly Line[], unclosed: boolean): SampleKind => {
  if (request.finishReason === 'content-filter') return 'refusal';
  const isEmpty = lines.every(({ text }) => isBlank(text));
  if (isEmpty) return request.finishReason === 'length' || (unclosed && !isBlank(request.text)) ? 'truncated' : 'empty';
  if (isRefusal(lines.map(({ text }) => text).join('\n'))) return 'refusal';
  return request.finishReason === 'length' ? 'truncated' : 'unparsable';
};

const findEdits = (lines: readonly Line[], repository: SourceFiles): Found | Problem | undefined => {
  const blocks = answerBlocks(lines);
  const raw = lines.findIndex(({ text }, index) => beginsPatch(text, lines[index + 1]?.text));
  const firstBlock = blocks.flatMap(({ lines: inner }) => inner)[0]?.start ?? Number.POSITIVE_INFINITY;
  if (raw !== -1 && (lines[raw]?.start ?? 0) < firstBlock) return fromText(lines.slice(raw));
  if (blocks.some(({ holdsPatch }) => holdsPatch)) return fromPatches(blocks, repository);
  return fromFiles(blocks, repository) ?? (raw === -1 ? undefined : fromText(lines.slice(raw)));
};

const fromText = (lines: readonly Line[]): Found | Problem => {
  const patches = parsePatch({ lines: lines.map(({ text }) => text), fenced: false });
  if (isProblem(patches)) return patches;
  return { edits: patches.map((patch) => ({ patch })), lines, method: 'whole-text', fences: 0, open: true, steps: [] };
};

const fromBlocks = (
  all: readonly AnswerBlock[],
  used: readonly AnswerBlock[],
  edits: readonly Edit[],
  steps: readonly string[],
): Found => ({
  edits,
  lines: used.flatMap(({ lines }) => lines),
  method: used.every(({ closed }) => closed) ? 'fence' : 'unclosed-fence',
  fences: all.length,
  open: used.some(({ closed }) => !closed),
  steps: [...steps, ...(used.length < all.length ? [`left out ${all.length - used.length} other blocks`] : [])],
});

/** Beside patches only files that are new count: a block under a known file's name is mostly a part of it. */
const fromPatches = (blocks: readonly AnswerBlock[], repository: SourceFiles): Found | Problem => {
  const edits: Edit[] = [];
  const used: AnswerBlock[] = [];
  for (const block of blocks) {
    const path = pathOfBlock(block, repository);
    if (block.holdsPatch) {
      const texts = block.lines.map(({ text }) => text);
      const first = texts.find((line) => !isBlank(line)) ?? '';
      const named = first.startsWith('@@') && path !== undefined ? [`--- a/${path}`, `+++ b/${path}`, ...texts] : texts;
      const patches = parsePatch({ lines: named, fenced: true });
      if (isProblem(patches)) return patches;
      edits.push(...patches.map((patch) => ({ patch })));
    } else if (path !== undefined && !Object.hasOwn(repository, path)) {
      edits.push({ path, content: contentOf(block, path, repository) });
    } else {
      continue;
    }
    used.push(block);
  }
  const says = used.some(({ lines }) => lines.some(({ text }) => !isBlank(text)));
  if (edits.length === 0 && says) return { problem: 'a block is marked as a diff, and holds no unified diff' };
  return fromBlocks(blocks, used, edits, []);
};

const fromFiles = (blocks: readonly AnswerBlock[], repository: SourceFiles): Found | undefined => {
  const named = blocks.flatMap((block) => {
    const path = pathOfBlock(block, repository);
    return path === undefined ? [] : [{ block, path }];
  });
  if (named.length === 0) return undefined;
  const edits = named.map(({ block, path }) => ({ path, content: contentOf(block, path, repository) }));
  const twice = new Set(named.map(({ path }) => path)).size < named.length;
  return fromBlocks(
    blocks,
    named.map(({ block }) => block),
    edits,
    ['took whole files', ...(twice ? ['took the last of several versions of a file'] : [])],
  );
};
