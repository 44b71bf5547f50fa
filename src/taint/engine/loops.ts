/** Loops: at most two turns, and what was shown of every element is shown of the whole. */
import type { Statement } from '../syntax/ir.ts';
import { anyElement } from './access.ts';
import { deepAtoms, joinAtoms } from './atoms.ts';
import { listOf } from './collections.ts';
import { ofContainers } from './comprehension.ts';
import { absorb, type Context, type Jump, Recording } from './context.ts';
import { clearsBeyond, joinFacts } from './facts.ts';
import { truthinessOf } from './guards.ts';
import { checkValue } from './report.ts';
import { assuming, joinStates } from './state.ts';
import { type Clear, constantValue, type Facts, type State, unknown, type Value } from './value.ts';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

type Turn = { readonly end: State | undefined; readonly broken: State | undefined };

const isOwn = (jump: Jump): boolean => (jump.kind === 'break' || jump.kind === 'continue') && jump.label === undefined;

/** One turn: where it ends, where it is broken off; other jumps go on outwards. */
const turn = (cx: Context, work: () => void): Turn => {
  const before = cx.recording;
  const inner = new Recording();
  cx.recording = inner;
  try {
    work();
  } finally {
    cx.recording = before;
  }
  let end = cx.frame.state;
  let broken: State | undefined;
  for (const jump of inner.jumps ?? []) {
    if (!isOwn(jump)) continue;
    if (jump.kind === 'continue') end = joinStates(end, jump.state);
    else broken = joinStates(broken, jump.state);
  }
  inner.jumps = inner.jumps?.filter((jump) => !isOwn(jump));
  absorb(cx, inner, cx.frame.level, true);
  return { end, broken };
};

/** Whether a second turn meets something that the first did not: harm in a variable that had none, or a check that no longer holds. */
const bringsMore = (head: State | undefined, again: State): boolean => {
  if (head === undefined || head.facts !== again.facts) return true;
  for (let at = 0; at < head.slots.length; at += 1) {
    const before = head.slots[at];
    const after = again.slots[at];
    if (before === after || before === undefined || after === undefined) continue;
    if (before.callable !== after.callable) return true;
    const known = deepAtoms(before);
    if (joinAtoms(known, deepAtoms(after)) !== known) return true;
  }
  return false;
};

/** The state at the head after up to two turns, and where the loop was broken off. */
const turned = (cx: Context, head: State | undefined, work: () => void): { readonly head: State | undefined; readonly last: Turn } => {
  cx.frame.state = head;
  const first = turn(cx, work);
  const again = joinStates(head, first.end);
  if (again === undefined || again === head) return { head, last: first };
  if (!bringsMore(head, again)) return { head: again, last: first };
  cx.frame.state = again;
  const second = turn(cx, work);
  return { head: joinStates(again, second.end), last: { end: second.end, broken: joinStates(first.broken, second.broken) } };
};

export const loop = (cx: Context, statement: Of<'loop'>): void => {
  const { frame } = cx;
  cx.machine.run(cx, statement.before);
  const { test } = statement;
  let after: State | undefined;
  const tested = (): void => {
    if (test === undefined) return;
    const value = cx.machine.evaluate(cx, test);
    if (cx.compiled.sinks.looped.length > 0) checkValue(cx, cx.compiled.sinks.looped, value, test, test.span);
    const truth = truthinessOf(cx, value);
    after = joinStates(after, assuming(frame.state, truth.whenFalse));
    frame.state = assuming(frame.state, truth.whenTrue);
  };
  const { head, last } = turned(cx, frame.state, () => {
    if (statement.testsAfter !== true) tested();
    cx.machine.run(cx, statement.body);
    for (const update of statement.update) if (frame.state !== undefined) cx.machine.evaluate(cx, update);
    if (statement.testsAfter === true) tested();
  });
  if (test === undefined) frame.state = undefined;
  else if (statement.testsAfter === true) frame.state = after;
  else {
    // What the test shows where it fails holds after the loop, however many turns there were.
    frame.state = head;
    const exit = truthinessOf(cx, cx.machine.evaluate(cx, test));
    frame.state = assuming(frame.state, exit.whenFalse);
  }
  if (statement.otherwise !== undefined) cx.machine.run(cx, statement.otherwise);
  frame.state = joinStates(frame.state, last.broken);
};

const yielded = (iterable: Value, yields: Of<'for-each'>['yields']): Value => {
  const element = anyElement(iterable);
  if (yields === 'items') return element;
  if (yields === 'keys') return iterable.form === 'list' ? unknown : keyOf(iterable);
  const pair = listOf([]);
  pair.fields = new Map([
    ['0', iterable.form === 'list' ? constantIndex : keyOf(iterable)],
    ['1', element],
  ]);
  pair.element = undefined;
  pair.form = 'tuple';
  return pair;
};

const constantIndex = constantValue(0, 'number');
constantIndex.constants = undefined;

/** A key of a map that came in came in too. */
const keyOf = (iterable: Value): Value => {
  if (iterable.atoms.length === 0) return unknown;
  const element = anyElement(iterable);
  return element.fields === undefined ? element : unknown;
};

const elementFacts = (facts: Facts | undefined, base: Facts | undefined) =>
  ofContainers(clearsBeyond(facts, base)).filter(({ origin }) => !origin.isElement);

/** A list that is written out has at least one turn, and each of its values has its own. */
const listedFacts = (iterable: Value, element: Value, facts: Facts | undefined, base: Facts | undefined): readonly Clear[] => {
  if (!iterable.closed || iterable.fields === undefined || iterable.fields.size === 0) return [];
  return clearsBeyond(facts, base).filter(({ origin }) => element.atoms.some((atom) => atom.origin === origin));
};

export const forEach = (cx: Context, statement: Of<'for-each'>): void => {
  const { frame } = cx;
  const iterable = cx.machine.evaluate(cx, statement.iterable);
  const before = frame.state;
  const element = yielded(iterable, statement.yields);
  const { head, last } = turned(cx, before, () => {
    cx.machine.assign(cx, statement.target, element, statement.target.span);
    cx.machine.run(cx, statement.body);
  });
  // Who comes to the end has shown it of every element.
  const base = joinFacts(before?.facts, last.end?.facts);
  const shown = last.end === undefined ? [] : elementFacts(last.end.facts, base);
  frame.state = assuming(head, [...shown, ...(last.end === undefined ? [] : listedFacts(iterable, element, last.end.facts, base))]);
  if (statement.otherwise !== undefined) cx.machine.run(cx, statement.otherwise);
  frame.state = joinStates(frame.state, last.broken);
};
