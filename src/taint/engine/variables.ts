/** Reading and writing variables. */
import type { FunctionNode, Span } from '../syntax/ir.ts';
import { deepAtoms, joinAtoms } from './atoms.ts';
import type { Compiled, WordFacts } from './compiled.ts';
import { type Context, depend } from './context.ts';
import { frozen } from './facts.ts';
import { joinValues } from './join.ts';
import type { PathNode } from './path-node.ts';
import { withSlot } from './state.ts';
import { type Frame, Origin, unknown, Value, withAtoms } from './value.ts';

const own = (frame: Frame, name: string): Value | undefined => {
  const slot = frame.table.slotOf(name);
  return slot === undefined ? undefined : frame.state?.slots[slot];
};

/** The variable as functions further out know it. */
export const outerValue = (frame: Frame | undefined, name: string): Value | undefined => {
  for (let at = frame; at !== undefined; at = at.outer) {
    const value = own(at, name);
    if (value !== undefined) return value;
  }
  return undefined;
};

/** What a name is bound to in the text; undefined where it is not. */
export const lookUp = (cx: Context, name: string): Value | undefined => {
  const value = own(cx.frame, name);
  if (value !== undefined || cx.frame.outer === undefined) return value;
  const outer = outerValue(cx.frame.outer, name);
  depend(cx, { level: cx.frame.level - 1, name, value: outer });
  return outer;
};

export const write = (cx: Context, name: string, value: Value): void => {
  const { frame } = cx;
  if (frame.state === undefined) return;
  frame.state = withSlot(frame.state, frame.table.grown(name), value);
};

/** Writes where the name is bound: here, or further out, where it may then be either. */
export const writeBound = (cx: Context, name: string, value: Value): void => {
  if (own(cx.frame, name) === undefined && cx.language !== 'python') {
    for (let at = cx.frame.outer; at !== undefined; at = at.outer) {
      const known = own(at, name);
      if (known === undefined || at.state === undefined) continue;
      if (at.level === 0) {
        note(cx, name, value);
        break;
      }
      at.state = withSlot(at.state, at.table.grown(name), joinValues(known, value));
      cx.recording.forgettable = true;
      return;
    }
  }
  write(cx, name, value);
};

const note = (cx: Context, name: string, value: Value): void => {
  if (deepAtoms(value).length === 0) return;
  cx.recording.stored ??= [];
  cx.recording.stored.push({ name, value: frozen(value, cx.frame.state?.facts) });
};

/** Changes what a variable holds, wherever it is bound. What functions put into variables of the whole text, others read: it is noted. */
export const mutate = (cx: Context, name: string, value: Value): void => {
  if (own(cx.frame, name) === undefined && cx.frame.level > 0) {
    let at = cx.frame.outer;
    while (at !== undefined && own(at, name) === undefined) at = at.outer;
    if (at?.level === 0) note(cx, name, value);
    else if (at !== undefined) {
      writeBound(cx, name, value);
      return;
    }
  }
  write(cx, name, value);
};

const nodeValues = new WeakMap<PathNode, Value>();

/** The one value that stands for a thing of a library. */
export const valueOfNode = (node: PathNode): Value => {
  const known = nodeValues.get(node);
  if (known !== undefined) return known;
  const value = new Value();
  value.node = node;
  nodeValues.set(node, value);
  return value;
};

const nodeOrigins = new WeakMap<object, Origin>();

/** The origin that belongs to a node of the syntax or of a library, always the same. */
export const originOf = (key: object): Origin => {
  const known = nodeOrigins.get(key);
  if (known !== undefined) return known;
  const made = new Origin();
  nodeOrigins.set(key, made);
  return made;
};

const noFacts: WordFacts = { mask: 0, note: '', sinks: [], patterns: [], isInteresting: false, isSource: false };
const maximalWords = 20_000;

const isHinted = ({ interest }: Compiled, word: string): boolean =>
  interest.words.has(word) || interest.hints.some((hint) => hint.test(word));

/** What rules say of a bare word. */
export const factsOfWord = (compiled: Compiled, word: string): WordFacts => {
  const known = compiled.memory.words.get(word);
  if (known !== undefined) return known;
  const named = compiled.named.filter(({ pattern }) => pattern.test(word));
  const sinks = compiled.sinks.named.filter(({ pattern }) => pattern.test(word));
  const isSource = compiled.interest.sources.has(word);
  const patterns = compiled.names.patterns.filter(({ pattern }) => pattern.test(word)).map(({ entry }) => entry);
  const facts: WordFacts =
    named.length === 0 && sinks.length === 0 && patterns.length === 0 && !isHinted(compiled, word) && !isSource
      ? noFacts
      : {
          mask: named.reduce((mask, each) => mask | each.mask, 0),
          note: named[0]?.note ?? '',
          sinks,
          patterns,
          isInteresting: sinks.length > 0 || patterns.length > 0 || isHinted(compiled, word),
          isSource,
        };
  // Words come from strangers' texts: the memory of them is bounded.
  if (compiled.memory.words.size >= maximalWords) compiled.memory.words.clear();
  compiled.memory.words.set(word, facts);
  return facts;
};

const wordOrigins = new WeakMap<WordFacts, Origin>();

/** The value as a variable or property of that name holds it: passwords are secret whoever wrote them there. */
export const namedValue = (cx: Context, word: string, value: Value, span: Span): Value => {
  const facts = factsOfWord(cx.compiled, word);
  if (facts.mask === 0) return value;
  const known = wordOrigins.get(facts) ?? new Origin();
  wordOrigins.set(facts, known);
  const mask = value.constants !== undefined && !value.partial ? 0 : facts.mask;
  if (mask === 0) return value;
  return withAtoms(
    value,
    joinAtoms(value.atoms, [{ origin: known, mask, trace: { span, note: facts.note, what: word, previous: undefined } }]),
  );
};

/** What a name stands for that the text does not bind. */
export const globalValue = (cx: Context, name: string): Value => {
  const { assumed, root } = cx.compiled.names;
  const node = assumed.get(name) ?? root.child(name);
  return node === undefined ? unknown : valueOfNode(node);
};

/** Under which a class's method stands among the variables of the frame that the class is in. */
export const methodKey = (className: string, method: string): string => `\0${className}.${method}`;

/** The value that stands for a function as it is written: another one where it was changed. */
export const writtenFunction = (cx: Context, node: FunctionNode): Value => {
  const known = cx.memory.functions.get(node);
  if (known !== undefined) return known;
  const value = new Value();
  value.form = 'function';
  cx.memory.functions.set(node, value);
  return value;
};

/** A function where it stands as a value. */
export const functionValue = (cx: Context, node: FunctionNode): Value => {
  const value = new Value();
  value.form = 'function';
  value.callable = { kind: 'function', function: node, outer: cx.frame, owner: cx.frame.owner, self: undefined };
  return value;
};
