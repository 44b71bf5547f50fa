import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Argument, Expression, Target } from '../../syntax/ir.ts';
import { asTarget, conditional, literal, nameAt, named, operation } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';
import { boundPattern } from './patterns.ts';

export const argumentsOf = (node: SyntaxNode | null, to: Lowering): readonly Argument[] =>
  node === null ? [] : to.parts(node).map((child) => ({ value: to.expression(child) }));

/** `A.super.m()` is what `super.m()` is. */
const receiverOf = (node: SyntaxNode, to: Lowering): Expression | undefined => {
  const above = node.children.find((child) => child.type === 'super' && child.field === undefined);
  return above === undefined ? to.optionalField(node, 'object') : nameAt(above, to);
};

const invocation: ExpressionRule = (node, to) => {
  const name = node.childForFieldName('name');
  const object = receiverOf(node, to);
  const property = name === null ? '' : to.text(name);
  const first = node.children[0] ?? node;
  const callee: Expression =
    object === undefined
      ? named(to.span(name ?? node), property)
      : { kind: 'member', span: to.between(first, name ?? first), object, property };
  return { kind: 'call', span: to.span(node), callee, args: argumentsOf(node.childForFieldName('arguments'), to) };
};

/** `A.this` is `this`. */
const fieldAccess: ExpressionRule = (node, to) => {
  const field = node.childForFieldName('field');
  if (field?.type === 'this') return nameAt(field, to);
  const object = receiverOf(node, to) ?? to.missing(node);
  return { kind: 'member', span: to.span(node), object, property: field === null ? '' : to.text(field) };
};

const binary: ExpressionRule = (node, to) =>
  operation(to.span(node), node.childForFieldName('operator')?.type ?? '+', to.field(node, 'left'), to.field(node, 'right'));

const unary: ExpressionRule = (node, to) => {
  const op = node.childForFieldName('operator')?.type ?? '-';
  const operand = to.field(node, 'operand');
  return op === '!' ? { kind: 'not', span: to.span(node), operand } : { kind: 'unary', span: to.span(node), op, operand };
};

type Written = { readonly target: Target; readonly op?: string; readonly value: Expression };

/** What `a = b`, `a += b` and `a++` assign. */
export const written = (node: SyntaxNode, to: Lowering): Written => {
  if (node.type === 'update_expression') {
    const isLess = node.children.some((child) => child.type === '--');
    return { target: asTarget(to.part(node, 0)), op: isLess ? '-' : '+', value: literal(to.span(node), 'number', 1) };
  }
  const op = (node.childForFieldName('operator')?.type ?? '=').slice(0, -1);
  const target = asTarget(to.field(node, 'left'));
  const value = to.field(node, 'right');
  return op === '' ? { target, value } : { target, op, value };
};

const assigned: ExpressionRule = (node, to) => ({ kind: 'assign', span: to.span(node), ...written(node, to) });

/** `x instanceof T t` sets `t` on its way. */
const instanceOf: ExpressionRule = (node, to) => {
  const left = to.field(node, 'left');
  const span = to.span(node);
  const pattern = node.childForFieldName('pattern');
  if (pattern !== null) return boundPattern(pattern, left, to);
  const type = node.childForFieldName('right');
  const name = node.childForFieldName('name');
  const right = type === null ? to.missing(node) : to.expression(type);
  if (name === null) return { kind: 'compare', span, op: 'instanceof', left, right };
  const value: Expression = { kind: 'cast', span: left.span, type: to.typeText(type) ?? '', operand: left };
  const bound: Expression = { kind: 'assign', span, target: nameAt(name, to), value };
  return { kind: 'compare', span, op: 'instanceof', left: bound, right };
};

const cast: ExpressionRule = (node, to) => ({
  kind: 'cast',
  span: to.span(node),
  type: node
    .childrenForFieldName('type')
    .map((type) => to.typeText(type) ?? '')
    .filter((type) => type !== '')
    .join('&'),
  operand: to.field(node, 'value'),
});

/** `A::b` is the method as a value, `A::new` its constructor. */
const methodReference: ExpressionRule = (node, to) => {
  const word = node.children.at(-1);
  return {
    kind: 'member',
    span: to.span(node),
    object: to.part(node, 0),
    property: word === undefined ? '' : to.text(word),
  };
};

const first: ExpressionRule = (node, to) => to.part(node, 0);

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier: nameAt,
  underscore_pattern: nameAt,
  this: nameAt,
  super: nameAt,
  method_invocation: invocation,
  field_access: fieldAccess,
  array_access: (node, to) => ({
    kind: 'index',
    span: to.span(node),
    object: to.field(node, 'array'),
    index: to.field(node, 'index'),
  }),
  binary_expression: binary,
  unary_expression: unary,
  update_expression: assigned,
  assignment_expression: assigned,
  instanceof_expression: instanceOf,
  cast_expression: cast,
  ternary_expression: (node, to) =>
    conditional(to.span(node), {
      test: to.field(node, 'condition'),
      yes: to.field(node, 'consequence'),
      no: to.field(node, 'alternative'),
    }),
  method_reference: methodReference,
  class_literal: (node, to) => ({ kind: 'member', span: to.span(node), object: to.part(node, 0), property: 'class' }),
  parenthesized_expression: first,
};
