import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language as Grammar, Parser } from 'web-tree-sitter';
import { type Language, languages } from '../../../src/core/index.ts';
import { frontEndRules } from '../../../src/taint/front-ends/index.ts';

const folder = join(dirname(createRequire(import.meta.url).resolve('@repomix/tree-sitter-wasms/package.json')), 'out');

const grammars: readonly (readonly [grammar: string, language: Language])[] = [
  ['python', 'python'],
  ['javascript', 'javascript'],
  ['typescript', 'typescript'],
  ['tsx', 'typescript'],
  ['java', 'java'],
  ['go', 'go'],
  ['c', 'c'],
  ['cpp', 'c'],
  ['cpp', 'cpp'],
];

const typesOf = async (grammar: string): Promise<ReadonlySet<string>> => {
  const loaded = await Grammar.load(join(folder, `tree-sitter-${grammar}.wasm`));
  const supertypes = new Set(loaded.supertypes);
  const isNode = (symbol: number): boolean => loaded.nodeTypeIsNamed(symbol) && loaded.nodeTypeIsVisible(symbol) && !supertypes.has(symbol);
  return new Set(loaded.types.filter((type, symbol) => type && isNode(symbol)));
};

beforeAll(async () => {
  await Parser.init();
});

describe('every named type of node is lowered, read by its parent, or dropped on purpose', () => {
  it.each(grammars)('%s as %s', async (grammar, language) => {
    const { expressions, statements, targets, parts, dropped } = frontEndRules[language];
    const known = new Set([...Object.keys(expressions), ...Object.keys(statements), ...Object.keys(targets), ...parts, ...dropped]);
    const types = await typesOf(grammar);
    expect([...types].filter((type) => !known.has(type))).toEqual([]);
  });

  it.each(languages)('%s: no type is dropped and lowered, and none is named that no grammar has', async (language) => {
    const { expressions, statements, targets, parts, dropped } = frontEndRules[language];
    const lowered = [...Object.keys(expressions), ...Object.keys(statements), ...Object.keys(targets)];
    const all = new Set<string>();
    for (const [grammar, of] of grammars) {
      const isShared =
        language === 'javascript' || language === 'typescript' ? of === 'javascript' || of === 'typescript' : of === language;
      const isC = (language === 'cpp' || language === 'c') && (of === 'c' || of === 'cpp');
      if (isShared || isC) for (const type of await typesOf(grammar)) all.add(type);
    }
    expect(lowered.filter((type) => dropped.includes(type))).toEqual([]);
    expect([...lowered, ...parts, ...dropped].filter((type) => !all.has(type))).toEqual([]);
  });
});
