import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Expression, FunctionNode, FunctionValue, Parameter, Statement } from '../../syntax/ir.ts';
import { named } from '../build.ts';
import type { ExpressionRule, Lowering, StatementRule } from '../lowering.ts';

/** A type as written after its colon. */
export const annotated = (node: SyntaxNode | null, to: Lowering): string | undefined => to.typeText(node)?.replace(/^:/, '');

export const decoratorsOf = (node: SyntaxNode, to: Lowering): readonly Expression[] =>
  node.childrenForFieldName('decorator').map((child) => to.part(child, 0));

const parameter = (node: SyntaxNode, to: Lowering): Parameter => {
  const pattern = node.childForFieldName('pattern') ?? node.childForFieldName('left') ?? node;
  const type = annotated(node.childForFieldName('type'), to);
  const fallback = to.optionalField(node, node.type === 'assignment_pattern' ? 'right' : 'value');
  return {
    span: to.span(node),
    target: to.target(pattern),
    role: pattern.type === 'rest_pattern' ? 'items' : pattern.type === 'this' ? 'receiver' : 'plain',
    annotations: decoratorsOf(node, to),
    ...(type !== undefined && { type }),
    ...(fallback !== undefined && { fallback }),
  };
};

const parametersOf = (node: SyntaxNode, to: Lowering): readonly Parameter[] => {
  const single = node.childForFieldName('parameter');
  if (single !== null) return [parameter(single, to)];
  const list = node.childForFieldName('parameters');
  return list === null ? [] : to.parts(list).map((child) => parameter(child, to));
};

/** TypeScript's `constructor(private a: string)` sets `this.a` first. */
const propertyParameters = (node: SyntaxNode, to: Lowering): Block => {
  const list = node.childForFieldName('parameters');
  if (list === null) return [];
  return list.children.flatMap((child): readonly Statement[] => {
    const isProperty = child.children.some(
      ({ type }) => type === 'accessibility_modifier' || type === 'readonly' || type === 'override_modifier',
    );
    const pattern = child.childForFieldName('pattern');
    if (!isProperty || pattern?.type !== 'identifier') return [];
    const span = to.span(child);
    const name = to.text(pattern);
    const target = { kind: 'member', span, object: named(span, 'this'), property: name } as const;
    return [{ kind: 'assignment', span, targets: [target], value: named(to.span(pattern), name) }];
  });
};

const bodyOf = (node: SyntaxNode, to: Lowering): Block => {
  const body = node.childForFieldName('body');
  if (body === null || body.type === 'statement_block') {
    const block = to.fieldBlock(node, 'body');
    const properties = propertyParameters(node, to);
    return properties.length === 0 ? block : [...properties, ...block];
  }
  const value = to.expression(body);
  return [{ kind: 'return', span: value.span, value }];
};

export const functionNode = (node: SyntaxNode, to: Lowering, decorators: readonly Expression[] = decoratorsOf(node, to)): FunctionNode => {
  const name = node.childForFieldName('name');
  const returnType = annotated(node.childForFieldName('return_type'), to);
  const marks = new Set(node.children.filter((child) => !child.isNamed).map((child) => child.type));
  return {
    span: to.span(node),
    name: name === null ? '' : name.type === 'computed_property_name' || name.type === 'string' ? nameOf(name, to) : to.text(name),
    parameters: parametersOf(node, to),
    ...(returnType !== undefined && { returnType }),
    body: bodyOf(node, to),
    decorators,
    ...(marks.has('async') && { isAsync: true as const }),
    ...(marks.has('static') && { isStatic: true as const }),
    ...(node.type === 'arrow_function' && { isArrow: true as const }),
  };
};

const nameOf = (node: SyntaxNode, to: Lowering): string => {
  const inner = node.type === 'string' ? node : to.parts(node)[0];
  const value = inner?.type === 'string' ? to.expression(inner) : undefined;
  return value?.kind === 'literal' ? String(value.value) : to.text(node);
};

export const functionValue = (node: SyntaxNode, to: Lowering): FunctionValue => ({
  kind: 'function',
  span: to.span(node),
  function: functionNode(node, to),
});

const declaration: StatementRule = (node, to) => [{ kind: 'function', span: to.span(node), function: functionNode(node, to) }];

export const functionExpressions: Readonly<Record<string, ExpressionRule>> = {
  function_expression: functionValue,
  generator_function: functionValue,
  arrow_function: functionValue,
};

export const functionStatements: Readonly<Record<string, StatementRule>> = {
  function_declaration: declaration,
  generator_function_declaration: declaration,
  /** In the body of a class, and at the top of a fragment. */
  method_definition: declaration,
};
