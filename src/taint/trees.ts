/** Texts to syntax trees. The only file of the engine that knows the parser. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Edit, Language as Grammar, Parser, type Tree } from 'web-tree-sitter';
import { type Language, messageOf, UserError } from '../core/index.ts';
import { type Attempt, attemptsFor, type GrammarName, grammarNames, markCut, unwrapped, wrapperEnd } from './syntax/attempts.ts';
import { readEnd } from './syntax/closers.ts';
import { readByCursor } from './syntax/cursor.ts';
import { editsBetween, type TextEdit } from './syntax/edits.ts';
import { completionOf } from './syntax/ends.ts';
import type { SyntaxNode } from './syntax/front-end.ts';
import { countErrors, namedMark, nodeText, PlainNode } from './syntax/plain-node.ts';
import { bareClosers, type TextEnd } from './syntax/text-end.ts';
import { type GrammarTables, type Memory, type Placement, type PreviousRoot, readTables, readTree } from './syntax/tree-memory.ts';

export type { TextEdit } from './syntax/edits.ts';

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

type Attempted = TreeHandle & {
  readonly tree: Tree | undefined;
  readonly root: PlainNode;
  /** As the parser has it: with what was put around the text. */
  readonly raw: PlainNode;
  readonly source: string;
  readonly attempt: Attempt;
  readonly errors: number;
  /** How long the text was when its grammar was chosen. */
  readonly decidedAt: number;
};

type Parsed = Attempted & { readonly end: TextEnd };

/** What a text grew from. */
type Grown = { readonly earlier: Parsed | undefined; readonly edit: TextEdit | undefined };

/** The parser's module is one for the whole process, so its memory and grammars are too. */
const memory: Partial<Memory> = {};
const grammars = new Map<GrammarName, Promise<LoadedGrammar>>();
let started: Promise<void> | undefined;

/** Texts with more brackets within brackets are not read: they overrun the stack of the parser. */
const deepest = 500;
const require = createRequire(import.meta.url);
const probe = 'f(a, "b\\n", \'c\') # d\n{ x = [1, !2]; }\n/* e */ if (a b) }\n\tfunction g() { return 1\n';

const hasMemory = (views: Partial<Memory>): views is Memory =>
  views.HEAPU8 !== undefined && views.HEAPU16 !== undefined && views.HEAPU32 !== undefined;

