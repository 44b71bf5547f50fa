import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Argument, Block, Expression, FunctionNode, Parameter, Target } from '../../syntax/ir.ts';
import { nameAt, named } from '../build.ts';
import type { ExpressionRule, Lowering, StatementRule } from '../lowering.ts';
import { declaredType } from './types.ts';

const modifiersOf = (node: SyntaxNode): readonly SyntaxNode[] => node.children.find((child) => child.type === 'modifiers')?.children ?? [];

export const hasModifier = (node: SyntaxNode, word: string): boolean =>
  modifiersOf(node).some((child) => child.type === word) || node.children.some((child) => !child.isNamed && child.type === word);

export const annotationsOf = (node: SyntaxNode, to: Lowering): readonly Expression[] =>
  modifiersOf(node)
    .filter((child) => child.type.endsWith('annotation'))
    .map((child) => to.expression(child));

const annotationArgument = (node: SyntaxNode, to: Lowering): Argument => {
  if (node.type !== 'element_value_pair') return { value: to.expression(node) };
  const key = node.childForFieldName('key');
  return { ...(key !== null && { name: to.text(key) }), value: to.field(node, 'value') };
};

const annotation: ExpressionRule = (node, to) => {
  const list = node.childForFieldName('arguments');
  const args = list === null ? [] : to.parts(list).map((child) => annotationArgument(child, to));
  return { kind: 'call', span: to.span(node), callee: to.field(node, 'name'), args };
};

const parameter = (node: SyntaxNode, to: Lowering): Parameter => {
  const isSpread = node.type === 'spread_parameter';
  const declarator = isSpread ? node.children.find((child) => child.type === 'variable_declarator') : node;
  const name = declarator?.childForFieldName('name');
  const target: Target = name
    ? nameAt(name, to)
    : node.type === 'identifier' || node.type === 'underscore_pattern'
      ? nameAt(node, to)
      : named(to.span(node), 'this');
  const spread = node.namedChildren.find((child) => child.type !== 'modifiers' && child !== declarator);
  const type = isSpread ? to.typeText(spread ?? null) : declaredType(node, to);
  return {
    span: to.span(node),
    target,
    role: isSpread ? 'items' : node.type === 'receiver_parameter' ? 'receiver' : 'plain',
    annotations: annotationsOf(node, to),
    ...(type !== undefined && { type }),
  };
};

/** Of a method or a lambda, which may have a single name without brackets. */
export const parametersOf = (node: SyntaxNode | null, to: Lowering): readonly Parameter[] => {
  if (node === null) return [];
  if (node.type === 'identifier' || node.type === 'underscore_pattern') return [parameter(node, to)];
  return to
    .parts(node)
    .filter((child) => !child.isError)
    .map((child) => parameter(child, to));
};

export const functionNode = (node: SyntaxNode, to: Lowering): FunctionNode => {
  const name = node.childForFieldName('name');
  const returnType = declaredType(node, to);
  return {
    span: to.span(node),
    name: name === null ? '' : to.text(name),
    parameters: parametersOf(node.childForFieldName('parameters'), to),
    ...(returnType !== undefined && { returnType }),
    body: to.fieldBlock(node, 'body'),
    decorators: annotationsOf(node, to),
    ...(hasModifier(node, 'static') && { isStatic: true as const }),
  };
};

const lambdaBody = (node: SyntaxNode, to: Lowering): Block => {
  const body = node.childForFieldName('body');
  if (body === null || body.type === 'block') return to.fieldBlock(node, 'body');
  const value = to.expression(body);
  return [{ kind: 'return', span: value.span, value }];
};

const lambda: ExpressionRule = (node, to) => ({
  kind: 'function',
  span: to.span(node),
  function: {
    span: to.span(node),
    name: '',
    parameters: parametersOf(node.childForFieldName('parameters'), to),
    body: lambdaBody(node, to),
    decorators: [],
    isArrow: true,
  },
});

/** A method without a body does nothing that could be followed. */
const method: StatementRule = (node, to) =>
  node.childForFieldName('body') === null ? [] : [{ kind: 'function', span: to.span(node), function: functionNode(node, to) }];

export const functionExpressions: Readonly<Record<string, ExpressionRule>> = {
  lambda_expression: lambda,
  annotation,
  marker_annotation: (node, to) => to.field(node, 'name'),
};

export const functionStatements: Readonly<Record<string, StatementRule>> = {
  method_declaration: method,
  constructor_declaration: method,
  /** In a record, which adds its parameters. */
  compact_constructor_declaration: method,
};
