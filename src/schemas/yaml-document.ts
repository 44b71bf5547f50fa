import { readFile } from 'node:fs/promises';
import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { messageOf, UserError } from '../core/index.ts';
import { explainIssue, type Problem } from './explain-issue.ts';
import { jsonMistake } from './json-mistake.ts';

export type Syntax = 'yaml' | 'json';

/** A text from a file. `firstLine` counts from 1: the line of the file at which the text begins. */
export type SourceText = { readonly file: string; readonly text: string; readonly syntax: Syntax; readonly firstLine?: number };

/** How many mistakes one message lists. */
const shownMistakes = 5;

/**
 * Reads a YAML file (or JSON, by the ending `.json`) and checks it.
 * Throws a UserError `invalid-document` that names `file:line:column path`, what was expected and what was found;
 * `unreadable-file` where there is nothing to read.
 */
export const readYaml = async <T extends z.ZodType>(path: string, schema: T): Promise<z.infer<T>> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new UserError('unreadable-file', `${path} can't be read: ${messageOf(cause)}`, { cause });
  }
  return parseText({ file: path, text, syntax: path.endsWith('.json') ? 'json' : 'yaml' }, schema);
};

/** Checks one line of a JSONL file; `lineNumber` counts from 1. Throws like `readYaml`. */
export const parseJsonLine = <T extends z.ZodType>(file: string, lineNumber: number, text: string, schema: T): z.infer<T> =>
  parseText({ file, text, syntax: 'json', firstLine: lineNumber }, schema);

/** Parses and checks a text. Throws like `readYaml`. */
export const parseText = <T extends z.ZodType>(source: SourceText, schema: T): z.infer<T> => {
  const value = source.syntax === 'json' ? parseJson(source) : parseYaml(source);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = new Places(source);
  const problems = result.error.issues.flatMap((issue) => explainIssue(issue, value, schema));
  throw invalid(problems.map((problem) => describe(places, problem)));
};

const parseJson = (source: SourceText): unknown => {
  try {
    return JSON.parse(source.text);
  } catch (cause) {
    const offset = jsonMistake(source.text) ?? 0;
    const place = new Places(source).at(offset);
    throw invalid([`${place}: expected JSON, found ${excerpt(source.text, offset)}`], cause);
  }
};

const excerpt = (text: string, offset: number): string => {
  const rest = text.slice(offset, offset + 20).split('\n')[0] ?? '';
  return rest.trim() === '' ? 'the end of the text' : JSON.stringify(rest);
};

const parseYaml = (source: SourceText): unknown => {
  const counter = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: counter, prettyErrors: false, version: '1.2' });
  if (document.errors.length > 0) {
    const places = new Places(source);
    throw invalid(document.errors.map((error) => `${places.at(error.pos[0])}: expected YAML; ${error.message}`));
  }
  // Few aliases suffice for people; many are an attack on memory.
  return document.toJS({ maxAliasCount: 50 });
};

const describe = (places: Places, problem: Problem): string => {
  const path = problem.path.length === 0 ? '' : ` ${pathText(problem.path)}`;
  return `${places.of(problem)}${path}: ${problem.message}`;
};

const pathText = (path: readonly PropertyKey[]): string =>
  path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? String(step) : `.${String(step)}`)).join('');

const invalid = (lines: readonly string[], cause?: unknown): UserError => {
  const shown = lines.slice(0, shownMistakes);
  const more = lines.length > shown.length ? [`… and ${lines.length - shown.length} more mistakes`] : [];
  return new UserError('invalid-document', [...shown, ...more].join('\n'), cause === undefined ? {} : { cause });
};

/** Finds lines and columns; made only when there is a mistake to report. */
class Places {
  readonly #counter = new LineCounter();
  readonly #root: Node | null;
  readonly #source: SourceText;

  constructor(source: SourceText) {
    this.#source = source;
    // JSON is read by the YAML parser here for its positions only.
    this.#root = parseDocument(source.text, { lineCounter: this.#counter, prettyErrors: false, logLevel: 'silent' }).contents;
  }

  at(offset: number): string {
    const { line, col } = this.#counter.linePos(offset);
    return `${this.#source.file}:${line + (this.#source.firstLine ?? 1) - 1}:${col}`;
  }

  of(problem: Problem): string {
    return this.at(this.#offset(problem.path, problem.at));
  }

  /** The offset of the deepest part of the path that exists. */
  #offset(path: readonly PropertyKey[], at: Problem['at']): number {
    let node: unknown = this.#root;
    let offset = startOf(node) ?? 0;
    for (const [index, step] of path.entries()) {
      const next = childOf(node, step);
      if (next === undefined) return offset;
      const last = index === path.length - 1;
      offset = (last && at === 'key' ? next.keyOffset : startOf(next.value)) ?? next.keyOffset ?? offset;
      node = next.value;
    }
    return offset;
  }
}

const startOf = (node: unknown): number | undefined =>
  typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range) && typeof node.range[0] === 'number'
    ? node.range[0]
    : undefined;

const childOf = (node: unknown, step: PropertyKey): { readonly keyOffset?: number | undefined; readonly value: unknown } | undefined => {
  if (isSeq(node) && typeof step === 'number') return node.items[step] === undefined ? undefined : { value: node.items[step] };
  if (!isMap(node)) return undefined;
  for (const pair of node.items) {
    if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === String(step)) {
      return { keyOffset: startOf(pair.key), value: pair.value };
    }
  }
  return undefined;
};
