import { definitionsOf } from './definitions.ts';
import type { Fence } from './fences.ts';
import { foreignLanguage, hasCodeLine, isProse, supportFor } from './judge-text.ts';
import type { LanguageProfile } from './languages/index.ts';
import { glance, isBlank } from './lines.ts';
import { unwrap } from './unwrap.ts';

/** A fenced block whose wrapping is taken off. */
export type Block = { readonly fence: Fence; readonly lines: readonly string[]; readonly steps: readonly string[] };

export type Choice = { readonly blocks: readonly Block[]; readonly steps: readonly string[] };

const neutralTags = new Set([
  'code',
  'text',
  'txt',
  'plaintext',
  'plain',
  'output',
  'diff',
  'patch',
  'markdown',
  'md',
  'snippet',
  'source',
  'file',
]);

/** An answer of more blocks than this is no answer; the bound keeps the search for parts short. */
const most = 64;

export const blocksOf = (fences: readonly Fence[], profile: LanguageProfile): readonly Block[] =>
  fences.map((whole) => {
    const fence = whole.closed ? whole : withoutRemarks(whole, profile);
    const { lines, steps } = unwrap(
      fence.lines.map(({ text }) => text),
      profile,
      fence.indent,
    );
    return { fence, lines, steps: fence === whole ? steps : ['dropped prose', ...steps] };
  });

/** A block that nothing closes runs on into the remarks after the code. */
const withoutRemarks = (fence: Fence, profile: LanguageProfile): Fence => {
  const last = fence.lines.findLastIndex(({ text }) => !isBlank(text) && !isProse(text, profile));
  const after = fence.lines.slice(last + 1);
  return last === -1 || after.every(({ text }) => isBlank(text)) ? fence : { ...fence, lines: fence.lines.slice(0, last + 1) };
};

/**
 * The blocks that make up the answer: those with the language's tag, else untagged ones with code, else ones with a wrong tag.
 * Of several, the first that defines what is wanted, with the blocks that it needs; empty where none holds code.
 */
export const chooseBlocks = (all: readonly Block[], profile: LanguageProfile, wanted: readonly string[]): Choice => {
  const full = all.filter(({ lines }) => lines.some((line) => !isBlank(line)));
  const tagged = full.filter(({ fence }) => fence.tag !== undefined && profile.tags.includes(fence.tag));
  if (tagged.length > 0) return pick(tagged, profile, wanted);
  const plausible = (block: Block): boolean =>
    hasCodeLine(block.lines, profile) && foreignLanguage(block.lines, profile.language) === undefined;
  const neutral = full.filter((block) => (block.fence.tag === undefined || neutralTags.has(block.fence.tag)) && plausible(block));
  if (neutral.length > 0) return pick(neutral, profile, wanted);
  const mistagged = full.filter((block) => plausible(block) && supportFor(block.lines, profile) > 0);
  const choice = pick(mistagged, profile, wanted);
  return mistagged.length === 0 ? choice : { ...choice, steps: ['ignored a wrong language tag', ...choice.steps] };
};

const pick = (blocks: readonly Block[], profile: LanguageProfile, wanted: readonly string[]): Choice => {
  const [only] = blocks;
  if (only === undefined || blocks.length === 1) return { blocks, steps: [] };
  const facts = blocks.slice(0, most).map((block) => factsOf(block, profile));
  const primary = primaryOf(facts, wanted);
  if (primary === undefined) return { blocks: [only], steps: ['took the first of several blocks'] };
  const parts = withParts(facts, primary, wanted);
  const steps = parts.length > 1 ? [`joined ${parts.length} blocks`] : ['chose one of several blocks'];
  return { blocks: parts.map(({ block }) => block), steps };
};

type Facts = {
  readonly block: Block;
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly importsOnly: boolean;
  readonly isTest: boolean;
  readonly definesCallable: boolean;
};

const factsOf = (block: Block, profile: LanguageProfile): Facts => {
  const full = block.lines.filter((line) => !isBlank(line));
  return {
    block,
    names: new Set(definitionsOf(block.lines, profile).map(({ name }) => name)),
    words: new Set(full.flatMap((line) => line.match(/[\w$]+/g) ?? [])),
    importsOnly: full.every((line) => profile.importLine.test(glance(line))),
    isTest: full.some((line) => profile.testLine.test(glance(line))),
    definesCallable: full.some((line) => profile.callableLine.test(glance(line))),
  };
};

const definesAll = ({ names }: Facts, wanted: readonly string[]): boolean => wanted.length > 0 && wanted.every((name) => names.has(name));
const definesAny = ({ names }: Facts, wanted: readonly string[]): boolean => wanted.some((name) => names.has(name));

const primaryOf = (facts: readonly Facts[], wanted: readonly string[]): Facts | undefined =>
  facts.find((block) => definesAll(block, wanted)) ??
  facts.find((block) => definesAny(block, wanted)) ??
  facts.find(({ names, isTest, importsOnly }) => names.size > 0 && !isTest && !importsOnly) ??
  facts.find(({ importsOnly, isTest }) => !importsOnly && !isTest);

/** Blocks that repeat a name are another version, not a part; a part imports, is used by the rest, or defines what is still wanted. */
const withParts = (facts: readonly Facts[], primary: Facts, wanted: readonly string[]): readonly Facts[] => {
  const parts = new Set([primary]);
  const names = new Set(primary.names);
  const words = new Set(primary.words);
  for (let grown = true; grown; ) {
    grown = false;
    for (const block of facts) {
      if (parts.has(block) || !isPart(block, { names, words, wanted, primary })) continue;
      parts.add(block);
      for (const name of block.names) names.add(name);
      for (const word of block.words) words.add(word);
      grown = true;
    }
  }
  return facts.filter((block) => parts.has(block));
};

type Joined = {
  readonly names: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  readonly wanted: readonly string[];
  readonly primary: Facts;
};

const isPart = (block: Facts, { names, words, wanted, primary }: Joined): boolean => {
  const defined = [...block.names];
  if (defined.some((name) => names.has(name))) return false;
  if (block.importsOnly) return true;
  if (defined.length === 0 || (block.isTest && !primary.isTest)) return false;
  if (defined.some((name) => words.has(name)) || definesAny(block, wanted)) return true;
  // Without a name to go by, several functions side by side may all be asked for.
  return wanted.length === 0 && block.definesCallable && block.block.fence.tag === primary.block.fence.tag;
};
