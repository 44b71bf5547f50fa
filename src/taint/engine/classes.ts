/** Classes of the text and their objects. */
import type { ClassNode, Expression, FunctionNode, Span, Statement } from '../syntax/ir.ts';
import { checkNamed } from './collections.ts';
import { type Context, type Dependency, depend, Recording } from './context.ts';
import { bindOutside, frameOf, runIn } from './functions.ts';
import type { SiteArgument } from './site.ts';
import { type ClassScope, copyOf, type Frame, type FunctionScope, unknown, Value } from './value.ts';
import { lookUp, methodKey, outerValue, write, writtenFunction } from './variables.ts';

const methodsOf = (cx: Context, node: ClassNode): Map<string, FunctionNode> => {
  const methods = new Map<string, FunctionNode>();
  for (const base of node.bases) {
    const scope = base.kind === 'name' ? lookUp(cx, base.name)?.callable : undefined;
    if (scope?.kind === 'class') for (const [name, method] of scope.methods) methods.set(name, method);
  }
  for (const statement of node.body) if (statement.kind === 'function') methods.set(statement.function.name, statement.function);
  return methods;
};

const classScope = (cx: Context, node: ClassNode): ClassScope => {
  const methods = methodsOf(cx, node);
  for (const [name, method] of methods) write(cx, methodKey(node.name, name), writtenFunction(cx, method));
  const key: object = node.body[0] ?? node;
  const known = cx.memory.classes.get(key);
  if (known !== undefined && known.class.name === node.name) return Object.assign(known, { class: node, outer: cx.frame, methods });
  const made: ClassScope = { kind: 'class', class: node, outer: cx.frame, methods };
  cx.memory.classes.set(key, made);
  return made;
};

export const classValue = (cx: Context, node: ClassNode): Value => {
  const value = new Value();
  value.form = 'function';
  value.callable = classScope(cx, node);
  const fields = new Map<string, Value>();
  for (const statement of node.body) if (statement.kind === 'assignment') addFields(cx, fields, statement);
  value.fields = fields;
  return value;
};

const addFields = (cx: Context, fields: Map<string, Value>, statement: Extract<Statement, { kind: 'assignment' }>): void => {
  const value = statement.value === undefined ? unknown : cx.machine.evaluate(cx, statement.value);
  for (const target of statement.targets) {
    if (target.kind !== 'name') continue;
    if (statement.value !== undefined) checkNamed(cx, target.name, value, statement.value);
    fields.set(target.name, value);
  }
};

/** What an object of the class has before its constructor runs. */
const blankInstance = (cx: Context, scope: ClassScope): Value => {
  const value = new Value();
  value.form = 'object';
  value.callable = scope;
  const fields = new Map<string, Value>();
  for (const statement of scope.class.body) if (statement.kind === 'assignment') addFields(cx, fields, statement);
  value.fields = fields;
  for (const base of scope.class.bases) value.node ??= baseNode(cx, base);
  return value;
};

const baseNode = (cx: Context, base: Expression) => cx.machine.evaluate(cx, base).node?.child('()');

const constructorOf = (scope: ClassScope): FunctionNode | undefined =>
  scope.methods.get('__init__') ?? scope.methods.get('constructor') ?? scope.methods.get(scope.class.name);

/** `X(…)`, `new X(…)`. */
export const construct = (cx: Context, scope: ClassScope, args: readonly SiteArgument[], span: Span): Value => {
  const instance = blankInstance(cx, scope);
  const node = constructorOf(scope);
  if (node === undefined) {
    // Records and data classes: fields by name, or by their order.
    const copy = copyOf(instance);
    copy.fields = new Map([...(instance.fields ?? []), ...fieldsOfArguments(scope, args)]);
    return copy;
  }
  const outcome = cx.machine.invoke(cx, {
    scope: { kind: 'function', function: node, outer: scope.outer, owner: scope, self: instance },
    args,
    self: instance,
    span,
  });
  return outcome?.self ?? instance;
};

const fieldsOfArguments = (scope: ClassScope, args: readonly SiteArgument[]): readonly (readonly [string, Value])[] => {
  const names = scope.class.body.flatMap((statement) =>
    statement.kind === 'assignment' ? statement.targets.flatMap((target) => (target.kind === 'name' ? [target.name] : [])) : [],
  );
  return args.flatMap(({ value, name }, at) => {
    const key = name ?? names[at];
    return key === undefined ? [] : [[key, value] as const];
  });
};

const holds = (cx: Context, { level, name, value }: Dependency): boolean => {
  let frame: Frame | undefined = cx.frame;
  while (frame !== undefined && frame.level > level) frame = frame.outer;
  return outerValue(frame, name) === value;
};

/** An object of the class as its methods meet it: what the constructor wrote, with arguments that nobody knows. */
export const instanceOfClass = (cx: Context, scope: ClassScope): Value => {
  const node = constructorOf(scope);
  if (node !== undefined && (cx.running.includes(node) || cx.depth > 3)) return blankInstance(cx, scope);
  const made: readonly object[] = [
    ...scope.class.bases,
    ...scope.class.body.filter(({ kind }) => kind === 'assignment'),
    ...(node === undefined ? [] : [node]),
  ];
  const known = cx.memory.instances.get(scope);
  if (
    known !== undefined &&
    known.made.length === made.length &&
    known.made.every((each, at) => each === made[at]) &&
    [...known.dependencies].every((each) => holds(cx, each))
  ) {
    for (const each of known.dependencies) depend(cx, each);
    cx.steps += known.steps;
    return known.value;
  }
  const inner = new Recording();
  const { steps } = cx;
  const before = cx.recording;
  cx.recording = inner;
  let value: Value;
  try {
    const instance = blankInstance(cx, scope);
    value = node === undefined ? instance : constructed(cx, scope, node, instance);
  } finally {
    cx.recording = before;
  }
  const dependencies = [...(inner.dependencies?.values() ?? [])];
  for (const each of dependencies) depend(cx, each);
  cx.memory.instances.set(scope, { made, dependencies, value, steps: cx.steps - steps });
  return value;
};

const constructed = (cx: Context, scope: ClassScope, node: FunctionNode, instance: Value): Value => {
  const made: FunctionScope = { kind: 'function', function: node, outer: scope.outer, owner: scope, self: instance };
  const frame = frameOf(cx, made, undefined, false);
  const { self } = runIn(cx, frame, node, () => bindOutside(cx, made, [], instance, false));
  return self ?? instance;
};
