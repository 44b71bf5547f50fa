/** Puts the parts together, and remembers what statements did. */
import type { Block, Statement } from '../syntax/ir.ts';
import { readProperty } from './access.ts';
import { construct, instanceOfClass } from './classes.ts';
import { absorb, type Context, count, type Machine, Recording, type StatementMemory } from './context.ts';
import { evaluate } from './expression.ts';
import { enter } from './functions.ts';
import { invoke } from './invoke.ts';
import { stillHolds } from './machine-memory.ts';
import { assign, execute } from './statement.ts';
import type { State } from './value.ts';
import { isRoute } from './words.ts';

const remembered = 3;

const known = (cx: Context, statement: Statement, before: State): StatementMemory | undefined => {
  const list = cx.memory.statements.get(statement);
  if (list === undefined) return undefined;
  for (const each of list) if (each.before === before && stillHolds(cx.frame, each.recording.dependencies)) return each;
  return undefined;
};

const remember = (cx: Context, statement: Statement, memory: StatementMemory): void => {
  const list = cx.memory.statements.get(statement);
  if (list === undefined) cx.memory.statements.set(statement, [memory]);
  else {
    if (list.length >= remembered) list.shift();
    list.push(memory);
  }
};

/** What rests on jumps that came before, or makes objects that others hold, is done anew each time. */
const isForgotten = (statement: Statement): boolean =>
  statement.kind === 'label' || statement.kind === 'class' || statement.kind === 'function';

const step = (cx: Context, statement: Statement): void => {
  count(cx);
  const before = cx.frame.state;
  if (before === undefined) return;
  if (!cx.remembers || isForgotten(statement)) {
    execute(cx, statement);
    return;
  }
  const memory = known(cx, statement, before);
  if (memory !== undefined) {
    cx.frame.state = memory.after;
    cx.steps += memory.recording.steps;
    absorb(cx, memory.recording, cx.frame.level, true);
    return;
  }
  const outer = cx.recording;
  const inner = new Recording();
  const { steps } = cx;
  cx.recording = inner;
  try {
    execute(cx, statement);
  } finally {
    cx.recording = outer;
  }
  inner.steps = cx.steps - steps;
  if (!inner.forgettable) remember(cx, statement, { before, after: cx.frame.state, recording: inner });
  absorb(cx, inner, cx.frame.level, true);
};

const run = (cx: Context, block: Block): void => {
  for (const statement of block) {
    if (cx.frame.state === undefined && statement.kind !== 'label') continue;
    if (statement.kind === 'label') execute(cx, statement);
    else step(cx, statement);
  }
};

export const machine: Machine = {
  evaluate,
  assign,
  run,
  invoke,
  construct,
  enter,
  instance: instanceOfClass,
  property: (cx, object, name, span, value) => readProperty(cx, object, name, { span, object: undefined, known: value }),
  isCalled: (cx, name) => cx.called.has(name),
  isRoute,
};
