/** Functions that do one thing and lack another, by the words in them. */
import type { Absence, Word } from '../rules/rule.ts';
import type { Block, FunctionNode } from '../syntax/ir.ts';
import type { SinkOf } from './compiled.ts';
import { patternOf } from './conditions.ts';
import type { Context } from './context.ts';
import { surfaceOfFunction } from './surface.ts';
import { isRoute, shownDecorator, type Words, wordsOfBlock } from './words.ts';

const patterns = new Map<string, RegExp>();
const pattern = (source: string): RegExp => {
  const known = patterns.get(source) ?? patternOf(source);
  patterns.set(source, known);
  return known;
};

const some = (words: ReadonlySet<string>, source: string): boolean => {
  const expression = pattern(source);
  for (const word of words) if (expression.test(word)) return true;
  return false;
};

const lastOf = (name: string): string =>
  name
    .split(/[.#]/)
    .map((word) => word.replaceAll('()', ''))
    .filter((word) => word !== '')
    .at(-1) ?? name;

const callMatches = (words: Words, name: string): boolean => {
  const found = /^\/(.+)\/([a-z]*)$/s.exec(name);
  if (found !== null) return some(words.calls, found[1] ?? '');
  const last = lastOf(name);
  if (name.startsWith('*.')) return words.calls.has(last);
  return (
    words.callPaths.has(name) ||
    (words.calls.has(last) && [...words.callPaths].some((path) => path === name || name.endsWith(`.${path}`) || path.endsWith(`.${last}`)))
  );
};

const holds = (word: Word, node: FunctionNode, words: Words): boolean => {
  if ('call' in word) return word.call.some((name) => callMatches(words, name));
  if ('decorator' in word)
    return node.decorators.some((each) => pattern(word.decorator).test(shownDecorator(each))) || some(words.decorators, word.decorator);
  if ('name' in word) return some(words.names, word.name);
  if ('member' in word) return some(words.members, word.member);
  if ('string' in word) return some(words.strings, word.string);
  if ('compares' in word) return some(words.compared, word.compares);
  if ('parameter' in word) return node.parameters.some(({ target }) => target.kind === 'name' && pattern(word.parameter).test(target.name));
  return isRoute(node);
};

const isAbsent = (absence: Absence, node: FunctionNode, words: Words, all: () => Words): boolean =>
  absence.does.every((word) => holds(word, node, words)) &&
  !absence.lacks.some((word) => holds(word, node, absence.anywhere === true ? all() : words));

/** Whether the words of a function allow for it; `true` where they do not tell. */
const mayHold = (word: Word, node: FunctionNode, cx: Context): boolean => {
  if ('call' in word) {
    const { words } = surfaceOfFunction(cx.compiled, node);
    return word.call.some((name) => name.startsWith('/') || words.has(lastOf(name)));
  }
  if ('route' in word) return isRoute(node);
  if ('parameter' in word) return node.parameters.some(({ target }) => target.kind === 'name' && pattern(word.parameter).test(target.name));
  return true;
};

/** The rules of absence that a function breaks; the finding stands at its head. */
export const checkAbsence = (cx: Context, node: FunctionNode, program: Block): void => {
  for (const sink of cx.compiled.sinks.absence) {
    if (!('absence' in sink.sink)) continue;
    const { absence } = sink.sink;
    if (!absence.does.every((word) => mayHold(word, node, cx))) continue;
    if (isAbsent(absence, node, wordsOfBlock(node.body), () => wordsOfBlock(program))) add(cx, sink, node);
  }
};

const add = (cx: Context, sink: SinkOf, node: FunctionNode): void => {
  const { span } = node;
  cx.recording.findings ??= [];
  cx.recording.findings.push({ sink, span: { ...span, endLine: span.line, endColumn: span.column }, traces: [] });
};
