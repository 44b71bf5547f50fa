/** Texts to syntax trees. The only file of the engine that knows the parser. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Edit, Language as Grammar, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import { type Language, messageOf, UserError } from '../core/index.ts';
import { type Attempt, attemptsFor, type GrammarName, markCut, methodWrapper, pointAt, unwrapped } from './syntax/attempts.ts';
import { closersOf } from './syntax/closers.ts';
import type { SyntaxNode } from './syntax/front-end.ts';
import { countErrors, missingMark, namedMark, PlainNode, punctuation } from './syntax/plain-node.ts';
import { type GrammarTables, type Memory, type Placement, type PreviousRoot, readTables, readTree } from './syntax/tree-memory.ts';

/** A replacement of part of a text, in UTF-16 units: `[start, oldEnd)` of the old became `[start, newEnd)` of the new. */
export type TextEdit = { readonly start: number; readonly oldEnd: number; readonly newEnd: number };

export type TreeHandle = {
  readonly language: Language;
  readonly root: SyntaxNode;
  /** Frees the parser's memory. `root` stays readable. Twice does no harm. */
  delete(): void;
};

export type Trees = {
  /**
   * The tree of a whole file or a fragment; what is still open at its end counts as closed there. Any text has a tree, perhaps with
   * errors. With the tree of an earlier version and the edit since then only what changed is read anew; that tree must not be
   * deleted before, and may serve for several versions.
   */
  parse(language: Language, source: string, previous?: { readonly tree: TreeHandle; readonly edit: TextEdit }): TreeHandle;
};

type LoadedGrammar = { readonly parser: Parser; readonly grammar: Grammar; readonly tables: GrammarTables | undefined };

type Parsed = TreeHandle & { readonly tree: Tree; readonly root: PlainNode; readonly source: string; readonly attempt: Attempt };

/** The parser's module is one for the whole process, so its memory and grammars are too. */
const memory: Partial<Memory> = {};
const grammars = new Map<GrammarName, Promise<LoadedGrammar>>();
let started: Promise<void> | undefined;

const require = createRequire(import.meta.url);
const probe = 'f(a, "b\\n", \'c\') # d\n{ x = [1, !2]; }\n/* e */ if (a b) }\n\tfunction g() { return 1\n';

const grammarNames = (languages: readonly Language[]): readonly GrammarName[] => [
  ...new Set(
    languages.flatMap((language): GrammarName[] =>
      language === 'typescript' ? ['typescript', 'tsx'] : language === 'c' ? ['c', 'cpp'] : [language],
    ),
  ),
];

const hasMemory = (views: Partial<Memory>): views is Memory =>
  views.HEAPU8 !== undefined && views.HEAPU16 !== undefined && views.HEAPU32 !== undefined;

const addressOf = (holder: Tree | Grammar): number => {
  const address: unknown = Reflect.get(holder, 0);
  if (typeof address !== 'number') throw new Error('no address');
  return address;
};

const unitAt = (index: number, placement: Placement): number => Math.min(placement.length, Math.max(0, index - placement.before));

