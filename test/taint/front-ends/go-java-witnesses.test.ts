/** Go and Java on the suite's own code: whole, cut short anywhere, and one statement later. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFrontEnd } from '../../../src/taint/front-ends/index.ts';
import type { FrontEnd } from '../../../src/taint/syntax/front-end.ts';
import type { Program, Span } from '../../../src/taint/syntax/ir.ts';
import { loadTrees, type Trees } from '../../../src/taint/trees.ts';

const tasks = fileURLToPath(new URL('../../../tasks/core', import.meta.url));

const witnesses = (ending: string): readonly (readonly [path: string, source: string])[] =>
  readdirSync(tasks, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.includes('witnesses') && path.endsWith(ending))
    .sort()
    .map((path) => [path, readFileSync(join(tasks, path), 'utf8')]);

type Found = { readonly kind: string; readonly span: Span; readonly node: object };

const isSpan = (value: unknown): value is Span => typeof value === 'object' && value !== null && 'start' in value && 'endColumn' in value;

/** Every node with a kind and a place, in the order of the text. */
const nodesOf = (value: unknown, found: Found[] = []): readonly Found[] => {
  if (Array.isArray(value)) for (const each of value) nodesOf(each, found);
  else if (typeof value === 'object' && value !== null) {
    if ('kind' in value && 'span' in value && isSpan(value.span)) found.push({ kind: String(value.kind), span: value.span, node: value });
    for (const each of Object.values(value)) nodesOf(each, found);
  }
  return found;
};

const statementKinds = new Set(['expression', 'assignment', 'if', 'return', 'import', 'class', 'for-each', 'loop', 'switch', 'try']);

const statementsBefore = (program: Program, end: number): readonly object[] =>
  nodesOf(program.body)
    .filter(({ kind, span }) => statementKinds.has(kind) && span.end < end)
    .map(({ node }) => node);

let trees: Trees;
let frontEnds: Readonly<Record<'go' | 'java', FrontEnd>>;

beforeAll(async () => {
  trees = await loadTrees(['go', 'java']);
  frontEnds = { go: createFrontEnd('go'), java: createFrontEnd('java') };
});

const lower = (language: 'go' | 'java', source: string): Program => {
  const tree = trees.parse(language, source);
  const program = frontEnds[language].lower(tree.root, source);
  tree.delete();
  return program;
};

describe.each([
  ['go', '.go', '\nfunc later() { _ = 1 }\n'],
  ['java', '.java', '\nclass Later { int x = 1; }\n'],
] as const)('%s', (language, ending, more) => {
  const all = witnesses(ending);

  it('has witnesses', () => {
    expect(all.length).toBeGreaterThan(100);
  });

  it('understands every witness', () => {
    const gaps = all.flatMap(([path, source]) => {
      const program = lower(language, source);
      const others = nodesOf(program.body).filter(({ kind }) => kind.startsWith('other'));
      return [...others.map(({ span }) => `${path}:${span.line} other`), ...program.errors.map(({ line }) => `${path}:${line} error`)];
    });
    expect(gaps).toEqual([]);
  }, 60_000);

  it('says of every text that is cut short what it is, within its bounds', () => {
    for (const [, source] of all.filter((_, at) => at % 9 === 0)) {
      for (let end = 0; end < source.length; end += 17) {
        const cut = source.slice(0, end);
        const program = lower(language, cut);
        const outside = nodesOf(program.body).filter(({ span }) => span.start < 0 || span.end > end || span.start > span.end);
        expect(outside.map(({ kind }) => kind)).toEqual([]);
      }
    }
  }, 120_000);

  /** Statements that end before the place of an edit: how many there are, and how many are the same objects after it. */
  const kept = (source: string, at: number, added: string): { readonly all: number; readonly same: number } => {
    const before = trees.parse(language, source);
    const first = frontEnds[language].lower(before.root, source);
    const text = source.slice(0, at) + added + source.slice(at);
    const after = trees.parse(language, text, { tree: before, edit: { start: at, oldEnd: at, newEnd: at + added.length } });
    const second = frontEnds[language].lower(after.root, text, { program: first, unchanged: at });
    before.delete();
    after.delete();
    const known = new Set(statementsBefore(first, at - 20));
    const found = statementsBefore(second, at - 20);
    expect(found.length).toBe(known.size);
    return { all: found.length, same: found.filter((node) => known.has(node)).length };
  };

  // Not all: where a grammar is ambiguous the parser itself reads anew.
  it('keeps most statements before an edit at the end, and within a function', () => {
    const total = { all: 0, same: 0 };
    for (const [, source] of all.filter((_, at) => at % 10 === 0)) {
      const inside = source.lastIndexOf('return');
      for (const { all: count, same } of [kept(source, source.length, more), kept(source, Math.max(0, inside), 'f(); ')]) {
        total.all += count;
        total.same += same;
      }
    }
    expect(total.all).toBeGreaterThan(200);
    expect(total.same / total.all).toBeGreaterThan(0.9);
  }, 60_000);
});
