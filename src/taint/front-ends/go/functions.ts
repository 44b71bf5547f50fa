import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Expression, FunctionNode, Name, Parameter, Statement } from '../../syntax/ir.ts';
import { nameAt, named } from '../build.ts';
import type { ExpressionRule, Lowering, StatementRule } from '../lowering.ts';

/** `a, b string` are two; a type alone is one without a name. */
const parameters = (list: SyntaxNode | null, to: Lowering, role: Parameter['role'] = 'plain'): readonly Parameter[] =>
  (list?.children ?? []).flatMap((child): readonly Parameter[] => {
    if (child.type !== 'parameter_declaration' && child.type !== 'variadic_parameter_declaration') return [];
    const type = to.typeText(child.childForFieldName('type'));
    const own = child.type === 'variadic_parameter_declaration' ? 'items' : role;
    const names = child.childrenForFieldName('name').filter((name) => name.isNamed);
    const targets = names.length === 0 ? [named(to.span(child), '')] : names.map((name) => nameAt(name, to));
    return targets.map((target) => ({
      span: names.length < 2 ? to.span(child) : target.span,
      target,
      role: own,
      annotations: [],
      ...(type !== undefined && { type }),
    }));
  });

/** `(n int, err error)` yields `(int,error)`. */
const resultType = (result: SyntaxNode | null, to: Lowering): string | undefined => {
  if (result?.type !== 'parameter_list') return to.typeText(result);
  return `(${parameters(result, to)
    .map(({ type }) => type ?? '')
    .join(',')})`;
};

/** The named results of the functions that a text's lowering is inside of, innermost last. */
const open = new WeakMap<Lowering, (readonly Name[])[]>();

/** What a `return` without values yields: the results by their names. */
export const namedResults = (node: SyntaxNode, to: Lowering): Expression | undefined => {
  const names = open.get(to)?.at(-1) ?? [];
  const span = to.span(node);
  const values = names.map(({ name }) => named(span, name));
  const [only] = values;
  if (only === undefined || values.length === 1) return only;
  return { kind: 'collection', span, type: 'tuple', entries: values.map((value) => ({ value })) };
};

/** Named results are variables from the start. */
const resultVariables = (result: SyntaxNode | null, to: Lowering): Block =>
  (result?.type === 'parameter_list' ? result.children : []).flatMap((child) =>
    to.remember(child, () => {
      const type = to.typeText(child.childForFieldName('type'));
      return child
        .childrenForFieldName('name')
        .filter((name) => name.isNamed)
        .map((name) => ({
          kind: 'assignment',
          span: to.span(child),
          targets: [nameAt(name, to)],
          declares: { ...(type !== undefined && { type }) },
        }));
    }),
  );

const isName = (target: Statement): Name | undefined => {
  const [first] = target.kind === 'assignment' ? target.targets : [];
  return first?.kind === 'name' ? first : undefined;
};

const bodyOf = (node: SyntaxNode, to: Lowering): Block => {
  const variables = resultVariables(node.childForFieldName('result'), to);
  const stack = open.get(to) ?? [];
  open.set(to, stack);
  stack.push(variables.flatMap((variable) => isName(variable) ?? []));
  try {
    return [...variables, ...to.fieldBlock(node, 'body')];
  } finally {
    stack.pop();
  }
};

const functionNode = (node: SyntaxNode, to: Lowering): FunctionNode => {
  const name = node.childForFieldName('name');
  const returnType = resultType(node.childForFieldName('result'), to);
  return {
    span: to.span(node),
    name: name === null ? '' : to.text(name),
    parameters: [
      ...parameters(node.childForFieldName('receiver'), to, 'receiver'),
      ...parameters(node.childForFieldName('parameters'), to),
    ],
    ...(returnType !== undefined && { returnType }),
    body: bodyOf(node, to),
    decorators: [],
  };
};

const declaration: StatementRule = (node, to) => [{ kind: 'function', span: to.span(node), function: functionNode(node, to) }];

export const functionExpressions: Readonly<Record<string, ExpressionRule>> = {
  func_literal: (node, to) => ({ kind: 'function', span: to.span(node), function: functionNode(node, to) }),
};

export const functionStatements: Readonly<Record<string, StatementRule>> = {
  function_declaration: declaration,
  method_declaration: declaration,
};