const addressOf = (holder: Tree | Grammar): number => {
  const address: unknown = Reflect.get(holder, 0);
  if (typeof address !== 'number') throw new Error('no address');
  return address;
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

/** The grammar's tables, where reading a tree by them says what the parser says. */
const trustedTables = (grammar: Grammar, parser: Parser): GrammarTables | undefined => {
  if (!hasMemory(memory)) return undefined;
  try {
    const named = grammar.types.map((_, symbol) => grammar.nodeTypeIsNamed(symbol));
    const tables = readTables(memory, addressOf(grammar), { types: grammar.types, named, fields: grammar.fields });
    const tree = parser.parse(probe);
    if (tree === null) return undefined;
    const placement = { before: 0, length: probe.length };
    const read = nodeText(readRoot({ parser, grammar, tables }, tree, placement));
    const told = nodeText(readRoot({ parser, grammar, tables: undefined }, tree, placement));
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

/** A copy of the earlier tree, told of the edit. */
const editedCopy = (previous: Parsed, tree: Tree, text: string, edit: TextEdit): Tree => {
  const copy = tree.copy();
  for (const each of editsBetween(previous, text, edit)) copy.edit(new Edit(each));
  return copy;
};

/** Undefined where the parser gave up, or overran its stack: then it may never work again in this process. */
const parseSafely = (parser: Parser, text: string, base: Tree | undefined): Tree | undefined => {
  try {
    return parser.parse(text, base) ?? undefined;
  } catch {
    return undefined;
  }
};

/** The tree of a text that was not put before the parser: one error. */
const unread = (language: Language, source: string): Attempted => {
  const root = new PlainNode(0, 'ERROR', undefined, 0, source.length, namedMark, undefined);
  const attempt = { name: language, before: '', after: '', isClosed: false };
  const errors = Number.POSITIVE_INFINITY;
  return { language, root, raw: root, source, attempt, errors, decidedAt: 0, tree: undefined, delete: () => undefined };
};

class LoadedTrees implements Trees {
  readonly #grammars: ReadonlyMap<GrammarName, LoadedGrammar>;
  /** What was parsed here, by handle: a handle of another origin is no help. */
  readonly #parsed = new WeakMap<TreeHandle, Parsed>();

  constructor(loaded: ReadonlyMap<GrammarName, LoadedGrammar>) {
    this.#grammars = loaded;
  }

  parse(language: Language, source: string, previous?: { readonly tree: TreeHandle; readonly edit: TextEdit }): TreeHandle {
    const known = previous && this.#parsed.get(previous.tree);
    const earlier = known?.language === language ? known : undefined;
    const end = readEnd(source, language, previous && earlier && { end: earlier.end, unchanged: previous.edit.start });
    const attempted =
      end.depth > deepest ? unread(language, source) : this.#choose(language, source, { end, earlier, edit: previous?.edit });
    const parsed: Parsed = { ...attempted, end };
    this.#parsed.set(parsed, parsed);
    return parsed;
  }

  #choose(language: Language, source: string, { end, earlier, edit }: Grown & { readonly end: TextEnd }): Attempted {
    const closers = completionOf(source, language, end);
    const ends = [...new Set([closers, bareClosers(end), ''])];
    if (earlier?.tree === undefined || edit === undefined) return this.#afresh(language, source, ends);
    const { name, before } = earlier.attempt;
    const after = before === '' ? closers : closers + wrapperEnd;
    const grown = this.#attempt(language, source, { name, before, after, isClosed: closers !== '' }, { earlier, edit });
    // What a few words looked like may be wrong by the time that there are twice as many.
    if (grown.errors === 0 || source.length < 2 * earlier.decidedAt) return grown;
    const fresh = this.#afresh(language, source, ends);
    const isBetter = fresh.errors < grown.errors;
    (isBetter ? grown : fresh).delete();
    return isBetter ? fresh : { ...grown, decidedAt: source.length };
  }

  /** The attempt with the fewest errors. */
  #afresh(language: Language, source: string, ends: readonly string[]): Attempted {
    let best: Attempted | undefined;
    for (const attempt of attemptsFor(language, ends)) {
      const parsed = this.#attempt(language, source, attempt);
      const isBetter = best === undefined || parsed.errors < best.errors;
      (isBetter ? best : parsed)?.delete();
      if (isBetter) best = parsed;
      if (parsed.errors === 0) break;
    }
    if (best === undefined) throw new Error(`no attempt at ${language}`);
    return best;
  }

  #attempt(
    language: Language,
    source: string,
    attempt: Attempt,
    { earlier, edit }: Grown = { earlier: undefined, edit: undefined },
  ): Attempted {
    const loaded = this.#grammars.get(attempt.name);
    if (loaded === undefined) {
      throw new UserError('taint-grammar', `The grammar of ${language} was not loaded. Name ${language} in the call of loadTrees.`);
    }
    const text = attempt.before + source + attempt.after;
    const base = earlier?.tree && edit ? editedCopy(earlier, earlier.tree, text, edit) : undefined;
    const tree = parseSafely(loaded.parser, text, base);
    if (tree === undefined) return unread(language, source);
    const placement = { before: attempt.before.length, length: source.length };
    const raw = readRoot(loaded, tree, placement, earlier && edit ? { root: earlier.raw, unchanged: edit.start } : undefined);
    base?.delete();
    const inside = attempt.before === '' ? raw : unwrapped(raw);
    const root = attempt.isClosed ? markCut(inside, source.length) : inside;
    let live: Tree | undefined = tree;
    const free = (): void => {
      live?.delete();
      live = undefined;
    };
    const decidedAt = earlier?.decidedAt ?? source.length;
    return { language, root, raw, tree, source, attempt, errors: countErrors(inside), decidedAt, delete: free };
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
