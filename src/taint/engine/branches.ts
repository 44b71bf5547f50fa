/** `switch` and `try`. */
import type { Statement } from '../syntax/ir.ts';
import { absorb, type Context, type Jump, Recording } from './context.ts';
import { commonClears } from './facts.ts';
import { compareTruth, truthinessOf } from './guards.ts';
import { assuming, joinStates } from './state.ts';
import { type Atom, type Clear, ofAtoms, type State, type Value } from './value.ts';
import { originOf, write } from './variables.ts';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

const wordOf = (test: Of<'switch'>['cases'][number]['tests'][number]): boolean => test.kind === 'name' && test.name === '_';

export const switchOf = (cx: Context, statement: Of<'switch'>): void => {
  const { frame } = cx;
  const subject = statement.subject === undefined ? undefined : cx.machine.evaluate(cx, statement.subject);
  const before = frame.state;
  const missed: Clear[] = [];
  let falling: State | undefined;
  let after: State | undefined;
  let hasDefault = false;
  const outer = cx.recording;
  for (const each of statement.cases) {
    let held: readonly Clear[] | undefined;
    frame.state = assuming(before, missed);
    for (const test of each.tests) {
      if (wordOf(test)) hasDefault = true;
      const value = cx.machine.evaluate(cx, test);
      const truth =
        subject === undefined || statement.subject === undefined
          ? truthinessOf(cx, value)
          : compareTruth(cx, '==', { value: subject, expression: statement.subject }, { value, expression: test });
      held = held === undefined ? truth.whenTrue : commonClears(held, truth.whenTrue);
      if (each.tests.length === 1) missed.push(...truth.whenFalse);
    }
    if (each.tests.length === 0) hasDefault = true;
    frame.state = joinStates(assuming(frame.state, held ?? []), falling);
    const inner = new Recording();
    cx.recording = inner;
    try {
      cx.machine.run(cx, each.body);
    } finally {
      cx.recording = outer;
    }
    const breaks = (inner.jumps ?? []).filter(isBreak);
    inner.jumps = inner.jumps?.filter((jump) => !isBreak(jump));
    absorb(cx, inner, frame.level, true);
    for (const jump of breaks) after = joinStates(after, jump.state);
    falling = each.falls === true ? frame.state : undefined;
    if (each.falls !== true) after = joinStates(after, frame.state);
  }
  after = joinStates(after, falling);
  frame.state = hasDefault ? after : joinStates(assuming(before, missed), after);
};

const isBreak = ({ kind, label }: Jump): boolean => kind === 'break' && label === undefined;

const caughtValue = (cx: Context, handler: Of<'try'>['handlers'][number], statement: Of<'try'>): Value => {
  const atoms: Atom[] = [];
  for (const { source, mask, note } of cx.compiled.caught) {
    if (source.from !== 'caught' || mask === 0) continue;
    atoms.push({
      origin: originOf(handler),
      mask,
      trace: { span: statement.span, note, what: handler.name ?? 'the error', previous: undefined },
    });
  }
  return ofAtoms(atoms);
};

/** What is thrown may be thrown anywhere in the body: a handler begins with all of its states joined. */
export const tryOf = (cx: Context, statement: Of<'try'>): void => {
  const { frame } = cx;
  const outer = cx.recording;
  const inner = new Recording();
  cx.recording = inner;
  let thrown = frame.state;
  try {
    for (const each of statement.body) {
      if (frame.state === undefined) break;
      cx.machine.run(cx, [each]);
      thrown = joinStates(thrown, frame.state);
    }
  } finally {
    cx.recording = outer;
  }
  for (const jump of inner.jumps ?? []) if (jump.kind === 'throw') thrown = joinStates(thrown, jump.state);
  if (statement.handlers.length > 0) inner.jumps = inner.jumps?.filter(({ kind }) => kind !== 'throw');
  absorb(cx, inner, frame.level, true);
  if (statement.otherwise !== undefined) cx.machine.run(cx, statement.otherwise);
  let after = frame.state;
  for (const handler of statement.handlers) {
    frame.state = thrown;
    if (handler.name !== undefined) write(cx, handler.name, caughtValue(cx, handler, statement));
    cx.machine.run(cx, handler.body);
    after = joinStates(after, frame.state);
  }
  frame.state = after ?? (statement.finally === undefined ? undefined : thrown);
  if (statement.finally === undefined) return;
  cx.machine.run(cx, statement.finally);
  if (after === undefined) frame.state = undefined;
};
