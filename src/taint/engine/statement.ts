/** What a statement does to the state, and how control leaves it. */
import type { Expression, Statement, Target } from '../syntax/ir.ts';
import { partOf } from './access.ts';
import { joinAtoms } from './atoms.ts';
import { switchOf, tryOf } from './branches.ts';
import { classValue } from './classes.ts';
import { checkNamed } from './collections.ts';
import { goPackage } from './compile-names.ts';
import { addGap, type Context, type Jump } from './context.ts';
import { truthinessOf } from './guards.ts';
import { joinValues } from './join.ts';
import { forEach, loop } from './loops.ts';
import { combined } from './operators.ts';
import { typeNode } from './parameters.ts';
import { find, namelessIn } from './path-node.ts';
import { checkValue } from './report.ts';
import { assuming, joinStates } from './state.ts';
import { type Atom, copyOf, type State, unknown, Value, withAtoms } from './value.ts';
import { functionValue, mutate, originOf, valueOfNode, write, writeBound, writtenFunction } from './variables.ts';

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>;

const leave = (cx: Context, kind: Jump['kind'], value?: Value, label?: string): void => {
  const { state } = cx.frame;
  if (state === undefined) return;
  cx.recording.jumps ??= [];
  cx.recording.jumps.push({ kind, state, value, label });
  cx.frame.state = undefined;
};

const withField = (object: Value, key: string, value: Value): Value => {
  const copy = copyOf(object);
  copy.fields = new Map([...(object.fields ?? []), [key, value]]);
  copy.form = object.form ?? 'object';
  return copy;
};

const withElement = (object: Value, value: Value): Value => {
  const copy = copyOf(object);
  copy.element = object.element === undefined ? value : joinValues(object.element, value);
  copy.form = object.form ?? 'map';
  return copy;
};

const keyOf = (value: Value): string | undefined =>
  value.constants?.length === 1 && !value.partial && value.constants[0] !== null ? String(value.constants[0]) : undefined;

const assignIndex = (cx: Context, target: Extract<Target, { kind: 'index' }>, value: Value): void => {
  const object = cx.machine.evaluate(cx, target.object);
  const key = cx.machine.evaluate(cx, target.index);
  // The place that is written to is held against rules as one that is read is.
  if (cx.compiled.sinks.indexedIndex.length + cx.compiled.sinks.indexedObject.length > 0) cx.machine.evaluate(cx, target);
  const constant = keyOf(key);
  if (constant !== undefined) checkNamed(cx, constant, value, target);
  const next = constant === undefined || (object.fields?.size ?? 0) > 60 ? withElement(object, value) : withField(object, constant, value);
  writeInto(cx, target.object, next);
};

/** Writes a changed object back to what holds it. */
const writeInto = (cx: Context, holder: Expression, value: Value): void => {
  if (holder.kind === 'name') mutate(cx, holder.name, value);
  else if (holder.kind === 'member' || holder.kind === 'index') assign(cx, holder, value);
};

const checkAssigned = (cx: Context, target: Target, word: string, value: Value, span: Target['span']): void => {
  const { assigned } = cx.compiled.sinks;
  if (assigned.length > 0) {
    const fitting = assigned.filter(({ names }) => names.includes(word));
    if (fitting.length > 0) checkValue(cx, fitting, value, target.kind === 'member' ? target : undefined, span);
  }
  if (target.kind === 'name' || target.kind === 'member') checkNamed(cx, word, value, target);
};

export const assign = (cx: Context, target: Target, value: Value, span = target.span): void => {
  switch (target.kind) {
    case 'name':
      writeBound(cx, target.name, value);
      return;
    case 'member': {
      const object = cx.machine.evaluate(cx, target.object);
      if (cx.compiled.sinks.dereferenced.length > 0 && object.atoms.length > 0)
        checkValue(cx, cx.compiled.sinks.dereferenced, object, target.object, target.span);
      writeInto(cx, target.object, withField(object, target.property, value));
      return;
    }
    case 'index':
      assignIndex(cx, target, value);
      return;
    case 'slice':
      writeInto(cx, target.object, withElement(cx.machine.evaluate(cx, target.object), value));
      return;
    case 'dereference': {
      const pointer = cx.machine.evaluate(cx, target.operand);
      if (cx.compiled.sinks.dereferenced.length > 0 && pointer.atoms.length > 0)
        checkValue(cx, cx.compiled.sinks.dereferenced, pointer, target.operand, target.span);
      return;
    }
    case 'destructure':
      destructure(cx, target, value, span);
      return;
    case 'other':
      for (const child of target.children) cx.machine.evaluate(cx, child);
  }
};

