import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Argument, Expression } from '../../syntax/ir.ts';
import { nameAt, operation } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

const conversions = new Set([
  ...['string', 'bool', 'byte', 'rune', 'error', 'any', 'uintptr', 'float32', 'float64', 'complex64', 'complex128'],
  ...['int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64'],
]);

export const argumentsOf = (node: SyntaxNode | null, to: Lowering): readonly Argument[] =>
  node === null
    ? []
    : to
        .parts(node)
        .map((child) =>
          child.type === 'variadic_argument' ? { value: to.part(child, 0), spread: 'items' } : { value: to.expression(child) },
        );

/** The type that `string(x)` and `(*T)(x)` convert to. Conversions to other named types look like calls and are. */
const conversionType = (callee: SyntaxNode | null, to: Lowering): string | undefined => {
  if (callee === null) return undefined;
  if (callee.type === 'parenthesized_expression') {
    const inner = to.parts(callee)[0];
    return inner?.type === 'unary_expression' && inner.childForFieldName('operator')?.type === '*'
      ? to.typeText(inner)
      : conversionType(inner ?? null, to);
  }
  return callee.type === 'identifier' && conversions.has(to.text(callee)) ? to.text(callee) : undefined;
};

const call: ExpressionRule = (node, to) => {
  const span = to.span(node);
  const args = argumentsOf(node.childForFieldName('arguments'), to);
  const [only] = args;
  const type = args.length === 1 ? conversionType(node.childForFieldName('function'), to) : undefined;
  if (type !== undefined && only !== undefined) return { kind: 'cast', span, type, operand: only.value };
  return { kind: 'call', span, callee: to.field(node, 'function'), args };
};

/** The grammar takes `f[int](x)` for a conversion; it is mostly a call. */
const conversion: ExpressionRule = (node, to) => {
  const type = node.childForFieldName('type');
  const operand = to.field(node, 'operand');
  if (type?.type !== 'generic_type') return { kind: 'cast', span: to.span(node), type: to.typeText(type) ?? '', operand };
  return { kind: 'call', span: to.span(node), callee: to.expression(type), args: [{ value: operand }] };
};

const binary: ExpressionRule = (node, to) => {
  const op = node.childForFieldName('operator')?.type ?? '+';
  const left = to.field(node, 'left');
  const right = to.field(node, 'right');
  // `a &^ b` clears the bits of `b`.
  return op === '&^'
    ? operation(to.span(node), '&', left, { kind: 'unary', span: right.span, op: '~', operand: right })
    : operation(to.span(node), op, left, right);
};

const unary: ExpressionRule = (node, to) => {
  const op = node.childForFieldName('operator')?.type ?? '-';
  const operand = to.field(node, 'operand');
  if (op === '!') return { kind: 'not', span: to.span(node), operand };
  return { kind: 'unary', span: to.span(node), op: op === '^' ? '~' : op, operand };
};

const selector: ExpressionRule = (node, to) => {
  const field = node.childForFieldName('field');
  return { kind: 'member', span: to.span(node), object: to.field(node, 'operand'), property: field === null ? '' : to.text(field) };
};

/** A capacity changes nothing of the data. */
const slice: ExpressionRule = (node, to) => {
  const from = to.optionalField(node, 'start');
  const until = to.optionalField(node, 'end');
  return {
    kind: 'slice',
    span: to.span(node),
    object: to.field(node, 'operand'),
    ...(from !== undefined && { from }),
    ...(until !== undefined && { to: until }),
  };
};

const first: ExpressionRule = (node, to) => to.part(node, 0);

/** One value, or a tuple of several. */
export const listed: ExpressionRule = (node, to) => {
  const values = to.parts(node).map((child) => to.expression(child));
  const [only] = values;
  if (only !== undefined && values.length === 1) return only;
  return {
    kind: 'collection',
    span: to.span(node),
    type: 'tuple',
    entries: values.map((value): { readonly value: Expression } => ({ value })),
  };
};

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier: nameAt,
  blank_identifier: nameAt,
  field_identifier: nameAt,
  call_expression: call,
  type_conversion_expression: conversion,
  variadic_argument: (node, to) => ({ kind: 'spread', span: to.span(node), operand: to.part(node, 0) }),
  binary_expression: binary,
  unary_expression: unary,
  selector_expression: selector,
  index_expression: (node, to) => ({
    kind: 'index',
    span: to.span(node),
    object: to.field(node, 'operand'),
    index: to.field(node, 'index'),
  }),
  slice_expression: slice,
  type_assertion_expression: (node, to) => ({
    kind: 'cast',
    span: to.span(node),
    type: to.typeText(node.childForFieldName('type')) ?? '',
    operand: to.field(node, 'operand'),
  }),
  parenthesized_expression: first,
  expression_list: listed,
};
