import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Language } from '../../core/index.ts';
import { asciiMatcher } from './ascii-regex.ts';
import type { Matcher } from './syntax-rule.ts';

/** A node that matched; lines and columns 1-based, columns in UTF-16 units. */
export type SyntaxMatch = {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
};

/** Needs `free`: the tree lies in the parser's own memory. */
export type SyntaxFile = {
  /** Whether some part of the text is not of the language, as far as the grammar goes. */
  readonly broken: boolean;
  find(rule: Matcher, where?: Readonly<Record<string, Matcher>>): readonly SyntaxMatch[];
  free(): void;
};

export type SyntaxEngine = { readonly version: string; parse(language: Language, code: string): SyntaxFile };

type Place = { readonly line: number; readonly column: number };
type Node = {
  findAll(config: unknown): readonly Node[];
  range(): { readonly start: Place; readonly end: Place };
  text(): string;
  free(): void;
};
type Root = { root(): Node; getInnerTree(): unknown; free(): void };
type Bindings = {
  initializeTreeSitter(): Promise<void>;
  registerDynamicLanguage(map: Readonly<Record<string, { readonly libraryPath: string; readonly expandoChar: string }>>): Promise<void>;
  parse(language: string, code: string): Root;
};

const isBindings = (value: unknown): value is Bindings & { __wbg_set_wasm(exports: object): void } =>
  typeof value === 'object' &&
  value !== null &&
  ['initializeTreeSitter', 'registerDynamicLanguage', 'parse', '__wbg_set_wasm'].every(
    (name) => typeof Reflect.get(value, name) === 'function',
  );

/** What stands for `$` in a pattern, in languages whose names can't hold it. */
const expandoOf: Partial<Record<Language, string>> = { javascript: '$', typescript: '$', java: '$' };

const require = createRequire(import.meta.url);
const engineFolder = (): string => dirname(require.resolve('@ast-grep/wasm/package.json'));
const grammarFolder = (): string => join(dirname(require.resolve('@repomix/tree-sitter-wasms/package.json')), 'out');

const versionOf = (name: string): string => {
  const manifest: unknown = require(`${name}/package.json`);
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown version';
};

/** The package is made for bundlers, which load its WebAssembly by an import; Node 20 does not, so it is done by hand. */
const loadBindings = async (): Promise<Bindings> => {
  const bindings: unknown = await import(pathToFileURL(join(engineFolder(), 'wasm_bg.js')).href);
  if (!isBindings(bindings)) throw new Error('@ast-grep/wasm has another shape than this adaptor knows');
  const bytes = await readFile(join(engineFolder(), 'wasm_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './wasm_bg.js': bindings });
  bindings.__wbg_set_wasm(instance.exports);
  const start: unknown = Reflect.get(instance.exports, '__wbindgen_start');
  if (typeof start === 'function') start();
  return bindings;
};

const hasError = (tree: unknown): boolean => {
  const root: unknown = typeof tree === 'object' && tree !== null ? Reflect.get(tree, 'rootNode') : undefined;
  const told: unknown = typeof root === 'object' && root !== null ? Reflect.get(root, 'hasError') : undefined;
  if (typeof told !== 'boolean') throw new Error('ast-grep does not tell whether a file parses');
  return told;
};

const matchOf = (node: Node): SyntaxMatch => {
  const { start, end } = node.range();
  return { line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1, text: node.text() };
};

const parseWith = (bindings: Bindings, language: Language, code: string): SyntaxFile => {
  const tree = bindings.parse(language, code);
  return {
    broken: hasError(tree.getInnerTree()),
    find: (rule, where) =>
      tree
        .root()
        .findAll({ rule: preparedOf(rule), ...(where === undefined ? {} : { constraints: asciiMatcher(where) }) })
        .map(matchOf),
    free: () => tree.free(),
  };
};

const load = async (languages: readonly Language[]): Promise<SyntaxEngine> => {
  const bindings = await loadBindings();
  await bindings.initializeTreeSitter();
  for (const language of languages) {
    const libraryPath = join(grammarFolder(), `tree-sitter-${language}.wasm`);
    await bindings.registerDynamicLanguage({ [language]: { libraryPath, expandoChar: expandoOf[language] ?? 'µ' } });
  }
  return {
    version: `${versionOf('@ast-grep/wasm')} (grammars ${versionOf('@repomix/tree-sitter-wasms')})`,
    parse: (language, code) => parseWith(bindings, language, code),
  };
};

const every: readonly Language[] = ['python', 'javascript', 'typescript', 'java', 'go', 'c', 'cpp'];

/** Of each rule its form for ast-grep, made once. */
const prepared = new WeakMap<object, Matcher>();
const preparedOf = (rule: Matcher): Matcher => {
  const known = prepared.get(rule) ?? asciiMatcher(rule);
  prepared.set(rule, known);
  return known;
};

/** The package's bindings hold one instance for the whole process; a second would make the first one's objects point into nothing. */
let loading: Promise<SyntaxEngine> | undefined;

/** The engine, made when it is first asked for: together with the grammars it takes a tenth of a second. */
export const syntaxEngine = (): Promise<SyntaxEngine> => {
  loading ??= load(every);
  return loading;
};
