import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Block, Expression, Import, Statement } from '../../syntax/ir.ts';
import { nameAt } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { argumentsOf, written } from './expressions.ts';
import { hasModifier } from './functions.ts';
import { initializer } from './literals.ts';
import { declaredType } from './types.ts';

const declarator = (node: SyntaxNode, parent: SyntaxNode, to: Lowering): Assignment => {
  const name = node.childForFieldName('name');
  const value = node.childForFieldName('value');
  const type = declaredType(parent, to, node);
  return {
    kind: 'assignment',
    span: to.span(node),
    targets: [name === null ? to.missing(node) : nameAt(name, to)],
    ...(value !== null && { value: value.type === 'array_initializer' ? initializer(value, to, type) : to.expression(value) }),
    declares: {
      ...(type !== undefined && { type }),
      ...((hasModifier(parent, 'final') || parent.type === 'constant_declaration') && { constant: true as const }),
    },
  };
};

/** Local variables, and fields of classes. */
export const declaration: StatementRule = (node, to) => node.childrenForFieldName('declarator').map((child) => declarator(child, node, to));

const writing = new Set(['assignment_expression', 'update_expression']);

/** `a = b = c` has two targets. */
const assignment = (node: SyntaxNode, to: Lowering): Statement => {
  const { target, op, value } = written(node, to);
  const targets = [target];
  let inner = value;
  while (op === undefined && inner.kind === 'assign' && inner.op === undefined) {
    targets.push(inner.target);
    inner = inner.value;
  }
  return { kind: 'assignment', span: to.span(node), targets, ...(op !== undefined && { op }), value: inner };
};

/** An expression that stands alone. */
export const asStatement = (node: SyntaxNode, to: Lowering): Statement =>
  writing.has(node.type) ? assignment(node, to) : { kind: 'expression', span: to.span(node), value: to.expression(node) };

const expressionStatement: StatementRule = (node, to) => to.parts(node).map((child) => asStatement(child, to));

const importStatement: StatementRule = (node, to) => {
  const path = to.typeText(to.parts(node).find((child) => child.type.endsWith('identifier')) ?? null) ?? '';
  const isStatic = node.children.some((child) => child.type === 'static');
  const isAll = node.children.some((child) => child.type === 'asterisk');
  const cut = path.lastIndexOf('.');
  const word = path.slice(cut + 1);
  const at = { kind: 'import', span: to.span(node) } as const;
  if (isAll) return [{ ...at, module: path, names: [{ name: '*', as: '*' }] } satisfies Import];
  if (isStatic && cut > 0) return [{ ...at, module: path.slice(0, cut), names: [{ name: word, as: word }] } satisfies Import];
  return [{ ...at, module: path, as: word, names: [] } satisfies Import];
};

const jump =
  (kind: 'break' | 'continue'): StatementRule =>
  (node, to) => {
    const label = to.parts(node)[0];
    return [{ kind, span: to.span(node), ...(label !== undefined && { label: to.text(label) }) }];
  };

const returnOrThrow =
  (kind: 'return' | 'throw'): StatementRule =>
  (node, to) => {
    const value = to.parts(node)[0];
    return [{ kind, span: to.span(node), ...(value !== undefined && { value: to.expression(value) }) }];
  };

/** `this(…)` and `super(…)`. */
const constructorCall: StatementRule = (node, to) => {
  const constructed = node.childForFieldName('constructor');
  const callee: Expression = constructed === null ? to.missing(node) : to.expression(constructed);
  const args = argumentsOf(node.childForFieldName('arguments'), to);
  return [{ kind: 'expression', span: to.span(node), value: { kind: 'call', span: to.span(node), callee, args } }];
};

const block: StatementRule = (node, to): Block => [{ kind: 'block', span: to.span(node), body: to.block(node) }];

export const statementRules: Readonly<Record<string, StatementRule>> = {
  local_variable_declaration: declaration,
  expression_statement: expressionStatement,
  import_declaration: importStatement,
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  return_statement: returnOrThrow('return'),
  throw_statement: returnOrThrow('throw'),
  assert_statement: (node, to) => [{ kind: 'assert', span: to.span(node), test: to.part(node, 0) }],
  explicit_constructor_invocation: constructorCall,
  block,
  constructor_body: block,
};
