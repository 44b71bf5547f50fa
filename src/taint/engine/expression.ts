/** The value of an expression. Evaluating changes the state: calls have effects, and assignments may stand inside. */
import type { Expression } from '../syntax/ir.ts';
import { index, member, slice } from './access.ts';
import { deepAtoms, joinAtoms, stepped, withoutKinds } from './atoms.ts';
import { call } from './call.ts';
import { collection } from './collections.ts';
import { comprehension } from './comprehension.ts';
import { addGap, type Context, count } from './context.ts';
import { binary, combined, compare, conditional, logical, not, template, unary } from './operators.ts';
import { checkValue } from './report.ts';
import { type Form, ofAtoms, unknown, Value, withAtoms } from './value.ts';
import { functionValue, globalValue, lookUp, namedValue, originOf } from './variables.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

const formOfLiteral: Readonly<Record<Of<'literal'>['type'], Form>> = {
  string: 'string',
  bytes: 'string',
  char: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'null',
  regex: 'regex',
};

const literal = (cx: Context, expression: Of<'literal'>): Value => {
  const value = new Value();
  value.constants = [expression.value];
  value.form = cx.language === 'c' || cx.language === 'cpp' || expression.type !== 'char' ? formOfLiteral[expression.type] : 'string';
  value.flags = expression.flags;
  const { literals, sinks } = cx.compiled;
  for (const { source, mask } of literals) {
    if (source.from !== 'literal' || mask === 0 || !source.types.some((type) => type === expression.type)) continue;
    const trace = { span: expression.span, note: 'is written here', what: '', previous: undefined };
    value.atoms = joinAtoms(value.atoms, [{ origin: originOf(expression), mask, trace }]);
  }
  if (sinks.literal.length > 0) {
    const fitting = sinks.literal.filter(({ sink }) => 'literal' in sink && sink.literal === expression.type);
    if (fitting.length > 0) checkValue(cx, fitting, value, expression, expression.span);
  }
  return value;
};

const name = (cx: Context, expression: Of<'name'>): Value => {
  const bound = lookUp(cx, expression.name) ?? ownField(cx, expression.name);
  return namedValue(cx, expression.name, bound ?? globalValue(cx, expression.name), expression.span);
};

/** Java and C++ name fields and methods of `this` without it. */
const ownField = (cx: Context, word: string): Value | undefined => {
  if (cx.frame.owner === undefined || (cx.language !== 'java' && cx.language !== 'cpp')) return undefined;
  const self = lookUp(cx, 'this');
  const field = self?.fields?.get(word);
  if (field !== undefined) return field;
  const method = cx.frame.owner.methods.get(word);
  if (method === undefined) return undefined;
  const value = new Value();
  value.form = 'function';
  value.callable = { kind: 'function', function: method, outer: cx.frame.owner.outer, owner: cx.frame.owner, self };
  return value;
};

const cast = (cx: Context, expression: Of<'cast'>): Value => {
  const operand = cx.machine.evaluate(cx, expression.operand);
  if (operand.atoms.length === 0) return operand;
  const { casts, sinks } = cx.compiled;
  if (sinks.cast.length > 0) {
    const fitting = sinks.cast.filter(({ pattern }) => pattern.test(expression.type));
    if (fitting.length > 0) checkValue(cx, fitting, operand, expression.operand, expression.span);
  }
  const mask = casts.reduce((all, each) => (each.pattern.test(expression.type) ? all | each.clears : all), 0);
  return mask === 0 ? operand : withAtoms(operand, withoutKinds(operand.atoms, mask));
};

const other = (cx: Context, expression: Of<'other'>): Value => {
  const values = expression.children.map((child) => cx.machine.evaluate(cx, child));
  let atoms = unknown.atoms;
  for (const value of values) atoms = joinAtoms(atoms, deepAtoms(value));
  // Where nothing that came in goes through it, nothing is missed.
  if (atoms.length > 0 || values.length === 0)
    addGap(cx, expression.span, 'unread', `the syntax ${JSON.stringify(expression.syntax)} is not understood`);
  return ofAtoms(stepped(atoms, expression.span, 'goes through', expression.syntax));
};

/** A function that is kept or handed out, and not called here: somebody else calls it. */
const keptFunction = (cx: Context, expression: Of<'function'>): Value => {
  const value = functionValue(cx, expression.function);
  if (cx.frame.level > 0 && value.callable?.kind === 'function') cx.machine.enter(cx, value.callable, [], false);
  return value;
};

const assigned = (cx: Context, expression: Of<'assign'>): Value => {
  const right = cx.machine.evaluate(cx, expression.value);
  const { target, op } = expression;
  const readable = target.kind === 'name' || target.kind === 'member' || target.kind === 'index';
  const value = op === undefined || !readable ? right : combined(cx, op, cx.machine.evaluate(cx, target), right);
  cx.machine.assign(cx, target, value, expression.span);
  return value;
};

export const evaluate = (cx: Context, expression: Expression): Value => {
  count(cx);
  switch (expression.kind) {
    case 'name':
      return name(cx, expression);
    case 'literal':
      return literal(cx, expression);
    case 'member':
      return member(cx, expression);
    case 'call':
      return call(cx, expression);
    case 'index':
      return index(cx, expression);
    case 'slice':
      return slice(cx, expression);
    case 'binary':
      return binary(cx, expression, false);
    case 'compare':
      return compare(cx, expression);
    case 'logical':
      return logical(cx, expression);
    case 'not':
      return not(cx, expression);
    case 'unary':
      return unary(cx, expression);
    case 'template':
      return template(cx, expression);
    case 'collection':
      return collection(cx, expression);
    case 'function':
      return keptFunction(cx, expression);
    case 'conditional':
      return conditional(cx, expression);
    case 'assign':
      return assigned(cx, expression);
    case 'comprehension':
      return comprehension(cx, expression);
    case 'cast':
      return cast(cx, expression);
    case 'await':
    case 'yield':
    case 'spread':
      return cx.machine.evaluate(cx, expression.operand);
    case 'other':
      return other(cx, expression);
  }
};
