import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Clause, Comprehension, Entry, Expression } from '../../syntax/ir.ts';
import { conditional, literal, nameAt, numberValue, operation } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

const constant =
  (type: 'boolean' | 'null', value: boolean | null): ExpressionRule =>
  (node, to) =>
    literal(to.span(node), type, value);

const number: ExpressionRule = (node, to) => literal(to.span(node), 'number', numberValue(to.text(node)));

const entry = (node: SyntaxNode, to: Lowering): Entry => {
  if (node.type === 'pair') return { key: to.field(node, 'key'), value: to.field(node, 'value') };
  if (node.type === 'list_splat' || node.type === 'dictionary_splat' || node.type === 'parenthesized_list_splat') {
    return { value: to.part(node, 0), spread: true };
  }
  return { value: to.expression(node) };
};

const collection =
  (type: 'list' | 'tuple' | 'set' | 'map'): ExpressionRule =>
  (node, to) => ({ kind: 'collection', span: to.span(node), type, entries: to.parts(node).map((child) => entry(child, to)) });

/** `a < b <= c` compares both pairs. */
const comparison: ExpressionRule = (node, to) => {
  const operands = node.children.filter((child) => child.isNamed && child.field !== 'operators' && !to.isDropped(child));
  const operators = node.childrenForFieldName('operators').map((child) => to.text(child).replaceAll(/\s+/g, ' '));
  const [first, ...rest] = operands.map((child) => to.expression(child));
  let left = first ?? to.missing(node);
  let chain: Expression | undefined;
  rest.forEach((right, index) => {
    const pair = operation(to.span(node), operators[index] ?? '==', left, right);
    chain = chain === undefined ? pair : { kind: 'logical', span: to.span(node), op: 'and', left: chain, right: pair };
    left = right;
  });
  return chain ?? left;
};

const binary: ExpressionRule = (node, to) => {
  const operator = node.childForFieldName('operator');
  return operation(to.span(node), operator === null ? '+' : to.text(operator), to.field(node, 'left'), to.field(node, 'right'));
};

const unary: ExpressionRule = (node, to) => ({
  kind: 'unary',
  span: to.span(node),
  op: node.childForFieldName('operator')?.type ?? '-',
  operand: to.field(node, 'argument'),
});

/** `a[1:2]` and `a[1:2, 3]`; a step changes nothing of the data. */
const subscript: ExpressionRule = (node, to) => {
  const span = to.span(node);
  const object = to.field(node, 'value');
  const [only, ...more] = node.childrenForFieldName('subscript').filter((child) => child.isNamed);
  if (only === undefined) return { kind: 'index', span, object, index: to.missing(node) };
  if (more.length === 0 && only.type === 'slice') return { kind: 'slice', span, object, ...bounds(only, to) };
  if (more.length === 0) return { kind: 'index', span, object, index: to.expression(only) };
  const entries = [only, ...more].map((child) => ({ value: to.expression(child) }));
  return { kind: 'index', span, object, index: { kind: 'collection', span, type: 'tuple', entries } };
};

const bounds = (node: SyntaxNode, to: Lowering): { readonly from?: Expression; readonly to?: Expression } => {
  let colons = 0;
  const ends: { from?: Expression; to?: Expression } = {};
  for (const child of node.children) {
    if (child.type === ':') colons += 1;
    else if (child.isNamed && !to.isDropped(child) && colons < 2) ends[colons === 0 ? 'from' : 'to'] = to.expression(child);
  }
  return ends;
};

/** A slice within several subscripts, where there is no object of its own. */
const slice: ExpressionRule = (node, to) => {
  const entries = Object.values(bounds(node, to)).map((value) => ({ value }));
  return { kind: 'collection', span: to.span(node), type: 'tuple', entries };
};

const clauses = (node: SyntaxNode, to: Lowering): readonly Clause[] =>
  node.children.flatMap((child): readonly Clause[] => {
    if (child.type === 'if_clause') return [{ kind: 'if', test: to.part(child, 0) }];
    if (child.type !== 'for_in_clause') return [];
    // Python 2 allows several iterables without brackets.
    const iterables = child.childrenForFieldName('right').filter((each) => each.isNamed);
    const [only = child] = iterables;
    const iterable = iterables.length > 1 ? to.other(child) : to.expression(only);
    return [{ kind: 'for', target: to.targetField(child, 'left'), iterable }];
  });

const comprehension =
  (type: Comprehension['type']): ExpressionRule =>
  (node, to) => {
    const body = node.childForFieldName('body');
    const isPair = body?.type === 'pair';
    const element = body === null ? to.missing(node) : isPair ? to.field(body, 'value') : to.expression(body);
    return {
      kind: 'comprehension',
      span: to.span(node),
      type,
      ...(isPair && { key: to.field(body, 'key') }),
      element,
      clauses: clauses(node, to),
    };
  };

const wrapped =
  (kind: 'await' | 'yield' | 'spread'): ExpressionRule =>
  (node, to) => {
    const inner = to.parts(node)[0];
    return { kind, span: to.span(node), operand: inner === undefined ? literal(to.span(node), 'null', null) : to.expression(inner) };
  };

const dotted: ExpressionRule = (node, to) => {
  const [first, ...rest] = to.parts(node);
  if (first === undefined) return to.missing(node);
  let object: Expression = nameAt(first, to);
  for (const word of rest) object = { kind: 'member', span: to.between(first, word), object, property: to.text(word) };
  return object;
};

const attribute: ExpressionRule = (node, to) => {
  const property = node.childForFieldName('attribute');
  return { kind: 'member', span: to.span(node), object: to.field(node, 'object'), property: property === null ? '' : to.text(property) };
};

export const inner: ExpressionRule = (node, to) => to.part(node, 0);

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier: nameAt,
  true: constant('boolean', true),
  false: constant('boolean', false),
  none: constant('null', null),
  ellipsis: constant('null', null),
  integer: number,
  float: number,
  list: collection('list'),
  tuple: collection('tuple'),
  set: collection('set'),
  dictionary: collection('map'),
  expression_list: collection('tuple'),
  comparison_operator: comparison,
  binary_operator: binary,
  boolean_operator: binary,
  unary_operator: unary,
  not_operator: (node, to) => ({ kind: 'not', span: to.span(node), operand: to.field(node, 'argument') }),
  subscript,
  slice,
  list_comprehension: comprehension('list'),
  set_comprehension: comprehension('set'),
  dictionary_comprehension: comprehension('map'),
  generator_expression: comprehension('generator'),
  await: wrapped('await'),
  yield: wrapped('yield'),
  list_splat: wrapped('spread'),
  dictionary_splat: wrapped('spread'),
  parenthesized_list_splat: wrapped('spread'),
  parenthesized_expression: inner,
  dotted_name: dotted,
  attribute,
  named_expression: (node, to) => ({
    kind: 'assign',
    span: to.span(node),
    target: to.targetField(node, 'name'),
    value: to.field(node, 'value'),
  }),
  conditional_expression: (node, to) => conditional(to.span(node), { test: to.part(node, 1), yes: to.part(node, 0), no: to.part(node, 2) }),
  /** Outside of `with`, `except` and `case` only in broken text. */
  as_pattern: inner,
};
