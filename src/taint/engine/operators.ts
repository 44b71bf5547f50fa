/** Arithmetic, joining of texts, comparisons and logic. */
import type { Expression } from '../syntax/ir.ts';
import { aspectOf } from './aspects.ts';
import { deepAtoms, joinAtoms, stepped, withoutKinds } from './atoms.ts';
import type { Context } from './context.ts';
import { commonClears, frozen, swapped, withClears } from './facts.ts';
import { compareTruth, truthinessOf, truthOf } from './guards.ts';
import { joinValues } from './join.ts';
import { elementsOf } from './places.ts';
import { checkPair, checkValue } from './report.ts';
import { assuming, joinStates, withFacts } from './state.ts';
import { concatenated, formatted } from './texts.ts';
import { type Constant, constantValue, ofTruth, unknown, Value, withAtoms } from './value.ts';

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

const isTextual = (value: Value): boolean =>
  value.form === 'string' || value.text !== undefined || (value.form === undefined && typeof value.constants?.[0] === 'string');
const isNumeric = (value: Value): boolean => value.form === 'number' || value.form === 'boolean';
const isListed = (value: Value): boolean => value.form === 'list' || value.form === 'tuple';

const folded = (op: string, a: Value, b: Value): Constant | undefined => {
  const left = a.constants?.length === 1 && !a.partial ? a.constants[0] : undefined;
  const right = b.constants?.length === 1 && !b.partial ? b.constants[0] : undefined;
  if (typeof left !== 'number' || typeof right !== 'number') return undefined;
  if (op === '+') return left + right;
  if (op === '-') return left - right;
  if (op === '*') return left * right;
  if (op === '**') return left ** right;
  if (op === '<<') return left * 2 ** right;
  if (op === '|') return left | right;
  if (op === '/' && right !== 0) return left / right;
  return undefined;
};

const joinedLists = (a: Value, b: Value): Value => {
  const list = new Value();
  list.form = 'list';
  list.atoms = joinAtoms(a.atoms, b.atoms);
  const open = [a, b].some((each) => each.fields === undefined && each.element === undefined && each.atoms.length > 0);
  list.closed = a.closed && b.closed;
  const fields = new Map<string, Value>();
  for (const each of [...elementsOf(a), ...elementsOf(b)]) if (fields.size < 64) fields.set(String(fields.size), each);
  if (fields.size > 0 || list.closed) list.fields = fields;
  if (open) list.element = new Value();
  return list;
};

const percent = (cx: Context, left: Value, right: Value): Value => {
  const single = right.form === 'tuple' ? undefined : right;
  return formatted(
    left,
    'percent',
    {
      at: (position) =>
        single === undefined ? (right.fields?.get(String(position)) ?? right.element) : position === 0 ? single : undefined,
      named: (name) => right.fields?.get(name) ?? (right.closed ? undefined : (right.element ?? right)),
      digits: (value) => withAtoms(value, withoutKinds(value.atoms, cx.compiled.textMask)),
    },
    single === undefined ? elementsOf(right) : [single],
  );
};

const flags = (left: Value, right: Value): Value => {
  const value = new Value();
  value.form = 'number';
  value.fields = new Map(
    [left, right].flatMap((each) => (each.fields === undefined ? [each] : [...each.fields.values()])).map((each, at) => [String(at), each]),
  );
  value.closed = true;
  value.atoms = joinAtoms(left.atoms, right.atoms);
  return value;
};

/** The value of `left op right`. */
export const combined = (cx: Context, op: string, left: Value, right: Value): Value => {
  const constant = folded(op, left, right);
  if (constant !== undefined) return constantValue(constant, 'number');
  if (op === '+') {
    if (isListed(left) && isListed(right)) return joinedLists(left, right);
    if (isTextual(left) || isTextual(right) || !(isNumeric(left) || isNumeric(right))) {
      if (left === unknown && right === unknown) return unknown;
      return concatenated([left, right]);
    }
  }
  if (op === '%' && (isTextual(left) || (left.form === undefined && left.atoms.length > 0 && cx.language === 'python' && isListed(right))))
    return percent(cx, left, right);
  if (op === '/' && left.node !== undefined) {
    const path = concatenated([left, constantValue('/', 'string'), right]);
    path.node = left.node;
    path.form = undefined;
    path.marks = [];
    return path;
  }
  if (op === '|' && (left.node !== undefined || right.node !== undefined || left.fields !== undefined)) return flags(left, right);
  const atoms = withoutKinds(joinAtoms(left.atoms, right.atoms), cx.compiled.operators.get(op) ?? 0);
  const value = new Value();
  value.atoms = atoms;
  value.form =
    op === '+' || op === '*' || op === '&' || op === '|' ? (isNumeric(left) && isNumeric(right) ? 'number' : undefined) : 'number';
  if (op === '*' && isTextual(left)) value.form = 'string';
  return value;
};

const checkArithmetic = (cx: Context, expression: Of<'binary'>, left: Value, right: Value): void => {
  const { computed, divided } = cx.compiled.sinks;
  const { op, span } = expression;
  if (divided.length > 0 && (op === '/' || op === '//' || op === '%') && right.atoms.length > 0 && left.form !== 'string')
    checkValue(cx, divided, right, expression.right, span);
  if (computed.length === 0 || (left.atoms.length === 0 && right.atoms.length === 0)) return;
  const fitting = computed.filter(({ sink }) => 'computed' in sink && sink.computed.includes(op));
  if (fitting.length > 0) checkPair(cx, fitting, [left, right], [expression.left, expression.right], span);
};

