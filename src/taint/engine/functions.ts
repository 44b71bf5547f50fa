/** Functions and classes of the text: called by it, or from outside. */
import type { FunctionNode, Parameter } from '../syntax/ir.ts';
import { absorb, type Context, Recording } from './context.ts';
import { outsideValue } from './parameters.ts';
import { type Returned, returnedBy, waysOut } from './returns.ts';
import { type Facts, type Frame, type FunctionScope, type State, Table, unknown, type Value } from './value.ts';
import { write } from './variables.ts';

export const maximalDepth = 4;

const tableOf = (cx: Context, node: FunctionNode): Table => {
  const key: object = node.body[0] ?? node;
  const known = cx.memory.tables.get(key);
  if (known !== undefined) return known;
  const made = new Table();
  cx.memory.tables.set(key, made);
  return made;
};

export const frameOf = (cx: Context, scope: FunctionScope, facts: Facts | undefined, route: boolean): Frame => ({
  table: tableOf(cx, scope.function),
  state: { slots: [], facts },
  outer: scope.outer,
  level: scope.outer.level + 1,
  function: scope.function,
  owner: scope.owner,
  route,
});

const selfName = (node: FunctionNode): string => {
  const receiver = node.parameters.find(({ role }) => role === 'receiver');
  return receiver?.target.kind === 'name' ? receiver.target.name : 'this';
};

/** What it came to, with all that it recorded. */
export type Run = { readonly recording: Recording; readonly returned: Returned; readonly self: Value | undefined };

/** Runs `bind` and the body in a frame of its own, and adds what was found to the caller's recording. */
export const runIn = (cx: Context, frame: Frame, node: FunctionNode, bind: () => void): Run => {
  const before = { frame: cx.frame, recording: cx.recording };
  const inner = new Recording();
  cx.frame = frame;
  cx.recording = inner;
  cx.depth += 1;
  if (cx.depth > cx.deepest) cx.deepest = cx.depth;
  cx.ran.add(node);
  cx.running.push(node);
  let run: Run;
  try {
    bind();
    cx.machine.run(cx, node.body);
    const ways = waysOut(inner.jumps, frame.state);
    const last = ways.at(-1)?.state;
    const slot = frame.table.slotOf(selfName(node));
    run = { recording: inner, returned: returnedBy(ways), self: slot === undefined ? undefined : last?.slots[slot] };
  } finally {
    cx.running.pop();
    cx.depth -= 1;
    cx.frame = before.frame;
    cx.recording = before.recording;
  }
  absorb(cx, inner, frame.level - 1, false);
  return run;
};

export const bindOutside = (
  cx: Context,
  scope: FunctionScope,
  given: readonly (Value | undefined)[],
  self: Value | undefined,
  route: boolean,
): void => {
  if (self !== undefined) write(cx, 'this', self);
  const plain = scope.function.parameters.filter(({ role }) => role !== 'receiver');
  for (const parameter of scope.function.parameters) {
    if (parameter.role === 'receiver')
      cx.machine.assign(cx, parameter.target, self ?? outsideValue(cx, scope, parameter, false), parameter.span);
    else {
      const known = given[plain.indexOf(parameter)];
      const value = known ?? outsideValue(cx, scope, parameter, route);
      bindOne(cx, parameter, value);
    }
  }
};

const bindOne = (cx: Context, parameter: Parameter, value: Value): void => {
  if (parameter.target.kind === 'name') write(cx, parameter.target.name, value);
  else cx.machine.assign(cx, parameter.target, value, parameter.span);
};

const keyOf = ({ function: node }: FunctionScope, route: boolean): string =>
  JSON.stringify([
    node.name,
    route,
    node.parameters.map((each) => ({ ...each, span: each.span.start, fallback: each.fallback?.span.start })),
  ]);

/** The state in which a function begins that is called from outside; the same object as last time where nothing about it changed. */
const initialState = (
  cx: Context,
  frame: Frame,
  scope: FunctionScope,
  given: readonly (Value | undefined)[],
  self: Value | undefined,
): State => {
  const first = scope.function.body[0];
  const key = first === undefined || !cx.remembers ? '' : keyOf(scope, frame.route);
  const outer = [frame.state?.facts, self, ...given];
  const known = first === undefined || !cx.remembers ? undefined : cx.memory.initial.get(first);
  if (
    known !== undefined &&
    known.key === key &&
    known.outer.length === outer.length &&
    known.outer.every((each, at) => each === outer[at])
  )
    return known.state;
  const before = cx.frame;
  cx.frame = frame;
  try {
    bindOutside(cx, scope, given, self, frame.route);
  } finally {
    cx.frame = before;
  }
  const state = frame.state ?? { slots: [], facts: undefined };
  if (first !== undefined && cx.remembers) cx.memory.initial.set(first, { key, outer, state });
  return state;
};

export const enter = (cx: Context, scope: FunctionScope, given: readonly (Value | undefined)[], route: boolean): Value => {
  const node = scope.function;
  if (cx.depth >= maximalDepth || cx.running.includes(node)) {
    cx.recording.cut = true;
    return unknown;
  }
  const frame = frameOf(cx, scope, cx.frame.state?.facts, route || cx.frame.route);
  const self = scope.self ?? (scope.owner === undefined || node.isStatic === true ? undefined : cx.machine.instance(cx, scope.owner));
  frame.state = initialState(cx, frame, scope, given, self);
  const { returned } = runIn(cx, frame, node, () => undefined);
  return returned.value;
};
