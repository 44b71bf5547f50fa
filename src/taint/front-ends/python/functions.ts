import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Argument, Expression, FunctionNode, Parameter } from '../../syntax/ir.ts';
import { nameAt } from '../build.ts';
import type { ExpressionRule, Lowering, StatementRule } from '../lowering.ts';

const roles: Readonly<Record<string, Parameter['role']>> = {
  list_splat_pattern: 'items',
  dictionary_splat_pattern: 'keywords',
};

/** The name of a parameter and its role: `*args` is a pattern around a name. */
const bare = (node: SyntaxNode, to: Lowering): Pick<Parameter, 'target' | 'role'> => {
  const role = roles[node.type];
  if (role !== undefined) {
    const inner = to.parts(node)[0];
    return { target: inner === undefined ? to.missing(node) : to.target(inner), role };
  }
  const text = to.text(node);
  return { target: to.target(node), role: text === 'self' || text === 'cls' ? 'receiver' : 'plain' };
};

const parameter = (node: SyntaxNode, to: Lowering): Parameter => {
  const named = node.childForFieldName('name') ?? (node.type === 'typed_parameter' ? to.parts(node)[0] : node) ?? node;
  const type = to.typeText(node.childForFieldName('type'));
  const fallback = to.optionalField(node, 'value');
  return {
    span: to.span(node),
    ...bare(named, to),
    annotations: [],
    ...(type !== undefined && { type }),
    ...(fallback !== undefined && { fallback }),
  };
};

/** `/` and `*` alone only say how arguments are passed. */
const parameters = (node: SyntaxNode | null, to: Lowering): readonly Parameter[] =>
  node === null
    ? []
    : to
        .parts(node)
        .filter((child) => child.type !== 'positional_separator' && child.type !== 'keyword_separator')
        .map((child) => parameter(child, to));

const isStaticMark = (decorator: Expression): boolean => decorator.kind === 'name' && decorator.name === 'staticmethod';

const functionNode = (node: SyntaxNode, to: Lowering, decorators: readonly Expression[]): FunctionNode => {
  const name = node.childForFieldName('name');
  const returnType = to.typeText(node.childForFieldName('return_type'));
  return {
    span: to.span(node),
    name: name === null ? '' : to.text(name),
    parameters: parameters(node.childForFieldName('parameters'), to),
    ...(returnType !== undefined && { returnType }),
    body: to.fieldBlock(node, 'body'),
    decorators,
    ...(node.children[0]?.type === 'async' && { isAsync: true as const }),
    ...(decorators.some(isStaticMark) && { isStatic: true as const }),
  };
};

const definition = (node: SyntaxNode, to: Lowering, decorators: readonly Expression[], outer = node): ReturnType<StatementRule> => {
  const span = to.span(outer);
  if (node.type === 'function_definition') return [{ kind: 'function', span, function: functionNode(node, to, decorators) }];
  const name = node.childForFieldName('name');
  const supers = node.childForFieldName('superclasses');
  return [
    {
      kind: 'class',
      span,
      class: {
        span: to.span(node),
        name: name === null ? '' : to.text(name),
        bases:
          supers === null
            ? []
            : callArguments(supers, to)
                .filter(({ name: keyword }) => keyword === undefined)
                .map(({ value }) => value),
        decorators,
        body: to.fieldBlock(node, 'body'),
      },
    },
  ];
};

const decorated: StatementRule = (node, to) => {
  const decorators = node.children.filter((child) => child.type === 'decorator').map((child) => to.part(child, 0));
  const inner = node.childForFieldName('definition');
  if (inner !== null) return definition(inner, to, decorators, node);
  return decorators.map((value) => ({ kind: 'expression', span: value.span, value }));
};

const lambda: ExpressionRule = (node, to) => {
  const span = to.span(node);
  const value = to.field(node, 'body');
  return {
    kind: 'function',
    span,
    function: {
      span,
      name: '',
      parameters: parameters(node.childForFieldName('parameters'), to),
      body: [{ kind: 'return', span: value.span, value }],
      decorators: [],
      isArrow: true,
    },
  };
};

/** The arguments of a call, or the one generator that stands in their place. */
export const callArguments = (node: SyntaxNode, to: Lowering): readonly Argument[] => {
  if (node.type !== 'argument_list') return [{ value: to.expression(node) }];
  return to.parts(node).map((child) => {
    if (child.type === 'list_splat') return { value: to.part(child, 0), spread: 'items' };
    if (child.type === 'dictionary_splat') return { value: to.part(child, 0), spread: 'keywords' };
    if (child.type !== 'keyword_argument') return { value: to.expression(child) };
    const name = child.childForFieldName('name');
    return { value: to.field(child, 'value'), ...(name !== null && { name: nameAt(name, to).name }) };
  });
};

const call: ExpressionRule = (node, to) => {
  const args = node.childForFieldName('arguments');
  return { kind: 'call', span: to.span(node), callee: to.field(node, 'function'), args: args === null ? [] : callArguments(args, to) };
};

export const functionExpressions: Readonly<Record<string, ExpressionRule>> = { lambda, call };

export const functionStatements: Readonly<Record<string, StatementRule>> = {
  function_definition: (node, to) => definition(node, to, []),
  class_definition: (node, to) => definition(node, to, []),
  decorated_definition: decorated,
};
