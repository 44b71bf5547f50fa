/** A call: what it is of, what rules say of it, what it yields. */
import type { Expression } from '../syntax/ir.ts';
import { lastWord, methodEntries, property } from './access.ts';
import { stepped } from './atoms.ts';
import { guardsOfCall } from './call-guards.ts';
import { callbacksOf } from './callbacks.ts';
import { checkNamed } from './collections.ts';
import type { Entry } from './compiled.ts';
import type { Context } from './context.ts';
import { applyEffects, plainResult } from './library.ts';
import { find } from './path-node.ts';
import { checkCall, checkValue } from './report.ts';
import type { Site, SiteArgument } from './site.ts';
import { copyOf, unknown, type Value } from './value.ts';
import { factsOfWord, functionValue, valueOfNode } from './variables.ts';
import { writeBack } from './write-back.ts';

type Call = Extract<Expression, { kind: 'call' }>;

type Callee = {
  readonly value: Value;
  readonly receiver: Value | undefined;
  readonly receiverExpression: Expression | undefined;
  readonly word: string | undefined;
};

const calleeOf = (cx: Context, { callee }: Call): Callee => {
  if (callee.kind !== 'member') {
    const value = callee.kind === 'function' ? functionValue(cx, callee.function) : cx.machine.evaluate(cx, callee);
    return { value, receiver: undefined, receiverExpression: undefined, word: callee.kind === 'name' ? callee.name : undefined };
  }
  const receiver = cx.machine.evaluate(cx, callee.object);
  const { dereferenced } = cx.compiled.sinks;
  if (dereferenced.length > 0 && receiver.atoms.length > 0) checkValue(cx, dereferenced, receiver, callee.object, callee.span);
  return { value: property(cx, receiver, callee.property, callee), receiver, receiverExpression: callee.object, word: callee.property };
};

const entriesOf = (cx: Context, callee: Callee): readonly Entry[] => {
  const { names } = cx.compiled;
  const { node, callable } = callee.value;
  const own = node === undefined ? undefined : names.called.get(node);
  const isLocal = callable !== undefined;
  const methods =
    callee.receiver === undefined || isLocal || callee.word === undefined
      ? []
      : methodEntries(names.calls, callee.word, callee.receiverExpression);
  const patterns = own !== undefined || isLocal || callee.word === undefined ? [] : factsOfWord(cx.compiled, callee.word).patterns;
  if (own === undefined && methods.length === 0 && patterns.length === 0) return noEntries;
  return [...(own === undefined ? [] : [own]), ...methods, ...patterns];
};

const noEntries: readonly Entry[] = [];

const argumentsOf = (cx: Context, expression: Call): readonly SiteArgument[] =>
  expression.args.map(({ value, name, spread }) => {
    const evaluated = value.kind === 'function' ? functionValue(cx, value.function) : cx.machine.evaluate(cx, value);
    if (name !== undefined) checkNamed(cx, name, evaluated, value);
    return { value: evaluated, expression: value, name, spread };
  });

/** `require('x')`, and what else brings a module by a call. */
const required = (cx: Context, callee: Callee, args: readonly SiteArgument[]): Value | undefined => {
  if (callee.word !== 'require' && callee.word !== 'import' && callee.word !== '__import__' && callee.word !== 'import_module')
    return undefined;
  const module = args[0]?.value.constants?.[0];
  if (typeof module !== 'string') return undefined;
  const node = find(cx.compiled.names.root, module.replace(/^node:/, ''));
  return node === undefined ? unknown : valueOfNode(node);
};

const invoked = (cx: Context, expression: Call, callee: Callee, args: readonly SiteArgument[]): Value | undefined => {
  const { callable } = callee.value;
  if (callable === undefined) return undefined;
  const { span } = expression;
  if (callable.kind === 'class') return cx.machine.construct(cx, callable, args, span);
  const outcome = cx.machine.invoke(cx, { scope: callable, args, self: callable.self, span });
  if (outcome === undefined) return undefined;
  if (outcome.self !== undefined && outcome.self !== callable.self && callee.receiverExpression !== undefined)
    writeBack(cx, callee.receiverExpression, outcome.self);
  return outcome.value;
};

const exits = new Set(['exit', '_exit', 'abort', 'Exit', 'quick_exit', 'longjmp', 'panic', 'Fatal', 'Fatalf', 'Fatalln']);
const exitReceivers = new Set(['sys', 'os', 'process', 'System', 'log', 'std', 'Runtime', 'flask']);

/** Whether the call never comes back: `sys.exit()`, `os.Exit(1)`, `abort(404)`, `log.Fatal(…)`. */
const neverReturns = (callee: Callee): boolean => {
  if (callee.word === undefined || !exits.has(callee.word) || callee.value.callable !== undefined) return false;
  if (callee.receiverExpression === undefined) return true;
  return exitReceivers.has(lastWord(callee.receiverExpression) ?? '');
};

export const call = (cx: Context, expression: Call): Value => {
  const callee = calleeOf(cx, expression);
  const args = argumentsOf(cx, expression);
  const module = required(cx, callee, args);
  if (module !== undefined) return module;
  const site: Site = {
    span: expression.span,
    args,
    receiver: callee.receiver,
    receiverExpression: callee.receiverExpression,
    result: undefined,
    resultExpression: undefined,
    facts: cx.frame.state?.facts,
    bit: 0,
  };
  const entries = entriesOf(cx, callee);
  for (const entry of entries) if (entry.sinks.length > 0) checkCall(cx, entry.sinks, site);
  const own = invoked(cx, expression, callee, args);
  if (own !== undefined) return own.atoms.length === 0 ? own : withStep(own, expression, callee.word ?? '');
  const callbacks = callbacksOf(cx, site, callee.word);
  const result = plainResult(cx, { expression, callee: callee.value, word: callee.word, site, entries, callbacks });
  const effected = entries.length === 0 ? result : applyEffects(cx, entries, site, result, expression);
  const checked = guardsOfCall(cx, entries, site, callee.word, effected);
  if (neverReturns(callee)) cx.frame.state = undefined;
  return checked;
};

const withStep = (value: Value, expression: Call, word: string): Value => {
  const copy = copyOf(value);
  copy.atoms = stepped(value.atoms, expression.span, 'is returned by', word);
  return copy;
};
