import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language as Grammar, Parser, type TreeCursor } from 'web-tree-sitter';
import { type Language, languages } from '../../src/core/index.ts';
import type { SyntaxNode } from '../../src/taint/syntax/front-end.ts';
import { punctuation } from '../../src/taint/syntax/plain-node.ts';
import { loadTrees, type TreeHandle, type Trees } from '../../src/taint/trees.ts';
import { witnessFiles } from '../support/witnesses.ts';

let trees: Trees;

beforeAll(async () => {
  trees = await loadTrees(languages);
});

const shown = (node: SyntaxNode): string =>
  `${node.field ?? ''}:${node.isMissing ? '?' : ''}${node.type}[${node.startIndex},${node.endIndex}](${node.children.map(shown).join(' ')})`;

const parsed = (language: Language, source: string): string => {
  const tree = trees.parse(language, source);
  tree.delete();
  return shown(tree.root);
};

const told = (cursor: TreeCursor): string => {
  const { nodeType, nodeIsMissing, startIndex, endIndex, currentFieldName } = cursor;
  const children: string[] = [];
  if (cursor.gotoFirstChild()) {
    do {
      const isShown = cursor.nodeIsNamed || cursor.nodeIsMissing || !punctuation.has(cursor.nodeType);
      if (isShown) children.push(told(cursor));
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return `${currentFieldName ?? ''}:${nodeIsMissing ? '?' : ''}${nodeType}[${startIndex},${endIndex}](${children.join(' ')})`;
};

describe('trees', () => {
  it.each(languages)('%s: what is read from memory is what the parser tells, on whole and on broken texts', async (language) => {
    const folder = join(dirname(createRequire(import.meta.url).resolve('@repomix/tree-sitter-wasms/package.json')), 'out');
    const parser = new Parser();
    parser.setLanguage(await Grammar.load(join(folder, `tree-sitter-${language}.wasm`)));
    const texts = witnessFiles()
      .filter(({ language: of }) => of === language)
      .slice(0, 40)
      .flatMap(({ source }) => [source, `}${source.slice(5)}`]);
    expect(texts.length).toBeGreaterThan(10);
    // A broken text may be read by another grammar, or within a wrapper; some are read as they are.
    let broken = 0;
    for (const text of texts) {
      const tree = trees.parse(language, text);
      const own = parser.parse(text);
      if (own === null) throw new Error('no tree');
      const cursor = own.walk();
      const expected = told(cursor);
      const read = shown(tree.root);
      const isSame = read === expected;
      if (!own.rootNode.hasError) expect(read).toBe(expected);
      else if (isSame) broken += 1;
      cursor.delete();
      own.delete();
      tree.delete();
    }
    parser.delete();
    expect(broken).toBeGreaterThan(0);
  });

  it('closes what is open at the end, and says so by a missing node', () => {
    expect(parsed('c', 'int f() { g(a')).toContain('body:compound_statement');
    expect(parsed('c', 'int f() { g(a')).toMatch(/\?cut-short\[13,13\]\(\)\)$/);
    expect(parsed('c', 'int f() { g(a); }')).not.toContain('?');
  });

  it('reads casts as TypeScript and elements as TSX', () => {
    expect(parsed('typescript', 'const a = <T>b;')).toContain('type_assertion');
    expect(parsed('typescript', 'const a = <p>{b}</p>;')).toContain('jsx_element');
  });

  it('reads C that is C++ by the grammar of C++', () => {
    expect(parsed('c', 'std::string f(std::string a) { return a; }')).toContain('qualified_identifier');
  });

  it('finds the members of a class without the class, and statements without their function', () => {
    expect(parsed('javascript', 'async f(a) { return a }\n')).toMatch(/^:program\[0,24\]\(member:method_definition\[0,23\]/);
    expect(parsed('cpp', 'std::cout << a;\n')).toMatch(/^:translation_unit\[0,16\]\(:expression_statement\[0,15\]/);
  });

  it('ends where the text is nested too deep, with an error', () => {
    const deep = trees.parse('javascript', `x = ${'['.repeat(5_000)}${']'.repeat(5_000)}`);
    expect(deep.root.hasError).toBe(true);
    deep.delete();
  });

  it('names the language whose grammar was not loaded', async () => {
    const few = await loadTrees(['go']);
    expect(() => few.parse('java', 'class A {}')).toThrow('The grammar of java was not loaded');
  });
});

/** Each text after the one before, as an edit that replaces what differs. */
const follow = (
  language: Language,
  texts: readonly string[],
): { readonly steps: readonly SyntaxNode[]; readonly fresh: readonly string[] } => {
  let previous: { readonly tree: TreeHandle; readonly source: string } | undefined;
  const steps: SyntaxNode[] = [];
  for (const source of texts) {
    let start = 0;
    const old = previous?.source ?? '';
    while (start < old.length && start < source.length && old[start] === source[start]) start += 1;
    let tail = 0;
    while (tail < Math.min(old.length, source.length) - start && old.at(-1 - tail) === source.at(-1 - tail)) tail += 1;
    const edit = { start, oldEnd: old.length - tail, newEnd: source.length - tail };
    const tree = trees.parse(language, source, previous && { tree: previous.tree, edit });
    previous?.tree.delete();
    previous = { tree, source };
    steps.push(tree.root);
  }
  previous?.tree.delete();
  return { steps, fresh: texts.map((text) => parsed(language, text)) };
};

describe('incremental trees', () => {
  const text = 'def f(a):\n    b = g(a)\n    if b:\n        h(b, "c")\n    return b\n\nx = f(1)\ny = {"a": [x, 2]}\n';
  const prefixes = Array.from({ length: text.length - 10 }, (_, index) => text.slice(0, index + 10));

  it('say the same as fresh ones where a text grows', () => {
    const { steps, fresh } = follow('python', prefixes);
    const differing = steps.filter((step, index) => shown(step) !== fresh[index]);
    // An incremental parse keeps to the grammar and to the closed text; the last text is whole.
    expect(differing.length).toBeLessThan(prefixes.length / 4);
    const last = steps.at(-1);
    expect(last && shown(last)).toBe(fresh.at(-1));
  });

  it('say the same as fresh ones where a text changes in its middle', () => {
    const { steps, fresh } = follow('python', [
      text,
      text.replace('g(a)', 'g(a, 2)'),
      text.replace('if b', 'if b and a'),
      text.replace('x = f(1)\n', ''),
    ]);
    expect(steps.map(shown)).toEqual(fresh);
  });

  it('share the nodes before an edit, and no others', () => {
    const { steps } = follow('python', [text, `${text}z = 3\n`, `${text}z = 3\nw = 4\n`]);
    const [first, second, third] = steps;
    expect(second?.children[0]).toBe(first?.children[0]);
    expect(third?.children[0]).toBe(first?.children[0]);
    expect(third?.children[1]).toBe(second?.children[1]);
    expect(third?.children.length).toBe(5);
  });

  it('may branch: one tree serves for several versions', () => {
    const base = trees.parse('python', 'a = 1\n');
    const versions = ['a = 1\nb = 2\n', 'a = 1\nc(3)\n'].map((source) => {
      const tree = trees.parse('python', source, { tree: base, edit: { start: 6, oldEnd: 6, newEnd: source.length } });
      tree.delete();
      return shown(tree.root);
    });
    base.delete();
    expect(versions).toEqual([parsed('python', 'a = 1\nb = 2\n'), parsed('python', 'a = 1\nc(3)\n')]);
  });
});
