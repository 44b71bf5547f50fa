import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Expression, Target } from '../../syntax/ir.ts';
import { conditional, literal, nameAt, named, operation } from '../build.ts';
import { compactType, type ExpressionRule, type Lowering } from '../lowering.ts';
import { argumentsOf } from './literals.ts';

const isOptional = (node: SyntaxNode): boolean => node.children.some((child) => child.type === 'optional_chain');

const member: ExpressionRule = (node, to) => {
  const property = node.childForFieldName('property');
  return {
    kind: 'member',
    span: to.span(node),
    object: to.field(node, 'object'),
    property: property === null ? '' : to.text(property),
    ...(isOptional(node) && { optional: true as const }),
  };
};

const call: ExpressionRule = (node, to) => ({
  kind: 'call',
  span: to.span(node),
  callee: to.field(node, 'function'),
  args: argumentsOf(node.childForFieldName('arguments'), to),
});

const construction: ExpressionRule = (node, to) => ({
  kind: 'call',
  span: to.span(node),
  callee: to.field(node, 'constructor'),
  args: argumentsOf(node.childForFieldName('arguments'), to),
  isNew: true,
});

const binary: ExpressionRule = (node, to) =>
  operation(to.span(node), node.childForFieldName('operator')?.type ?? '+', to.field(node, 'left'), to.field(node, 'right'));

const unary: ExpressionRule = (node, to) => {
  const op = node.childForFieldName('operator')?.type ?? '-';
  const operand = to.field(node, 'argument');
  return op === '!' ? { kind: 'not', span: to.span(node), operand } : { kind: 'unary', span: to.span(node), op, operand };
};

type Written = { readonly target: Target; readonly op?: string; readonly value: Expression };

/** What `a = b`, `a += b` and `a++` assign. */
export const written = (node: SyntaxNode, to: Lowering): Written => {
  const operator = node.childForFieldName('operator')?.type ?? '=';
  if (node.type === 'update_expression') {
    return { target: to.targetField(node, 'argument'), op: operator.charAt(0), value: literal(to.span(node), 'number', 1) };
  }
  const target = to.targetField(node, 'left');
  const value = to.field(node, 'right');
  return node.type === 'assignment_expression' ? { target, value } : { target, op: operator.slice(0, -1), value };
};

const assigned: ExpressionRule = (node, to) => ({ kind: 'assign', span: to.span(node), ...written(node, to) });

/** `a, b` is `b`. */
const sequence: ExpressionRule = (node, to) => {
  const [first, ...rest] = to.parts(node).map((child) => to.expression(child));
  if (first === undefined) return to.missing(node);
  return rest.reduce<Expression>((left, right) => ({ kind: 'binary', span: to.span(node), op: ',', left, right }), first);
};

const wrapped =
  (kind: 'await' | 'yield' | 'spread'): ExpressionRule =>
  (node, to) => {
    const inner = to.parts(node)[0];
    return { kind, span: to.span(node), operand: inner === undefined ? literal(to.span(node), 'null', null) : to.expression(inner) };
  };

/** The type is what stands beside the operand, whatever the order. */
const cast: ExpressionRule = (node, to) => {
  const operand = to.parts(node)[0];
  if (operand === undefined) return to.missing(node);
  const before = to.source.slice(node.startIndex, operand.startIndex);
  const after = to.source.slice(operand.endIndex, node.endIndex);
  const type = compactType(`${before}${after}`);
  const plain = type.replace(/^(?:as|satisfies) /, '').replace(/^<(.*)>$/, '$1');
  return { kind: 'cast', span: to.span(node), type: plain, operand: to.expression(operand) };
};

const meta: ExpressionRule = (node, to) => {
  const [object = 'new', property = 'target'] = to.text(node).split('.');
  return { kind: 'member', span: to.span(node), object: named(to.span(node), object.trim()), property: property.trim() };
};

const first: ExpressionRule = (node, to) => to.part(node, 0);

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier: nameAt,
  this: nameAt,
  super: nameAt,
  import: nameAt,
  property_identifier: nameAt,
  private_property_identifier: nameAt,
  shorthand_property_identifier: nameAt,
  member_expression: member,
  nested_identifier: member,
  subscript_expression: (node, to) => ({
    kind: 'index',
    span: to.span(node),
    object: to.field(node, 'object'),
    index: to.field(node, 'index'),
  }),
  call_expression: call,
  new_expression: construction,
  binary_expression: binary,
  unary_expression: unary,
  update_expression: assigned,
  assignment_expression: assigned,
  augmented_assignment_expression: assigned,
  ternary_expression: (node, to) =>
    conditional(to.span(node), {
      test: to.field(node, 'condition'),
      yes: to.field(node, 'consequence'),
      no: to.field(node, 'alternative'),
    }),
  sequence_expression: sequence,
  parenthesized_expression: first,
  instantiation_expression: first,
  await_expression: wrapped('await'),
  yield_expression: wrapped('yield'),
  spread_element: wrapped('spread'),
  as_expression: cast,
  satisfies_expression: cast,
  non_null_expression: cast,
  type_assertion: cast,
  meta_property: meta,
};
