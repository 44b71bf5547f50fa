/** Calls of functions of the text: followed with the arguments at hand, once for the same arguments. */
import type { FunctionNode } from '../syntax/ir.ts';
import { deepAtoms } from './atoms.ts';
import { absorb, type CallMemory, type CallOf, type Context, type Outcome } from './context.ts';
import { frameOf, maximalDepth, runIn } from './functions.ts';
import { stillHolds } from './machine-memory.ts';
import { bindArguments } from './parameters.ts';
import type { SiteArgument } from './site.ts';
import { withFacts } from './state.ts';
import { surfaceOfFunction } from './surface.ts';
import { unknown, type Value } from './value.ts';
import { write } from './variables.ts';

const remembered = 6;

/** After so many steps of an entry point its calls are not followed any more. */
const stepsWithCalls = 4_000;

/** Nothing is known of it, and nothing came in by it. */
const isBlank = (value: Value): boolean =>
  value.atoms.length === 0 &&
  value.constants === undefined &&
  value.text === undefined &&
  value.form === undefined &&
  value.node === undefined &&
  value.callable === undefined &&
  value.fields === undefined &&
  value.element === undefined &&
  value.truth === undefined;

const isSame = (a: Value | undefined, b: Value | undefined): boolean => {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  if (isBlank(a)) return isBlank(b);
  // Literals are values of their own wherever they stand.
  return (
    a.constants?.length === 1 &&
    b.constants?.length === 1 &&
    a.constants[0] === b.constants[0] &&
    a.form === b.form &&
    a.partial === b.partial &&
    a.atoms.length === 0 &&
    b.atoms.length === 0 &&
    a.truth === b.truth
  );
};

const sameArguments = (a: readonly SiteArgument[], b: readonly SiteArgument[]): boolean =>
  a.length === b.length &&
  a.every((each, at) => {
    const other = b[at];
    return other !== undefined && each.name === other.name && each.spread === other.spread && isSame(each.value, other.value);
  });

const known = (cx: Context, { scope, args, self }: CallOf, route: boolean): CallMemory | undefined => {
  for (const each of cx.memory.calls.get(scope.function) ?? [])
    if (
      each.facts === cx.frame.state?.facts &&
      each.route === route &&
      each.outer === scope.outer &&
      isSame(each.self, self) &&
      sameArguments(each.args, args) &&
      cx.depth + each.deep <= maximalDepth &&
      !cx.running.some((node) => each.ran.has(node)) &&
      stillHolds(cx.frame, each.recording.dependencies)
    )
      return each;
  return undefined;
};

const remember = (cx: Context, node: FunctionNode, memory: CallMemory): void => {
  const list = cx.memory.calls.get(node);
  if (list === undefined) cx.memory.calls.set(node, [memory]);
  else {
    if (list.length >= remembered) list.shift();
    list.push(memory);
  }
};

const leave = (cx: Context, after: CallMemory['after']): void => {
  if (cx.frame.state !== undefined) cx.frame.state = after === undefined ? undefined : withFacts(cx.frame.state, after.facts);
};

const untouched: Outcome = { value: unknown, self: undefined };

/** A function that a glance tells all about. */
const isShort = ({ body }: FunctionNode): boolean => {
  const last = body.at(-1);
  return body.length <= 2 || last?.kind === 'throw' || last === undefined;
};

/** Where nothing came in and nothing can be found, following the call would tell nothing. */
const isWorthwhile = (cx: Context, { scope, args, self }: CallOf): boolean => {
  if (isShort(scope.function) || args.some(({ value }) => value.callable !== undefined || deepAtoms(value).length > 0)) return true;
  if (self !== undefined && deepAtoms(self).length > 0) return true;
  const surface = surfaceOfFunction(cx.compiled, scope.function);
  if (surface.isInteresting || surface.hasSources) return true;
  for (const word of surface.words) if (cx.relevant.has(word)) return true;
  return false;
};

/** Undefined where the call is not followed: it is too deep in calls, or runs already. */
export const invoke = (cx: Context, call: CallOf): Outcome | undefined => {
  const { scope, args, self } = call;
  const node = scope.function;
  if (cx.frame.state === undefined) return undefined;
  if (cx.depth >= maximalDepth || cx.running.includes(node) || cx.steps > stepsWithCalls) {
    cx.recording.cut = true;
    return undefined;
  }
  if (!isWorthwhile(cx, call)) return untouched;
  const route = cx.frame.route && scope.outer === cx.frame;
  const memory = known(cx, call, route);
  if (memory !== undefined) {
    absorb(cx, memory.recording, scope.outer.level, false);
    cx.steps += memory.recording.steps;
    cx.deepest = Math.max(cx.deepest, cx.depth + memory.deep);
    for (const each of memory.ran) cx.ran.add(each);
    leave(cx, memory.after);
    return memory.outcome;
  }
  const before = { steps: cx.steps, deepest: cx.deepest, ran: cx.ran, facts: cx.frame.state.facts };
  cx.deepest = cx.depth;
  cx.ran = new Set();
  const frame = frameOf(cx, scope, before.facts, route);
  const {
    recording,
    returned,
    self: changed,
  } = runIn(cx, frame, node, () => {
    if (self !== undefined) write(cx, 'this', self);
    bindArguments(cx, node, args, self);
  });
  recording.steps = cx.steps - before.steps;
  const outcome: Outcome = { value: returned.value, self: changed };
  const after = returned.comesBack ? { facts: returned.facts } : undefined;
  const made: CallMemory = {
    args,
    self,
    facts: before.facts,
    route,
    outer: scope.outer,
    deep: cx.deepest - cx.depth,
    ran: cx.ran,
    recording,
    outcome,
    after,
  };
  // Closures write to the frames around them: those calls are followed each time.
  if (!recording.cut && !recording.forgettable && scope.outer.level === 0) remember(cx, node, made);
  cx.deepest = Math.max(before.deepest, cx.deepest);
  for (const each of cx.ran) before.ran.add(each);
  cx.ran = before.ran;
  leave(cx, after);
  return outcome;
};
