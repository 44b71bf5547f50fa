import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/core/index.ts';
import { createFrontEnd } from '../../../src/taint/front-ends/index.ts';
import type { Program, Statement } from '../../../src/taint/syntax/ir.ts';
import { loadTrees, type TreeHandle, type Trees } from '../../../src/taint/trees.ts';
import { printProgram } from '../../support/print-ir.ts';

let trees: Trees;

beforeAll(async () => {
  trees = await loadTrees(languages);
});

/** The programs of growing texts, each parsed from the one before. */
const grown = (language: Language, texts: readonly string[]): readonly Program[] => {
  const frontEnd = createFrontEnd(language);
  let previous: TreeHandle | undefined;
  let old = '';
  return texts.map((source) => {
    const edit = { start: old.length, oldEnd: old.length, newEnd: source.length };
    const tree = trees.parse(language, source, previous && { tree: previous, edit });
    previous?.delete();
    previous = tree;
    old = source;
    return frontEnd.lower(tree.root, source);
  });
};

const bodyOf = (statement: Statement | undefined): readonly Statement[] => {
  if (statement?.kind === 'function') return statement.function.body;
  if (statement?.kind === 'class') return statement.class.body;
  if (statement?.kind === 'if') return statement.then;
  return [];
};

const texts: Readonly<Record<Language, readonly [string, string, string]>> = {
  python: ['def f(a):\n    b = a\n    if b:\n        g(b)\n        h(b)', '\n        i(', 'b)'],
  javascript: ['function f(a) {\n  const b = a;\n  if (b) {\n    g(b);\n    h(b);', '\n    i(', 'b);'],
  typescript: ['function f(a: string) {\n  const b = a;\n  if (b) {\n    g(b);\n    h(b);', '\n    i(', 'b);'],
  java: ['void f(String a) {\n  int b = a;\n  if (b) {\n    g(b);\n    h(b);', '\n    i(', 'b);'],
  go: ['func f(a string) {\n  b := a\n  if b {\n    g(b)\n    h(b)\n', '\n    i(', 'b)'],
  c: ['void f(char *a) {\n  int b = a;\n  if (b) {\n    g(b);\n    h(b);', '\n    i(', 'b);'],
  cpp: ['void f(char *a) {\n  int b = a;\n  if (b) {\n    g(b);\n    h(b);', '\n    i(', 'b);'],
};

describe('statements before an edit are the same objects', () => {
  it.each(languages)('%s', (language) => {
    const [start, more, end] = texts[language];
    const programs = grown(language, [start, start + more, start + more + end]);
    const [first, second, third] = programs.map((program) => bodyOf(program.body[0]));
    expect(first?.length).toBe(2);
    expect(third?.[0]).toBe(first?.[0]);
    expect(third?.[1]).not.toBe(first?.[1]);
    const [inner, , last] = [first, second, third].map((body) => bodyOf(body?.[1]));
    expect(last?.[0]).toBe(inner?.[0]);
    expect(last?.length).toBe(3);
  });

  it('a whole text is the same whether it grew or was there at once', () => {
    const source = 'class A:\n    def f(self, a):\n        b = {"x": a}\n        return g(b["x"])\n\ndef h(c):\n    return A().f(c)\n';
    const prefixes = Array.from({ length: source.length }, (_, index) => source.slice(0, index + 1));
    const last = grown('python', prefixes).at(-1);
    const tree = trees.parse('python', source);
    const fresh = createFrontEnd('python').lower(tree.root, source);
    tree.delete();
    expect(last && printProgram(last)).toBe(printProgram(fresh));
    expect(last).toEqual(fresh);
  });

  it('after an edit in the middle, what follows has its new places', () => {
    const frontEnd = createFrontEnd('python');
    const old = 'a = 1\nb = 2\nc = 3\nd = 4\n';
    const source = 'a = 1\nb = 2\ncc = 3\nd = 4\n';
    const first = trees.parse('python', old);
    const before = frontEnd.lower(first.root, old);
    const second = trees.parse('python', source, { tree: first, edit: { start: 12, oldEnd: 13, newEnd: 14 } });
    const after = frontEnd.lower(second.root, source);
    first.delete();
    second.delete();
    expect(after.body[0]).toBe(before.body[0]);
    expect(after.body[3]?.span.start).toBe(19);
    expect(before.body[3]?.span.start).toBe(18);
  });
});