/** Texts that are put together are held against rules once, as a whole: inner parts come here with `inner`. */
export const binary = (cx: Context, expression: Of<'binary'>, inner: boolean): Value => {
  const evaluated = (side: Expression): Value => (side.kind === 'binary' ? binary(cx, side, true) : cx.machine.evaluate(cx, side));
  const left = evaluated(expression.left);
  const right = evaluated(expression.right);
  checkArithmetic(cx, expression, left, right);
  const result = combined(cx, expression.op, left, right);
  if (result.atoms.length === 0) return result;
  const value = withAtoms(
    result,
    stepped(result.atoms, expression.span, result.text === undefined ? 'is combined' : 'is put into a text', ''),
  );
  if (!inner) checkBuilt(cx, value, expression);
  return value;
};

export const checkBuilt = (cx: Context, value: Value, expression: Expression): void => {
  if (cx.compiled.sinks.built.length > 0 && value.text !== undefined)
    checkValue(cx, cx.compiled.sinks.built, value, expression, expression.span);
};

export const template = (cx: Context, expression: Of<'template'>): Value => {
  const parts = expression.parts.map((part) => cx.machine.evaluate(cx, part));
  const whole = concatenated(parts);
  const deep = parts.reduce((atoms, part) => joinAtoms(atoms, deepAtoms(part)), whole.atoms);
  if (deep.length === 0) return whole;
  const value = withAtoms(whole, stepped(deep, expression.span, 'is put into a text', ''));
  checkBuilt(cx, value, expression);
  return value;
};

export const compare = (cx: Context, expression: Of<'compare'>): Value => {
  const left = cx.machine.evaluate(cx, expression.left);
  const right = cx.machine.evaluate(cx, expression.right);
  const { compared } = cx.compiled.sinks;
  if (compared.length > 0) {
    const fitting = compared.filter(({ sink }) => 'compared' in sink && sink.compared.some((op) => op === expression.op));
    if (fitting.length > 0) checkPair(cx, fitting, [left, right], [expression.left, expression.right], expression.span);
  }
  return ofTruth(
    compareTruth(cx, expression.op, { value: left, expression: expression.left }, { value: right, expression: expression.right }),
  );
};

export const logical = (cx: Context, expression: Of<'logical'>): Value => {
  const { frame } = cx;
  const left = cx.machine.evaluate(cx, expression.left);
  const before = frame.state;
  const truth = truthinessOf(cx, left);
  const isAnd = expression.op === 'and';
  frame.state = assuming(before, expression.op === 'coalesce' ? undefined : isAnd ? truth.whenTrue : truth.whenFalse);
  const right = cx.machine.evaluate(cx, expression.right);
  const held = frame.state?.facts;
  const rightTruth = truthinessOf(cx, right);
  const after = frame.state === undefined || before === undefined ? frame.state : withFacts(frame.state, before.facts);
  frame.state = joinStates(before, after);
  const value = joinValues(withoutTruth(left), withoutTruth(held === before?.facts ? right : frozen(right, held)));
  if (expression.op === 'coalesce') return value;
  const joined = isAnd
    ? truthOf([...truth.whenTrue, ...rightTruth.whenTrue], commonClears(truth.whenFalse, [...truth.whenTrue, ...rightTruth.whenFalse]))
    : truthOf(commonClears(truth.whenTrue, [...truth.whenFalse, ...rightTruth.whenTrue]), [...truth.whenFalse, ...rightTruth.whenFalse]);
  if (joined.whenTrue.length === 0 && joined.whenFalse.length === 0) return value;
  const result = new Value();
  Object.assign(result, value);
  result.truth = joined;
  return result;
};

const withoutTruth = (value: Value): Value => {
  if (value.truth === undefined) return value;
  const copy = new Value();
  Object.assign(copy, value);
  copy.truth = undefined;
  return copy;
};

export const not = (cx: Context, expression: Of<'not'>): Value => {
  const operand = cx.machine.evaluate(cx, expression.operand);
  return ofTruth(swapped(truthinessOf(cx, operand)));
};

/** `test ? then : otherwise`: each side under what the test shows. */
export const conditional = (cx: Context, expression: Of<'conditional'>): Value => {
  const { frame } = cx;
  const test = cx.machine.evaluate(cx, expression.test);
  const truth = truthinessOf(cx, test);
  const before = frame.state;
  const side = (branch: Expression, clears: typeof truth.whenTrue) => {
    frame.state = assuming(before, clears);
    const value = cx.machine.evaluate(cx, branch);
    const state = frame.state;
    return { value: frozen(value, withClears(undefined, clears)), state };
  };
  const then = side(expression.then, truth.whenTrue);
  const otherwise = side(expression.otherwise, truth.whenFalse);
  frame.state = joinStates(then.state, otherwise.state);
  return joinValues(then.value, otherwise.value);
};

export const unary = (cx: Context, expression: Of<'unary'>): Value => {
  const operand = cx.machine.evaluate(cx, expression.operand);
  const { op } = expression;
  if (op === 'typeof') return aspectOf(operand, 'type', expression.span);
  if (op === 'sizeof') return constantValue(8, 'number');
  if (op === '-') {
    const constant = operand.constants?.length === 1 && !operand.partial ? operand.constants[0] : undefined;
    if (typeof constant === 'number') return constantValue(-constant, 'number');
  }
  if (op === '*') {
    const { dereferenced } = cx.compiled.sinks;
    if (dereferenced.length > 0 && operand.atoms.length > 0) checkValue(cx, dereferenced, operand, expression.operand, expression.span);
    return operand;
  }
  if (op === '+' || op === '-' || op === '~') {
    const value = new Value();
    value.atoms = withoutKinds(operand.atoms, cx.compiled.operators.get(`unary ${op}`) ?? 0);
    value.form = 'number';
    return value;
  }
  return operand;
};