const destructure = (cx: Context, target: Extract<Target, { kind: 'destructure' }>, value: Value, span: Target['span']): void => {
  target.elements.forEach((each, at) => {
    const key = each.key ?? String(at);
    let part: Value;
    // The first of several results is what a call is called for; nothing else is known of them.
    if (each.rest === true || (cx.language === 'go' && at === 0 && value.fields === undefined && value.element === undefined)) part = value;
    else {
      const node = each.key === undefined ? undefined : value.node?.child(each.key);
      part =
        value.fields?.get(key) ??
        (node === undefined ? undefined : withAtoms(valueOfNode(node), partOf(value, key).atoms)) ??
        value.element ??
        partOf(value, key);
      if (each.key !== undefined) part = cx.machine.property(cx, value, each.key, span, part);
    }
    if (each.fallback !== undefined) part = joinValues(part, cx.machine.evaluate(cx, each.fallback));
    assign(cx, each.target, part, span);
  });
};

const declared = (cx: Context, statement: Of<'assignment'>): Value => {
  const value = new Value();
  const type = statement.declares?.type;
  value.node = typeNode(cx, type);
  if (statement.declares?.length !== undefined) cx.machine.evaluate(cx, statement.declares.length);
  const atoms: Atom[] = [];
  for (const { source, mask, note } of cx.compiled.declared) {
    if (source.from !== 'declared' || mask === 0) continue;
    if (source.typed !== undefined && !new RegExp(source.typed).test(type ?? '')) continue;
    atoms.push({ origin: originOf(statement), mask, trace: { span: statement.span, note, what: '', previous: undefined } });
  }
  return withAtoms(value, joinAtoms(value.atoms, atoms));
};

/** A function that is bound to a name and called by it is seen where it is called. */
const valueFor = (cx: Context, target: Target | undefined, value: Expression): Value =>
  value.kind === 'function' && target?.kind === 'name' && cx.machine.isCalled(cx, target.name)
    ? functionValue(cx, value.function)
    : cx.machine.evaluate(cx, value);

const assignment = (cx: Context, statement: Of<'assignment'>): void => {
  const [first] = statement.targets;
  let value = statement.value === undefined ? declared(cx, statement) : valueFor(cx, first, statement.value);
  if (
    statement.op !== undefined &&
    first !== undefined &&
    first.kind !== 'dereference' &&
    first.kind !== 'destructure' &&
    first.kind !== 'slice'
  ) {
    value = combined(cx, statement.op, cx.machine.evaluate(cx, first), value);
  }
  const node = value.node === undefined && value !== unknown ? typeNode(cx, statement.declares?.type) : undefined;
  if (node !== undefined) {
    value = copyOf(value);
    value.node = node;
  }
  for (const target of statement.targets) {
    const word = target.kind === 'name' ? target.name : target.kind === 'member' ? target.property : undefined;
    if (word !== undefined && statement.value !== undefined) checkAssigned(cx, target, word, value, statement.span);
    assign(cx, target, value, statement.span);
  }
};

const imported = (cx: Context, statement: Of<'import'>): void => {
  const { root } = cx.compiled.names;
  const path = statement.module.replace(/^node:/, '');
  for (const sink of cx.compiled.sinks.imported)
    if (sink.modules.includes(path) || statement.names.some(({ name }) => sink.modules.includes(`${path}.${name}`)))
      checkValue(cx, [sink], unknown, undefined, statement.span);
  // An include binds no name: `time` stays the function that time.h declares.
  if (cx.language === 'c' || cx.language === 'cpp') return;
  const short = cx.language === 'go' ? goPackage(path) : cx.language === 'java' ? (path.split('.').at(-1) ?? path) : path;
  const module = find(root, short);
  const bind = (name: string, node: ReturnType<typeof find>, label: string): void =>
    write(cx, name, valueOfNode(node ?? namelessIn(label)));
  if (statement.names.length === 0) {
    const name = statement.as ?? path.split(/[./]/)[0] ?? path;
    const isWhole = cx.language === 'python' && path.includes('.') && (statement.as === undefined || statement.as === path.split('.')[0]);
    bind(name, isWhole ? root.child(path.split('.')[0] ?? path) : module, short);
    return;
  }
  for (const { name, as } of statement.names) {
    if (name === '*') {
      if (as !== '*' && as !== '') bind(as, module, short);
    } else if (name === 'default') bind(as, module?.child('default') ?? module, short);
    else bind(as, module?.child(name) ?? (cx.language === 'java' ? root.child(name) : undefined), name);
  }
};

