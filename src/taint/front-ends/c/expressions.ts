import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Expression, Target } from '../../syntax/ir.ts';
import { callOf, conditional, literal, nameAt, named, operation } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

/** The name of a field: without the arguments of a template. */
const fieldName = (node: SyntaxNode | null, to: Lowering): string => {
  if (node === null) return '';
  if (node.type === 'dependent_name') return fieldName(to.parts(node)[0] ?? null, to);
  return to.typeText(node.childForFieldName('name') ?? node) ?? '';
};

const field: ExpressionRule = (node, to) => ({
  kind: 'member',
  span: to.span(node),
  object: to.field(node, 'argument'),
  property: fieldName(node.childForFieldName('field'), to),
});

/** `v[1, 2]` of C++23 has a tuple for index. */
const subscript: ExpressionRule = (node, to) => {
  const list = node.childForFieldName('indices');
  const indices = list === null ? [] : to.parts(list).map((child) => to.expression(child));
  const [only] = indices;
  const span = to.span(node);
  const tuple = { kind: 'collection', span, type: 'tuple', entries: indices.map((value) => ({ value })) } as const;
  const index = list === null ? to.field(node, 'index') : only !== undefined && indices.length === 1 ? only : tuple;
  return { kind: 'index', span, object: to.field(node, 'argument'), index };
};

/** C++ has words for signs. */
const signs: Readonly<Record<string, string>> = { bitand: '&', bitor: '|', xor: '^' };

const binary: ExpressionRule = (node, to) => {
  const operator = node.childForFieldName('operator')?.type ?? '+';
  return operation(to.span(node), signs[operator] ?? operator, to.field(node, 'left'), to.field(node, 'right'));
};

const unary: ExpressionRule = (node, to) => {
  const op = node.childForFieldName('operator')?.type ?? '-';
  const operand = to.field(node, 'argument');
  if (op === '!' || op === 'not') return { kind: 'not', span: to.span(node), operand };
  return { kind: 'unary', span: to.span(node), op: op === 'compl' ? '~' : op, operand };
};

const assigningWords: Readonly<Record<string, string>> = { and_eq: '&', or_eq: '|', xor_eq: '^' };

type Written = { readonly target: Target; readonly op?: string; readonly value: Expression };

/** What `a = b`, `a += b` and `a++` assign. */
export const written = (node: SyntaxNode, to: Lowering): Written => {
  const operator = node.childForFieldName('operator')?.type ?? '=';
  if (node.type === 'update_expression') {
    return { target: to.targetField(node, 'argument'), op: operator.charAt(0), value: literal(to.span(node), 'number', 1) };
  }
  const target = to.targetField(node, 'left');
  const value = to.field(node, 'right');
  return operator === '=' ? { target, value } : { target, op: assigningWords[operator] ?? operator.replace(/=$/, ''), value };
};

const assigned: ExpressionRule = (node, to) => ({ kind: 'assign', span: to.span(node), ...written(node, to) });

/** GNU's `a ?: b` is `a ? a : b`. */
const choice: ExpressionRule = (node, to) => {
  const test = to.field(node, 'condition');
  return conditional(to.span(node), { test, yes: to.optionalField(node, 'consequence') ?? test, no: to.field(node, 'alternative') });
};

const typeName = (node: SyntaxNode, to: Lowering): Expression => named(to.span(node), to.typeText(node) ?? '');

const measure =
  (op: string): ExpressionRule =>
  (node, to) => {
    const type = node.childForFieldName('type');
    return { kind: 'unary', span: to.span(node), op, operand: type === null ? to.field(node, 'value') : typeName(type, to) };
  };

/** GNU's `({ int a = 1; a; })` is a function that is called on the spot. */
const statementExpression = (node: SyntaxNode, to: Lowering): Expression => {
  const body = [...to.block(node)];
  const last = body.at(-1);
  if (last?.kind === 'expression') body[body.length - 1] = { kind: 'return', span: last.span, value: last.value };
  const span = to.span(node);
  const value = { span, name: '', parameters: [], body, decorators: [], isArrow: true } as const;
  return { kind: 'call', span, callee: { kind: 'function', span, function: value }, args: [] };
};

const parenthesized: ExpressionRule = (node, to) => {
  const inner = to.parts(node)[0];
  if (inner?.type === 'compound_statement') return statementExpression(inner, to);
  return inner === undefined ? to.missing(node) : to.expression(inner);
};

/** Named after its keyword, with what it reads. */
const special =
  (name: string): ExpressionRule =>
  (node, to) => {
    const values: Expression[] = [];
    const visit = (parent: SyntaxNode): void => {
      for (const child of to.parts(parent)) {
        if (child.type.startsWith('gnu_asm_')) visit(child);
        else if (child.type === 'type_descriptor') values.push(typeName(child, to));
        else if (child.field !== 'register' && child.field !== 'constraint') values.push(to.expression(child));
      }
    };
    visit(node);
    return callOf(to.span(node), name, values);
  };

const first: ExpressionRule = (node, to) => to.part(node, 0);

const comma: ExpressionRule = (node, to) => ({
  kind: 'binary',
  span: to.span(node),
  op: ',',
  left: to.field(node, 'left'),
  right: to.field(node, 'right'),
});

export const expressionRules: Readonly<Record<string, ExpressionRule>> = {
  identifier: nameAt,
  field_identifier: nameAt,
  type_identifier: nameAt,
  namespace_identifier: nameAt,
  primitive_type: nameAt,
  sized_type_specifier: typeName,
  type_descriptor: typeName,
  this: nameAt,
  field_expression: field,
  subscript_expression: subscript,
  binary_expression: binary,
  unary_expression: unary,
  pointer_expression: unary,
  update_expression: assigned,
  assignment_expression: assigned,
  comma_expression: comma,
  conditional_expression: choice,
  cast_expression: (node, to) => ({
    kind: 'cast',
    span: to.span(node),
    type: to.typeText(node.childForFieldName('type')) ?? '',
    operand: to.field(node, 'value'),
  }),
  sizeof_expression: measure('sizeof'),
  alignof_expression: measure('alignof'),
  offsetof_expression: special('offsetof'),
  generic_expression: special('_Generic'),
  gnu_asm_expression: special('asm'),
  extension_expression: first,
  parenthesized_expression: parenthesized,
  /** In the conditions of the preprocessor. */
  preproc_defined: special('defined'),
};