/** Node by node through the parser's interface: slow, and right with any version of it. */
const readByCursor = (cursor: TreeCursor, placement: Placement, depth = 0): PlainNode => {
  const children: PlainNode[] = [];
  const { nodeId, nodeType, currentFieldName } = cursor;
  const start = unitAt(cursor.startIndex, placement);
  const end = unitAt(cursor.endIndex, placement);
  const marks = (cursor.nodeIsNamed ? namedMark : 0) | (cursor.nodeIsMissing ? missingMark : 0);
  if (depth < 400 && cursor.gotoFirstChild()) {
    do {
      const child = readByCursor(cursor, placement, depth + 1);
      if (child.isNamed || child.isMissing || !punctuation.has(child.type)) children.push(child);
    } while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return new PlainNode(nodeId, depth < 400 ? nodeType : 'ERROR', currentFieldName ?? undefined, start, end, marks, children);
};

const readRoot = (loaded: LoadedGrammar, tree: Tree, placement: Placement, previous?: PreviousRoot): PlainNode => {
  if (loaded.tables !== undefined && hasMemory(memory)) {
    return readTree(memory, loaded.tables, { address: addressOf(tree), placement, ...(previous && { previous }) });
  }
  const cursor = tree.walk();
  const root = readByCursor(cursor, placement);
  cursor.delete();
  return root;
};

const printed = (node: PlainNode): string =>
  `${node.isMissing ? '?' : ''}${node.field ?? ''}:${node.type}${node.isNamed ? '' : '_'}[${node.startIndex},${node.endIndex}](${node.children.map(printed).join(' ')})`;

/** The grammar's tables, where reading a tree by them says what the parser says. */
const trustedTables = (grammar: Grammar, parser: Parser): GrammarTables | undefined => {
  if (!hasMemory(memory)) return undefined;
  try {
    const named = grammar.types.map((_, symbol) => grammar.nodeTypeIsNamed(symbol));
    const tables = readTables(memory, addressOf(grammar), { types: grammar.types, named, fields: grammar.fields });
    const tree = parser.parse(probe);
    if (tree === null) return undefined;
    const placement = { before: 0, length: probe.length };
    const read = printed(readRoot({ parser, grammar, tables }, tree, placement));
    const told = printed(readRoot({ parser, grammar, tables: undefined }, tree, placement));
    tree.delete();
    return read === told ? tables : undefined;
  } catch {
    // Another layout of memory: the slow way is right in any case.
    return undefined;
  }
};

const loadGrammar = async (name: GrammarName): Promise<LoadedGrammar> => {
  started ??= Parser.init(memory);
  await started;
  try {
    const folder = dirname(require.resolve('@repomix/tree-sitter-wasms/package.json'));
    const grammar = await Grammar.load(join(folder, 'out', `tree-sitter-${name}.wasm`));
    const parser = new Parser();
    parser.setLanguage(grammar);
    return { parser, grammar, tables: trustedTables(grammar, parser) };
  } catch (thrown) {
    grammars.delete(name);
    throw new UserError(
      'taint-grammar',
      `The grammar of ${name} could not be loaded: ${messageOf(thrown)}. Install Fathom's packages anew.`,
      {
        cause: thrown,
      },
    );
  }
};

const editIn = (oldText: string, newText: string, edit: TextEdit): Edit =>
  new Edit({
    startIndex: edit.start,
    oldEndIndex: edit.oldEnd,
    newEndIndex: edit.newEnd,
    startPosition: pointAt(oldText, edit.start),
    oldEndPosition: pointAt(oldText, edit.oldEnd),
    newEndPosition: pointAt(newText, edit.newEnd),
  });

/** A copy of the earlier tree, told of the edit and of the other end. */
const editedCopy = (previous: Parsed, text: string, closersLength: number, edit: TextEdit): Tree => {
  const { before, after } = previous.attempt;
  const oldText = before + previous.source + after;
  const shift = before.length;
  const copy = previous.tree.copy();
  // From the edit to the end of what was there, when the edit touches that end; else the made-up end is a second edit.
  if (edit.oldEnd === previous.source.length) {
    copy.edit(editIn(oldText, text, { start: edit.start + shift, oldEnd: oldText.length, newEnd: text.length }));
    return copy;
  }
  const moved = { start: edit.start + shift, oldEnd: edit.oldEnd + shift, newEnd: edit.newEnd + shift };
  const between = text.slice(0, text.length - closersLength) + after;
  copy.edit(editIn(oldText, between, moved));
  const end = between.length - after.length;
  copy.edit(editIn(between, text, { start: end, oldEnd: between.length, newEnd: text.length }));
  return copy;
};

class LoadedTrees implements Trees {
  readonly #grammars: ReadonlyMap<GrammarName, LoadedGrammar>;
  /** What was parsed here, by handle: a handle of another origin is no help. */
  readonly #parsed = new WeakMap<TreeHandle, Parsed & { readonly raw: PlainNode }>();

  constructor(loaded: ReadonlyMap<GrammarName, LoadedGrammar>) {
    this.#grammars = loaded;
  }

  parse(language: Language, source: string, previous?: { readonly tree: TreeHandle; readonly edit: TextEdit }): TreeHandle {
    const closers = closersOf(source, language);
    const earlier = previous && this.#parsed.get(previous.tree);
    if (previous && earlier?.language === language) {
      const { name, before } = earlier.attempt;
      const after = before === '' ? closers : closers + methodWrapper.after;
      return this.#attempt(language, source, { name, before, after }, { earlier, edit: previous.edit, cut: closers !== '' });
    }
    let best: Parsed | undefined;
    let fewest = Number.POSITIVE_INFINITY;
    for (const attempt of attemptsFor(language, closers)) {
      const cut = closers !== '' && attempt.after !== '';
      const parsed = this.#attempt(language, source, attempt, { cut });
      // The mark of a cut is one that every closed attempt has.
      const errors = countErrors(parsed.root) - (cut ? 1 : 0);
      if (errors < fewest) {
        best?.delete();
        best = parsed;
        fewest = errors;
      } else parsed.delete();
      if (errors === 0) break;
    }
    if (best === undefined) throw new Error(`no attempt at ${language}`);
    return best;
  }

  #attempt(
    language: Language,
    source: string,
    attempt: Attempt,
    { earlier, edit, cut }: { readonly earlier?: Parsed & { readonly raw: PlainNode }; readonly edit?: TextEdit; readonly cut: boolean },
  ): Parsed {
    const loaded = this.#grammars.get(attempt.name);
    if (loaded === undefined) {
      throw new UserError('taint-grammar', `The grammar of ${language} was not loaded. Name ${language} in the call of loadTrees.`);
    }
    const text = attempt.before + source + attempt.after;
    const base = earlier && edit ? editedCopy(earlier, text, attempt.after.length, edit) : undefined;
    const tree = loaded.parser.parse(text, base);
    if (tree === null) throw new Error('the parser was stopped');
    const placement = { before: attempt.before.length, length: source.length };
    const raw = readRoot(loaded, tree, placement, earlier && edit ? { root: earlier.raw, unchanged: edit.start } : undefined);
    base?.delete();
    const inside = attempt.before === '' ? raw : unwrapped(raw);
    const root = cut ? markCut(inside, source.length) : inside;
    let isDeleted = false;
    const parsed = {
      language,
      root,
      tree,
      source,
      attempt,
      raw,
      delete: () => {
        if (!isDeleted) tree.delete();
        isDeleted = true;
      },
    };
    this.#parsed.set(parsed, parsed);
    return parsed;
  }
}

/** Loads the grammars of these languages, each once in a process. Throws `taint-grammar` where one is missing. */
export const loadTrees = async (languages: readonly Language[]): Promise<Trees> => {
  const names = grammarNames(languages);
  for (const name of names) if (!grammars.has(name)) grammars.set(name, loadGrammar(name));
  const loaded = new Map<GrammarName, LoadedGrammar>();
  for (const name of names) {
    const grammar = await grammars.get(name);
    if (grammar !== undefined) loaded.set(name, grammar);
  }
  return new LoadedTrees(loaded);
};