const conditional = (cx: Context, statement: Of<'if'>): void => {
  const { frame } = cx;
  const truth = truthinessOf(cx, cx.machine.evaluate(cx, statement.test));
  const before = frame.state;
  frame.state = assuming(before, truth.whenTrue);
  cx.machine.run(cx, statement.then);
  const then = frame.state;
  frame.state = assuming(before, truth.whenFalse);
  if (statement.otherwise !== undefined) cx.machine.run(cx, statement.otherwise);
  frame.state = joinStates(then, frame.state);
};

const functionStatement = (cx: Context, statement: Of<'function'>): void => {
  const { function: node } = statement;
  for (const decorator of node.decorators) cx.machine.evaluate(cx, decorator);
  if (cx.frame.level === 0) {
    // One value for one function: what rests on it stays true until it changes.
    const value = writtenFunction(cx, node);
    value.callable ??= { kind: 'function', function: node, outer: cx.frame, owner: cx.frame.owner, self: undefined };
    write(cx, node.name, value);
    return;
  }
  const value = new Value();
  value.form = 'function';
  const scope = { kind: 'function', function: node, outer: cx.frame, owner: cx.frame.owner, self: undefined } as const;
  value.callable = scope;
  write(cx, node.name, value);
  if (!cx.machine.isCalled(cx, node.name)) cx.machine.enter(cx, scope, [], cx.machine.isRoute(node));
};

const thrown = (cx: Context, statement: Of<'return' | 'throw'>): void => {
  const value = statement.value === undefined ? undefined : cx.machine.evaluate(cx, statement.value);
  const { returned, thrown: throwing } = cx.compiled.sinks;
  const sinks = statement.kind === 'return' ? returned : throwing;
  if (value !== undefined && sinks.length > 0) checkValue(cx, sinks, value, statement.value, statement.span);
  leave(cx, statement.kind, value);
};

/** Runs with jumps to a label gathered, so that they can come out at it. */
const labelled = (cx: Context, label: string): void => {
  const { jumps } = cx.recording;
  if (jumps === undefined) return;
  let state: State | undefined = cx.frame.state;
  for (const jump of jumps) if (jump.kind === 'goto' && jump.label === label) state = joinStates(state, jump.state);
  cx.recording.jumps = jumps.filter((jump) => jump.kind !== 'goto' || jump.label !== label);
  cx.frame.state = state;
};

const withItems = (cx: Context, statement: Of<'with'>): void => {
  for (const { value, target } of statement.items) {
    const entered = cx.machine.evaluate(cx, value);
    if (target !== undefined) assign(cx, target, entered);
  }
  cx.machine.run(cx, statement.body);
};

const unknownStatement = (cx: Context, statement: Of<'other-statement'>): void => {
  for (const child of statement.children) cx.machine.evaluate(cx, child);
  addGap(cx, statement.span, 'unread', `the syntax ${JSON.stringify(statement.syntax)} is not understood`);
  cx.machine.run(cx, statement.body);
};

const asserted = (cx: Context, statement: Of<'assert'>): void => {
  const truth = truthinessOf(cx, cx.machine.evaluate(cx, statement.test));
  cx.frame.state = assuming(cx.frame.state, truth.whenTrue);
};

const deleted = (cx: Context, { target }: Of<'delete'>): void => {
  if (target.kind === 'name') write(cx, target.name, unknown);
  else if (target.kind === 'member' || target.kind === 'index') cx.machine.evaluate(cx, target);
};

export const execute = (cx: Context, statement: Statement): void => {
  switch (statement.kind) {
    case 'assignment':
      assignment(cx, statement);
      return;
    case 'expression':
      cx.machine.evaluate(cx, statement.value);
      return;
    case 'if':
      conditional(cx, statement);
      return;
    case 'loop':
      loop(cx, statement);
      return;
    case 'for-each':
      forEach(cx, statement);
      return;
    case 'switch':
      switchOf(cx, statement);
      return;
    case 'try':
      tryOf(cx, statement);
      return;
    case 'with':
      withItems(cx, statement);
      return;
    case 'return':
    case 'throw':
      thrown(cx, statement);
      return;
    case 'break':
    case 'continue':
      leave(cx, statement.kind, undefined, statement.label);
      return;
    case 'goto':
      leave(cx, 'goto', undefined, statement.label);
      return;
    case 'label':
      labelled(cx, statement.label);
      return;
    case 'defer':
    case 'spawn':
      cx.machine.evaluate(cx, statement.call);
      return;
    case 'assert':
      asserted(cx, statement);
      return;
    case 'delete':
      deleted(cx, statement);
      return;
    case 'function':
      functionStatement(cx, statement);
      return;
    case 'class':
      write(cx, statement.class.name, classValue(cx, statement.class));
      return;
    case 'import':
      imported(cx, statement);
      return;
    case 'block':
      cx.machine.run(cx, statement.body);
      return;
    case 'other-statement':
      unknownStatement(cx, statement);
      return;
  }
};
