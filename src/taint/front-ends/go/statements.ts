import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Block, Expression, Target } from '../../syntax/ir.ts';
import { asTarget, literal, named } from '../build.ts';
import type { Lowering, StatementRule, TargetRule } from '../lowering.ts';
import { namedResults } from './functions.ts';

/** `a, err` of `a, err := f()` is one target that takes apart what the call, or the tuple on the right, yields. */
export const targetOf: TargetRule = (node, to) => {
  if (node.type !== 'expression_list') return asTarget(to.expression(node));
  const targets = to.parts(node).map((child) => asTarget(to.expression(child)));
  const [only] = targets;
  if (only !== undefined && targets.length === 1) return only;
  return { kind: 'destructure', span: to.span(node), elements: targets.map((target) => ({ target })) };
};

const leftOf = (node: SyntaxNode, to: Lowering): Target => {
  const left = node.childForFieldName('left');
  return left === null ? to.missing(node) : targetOf(left, to);
};

const shortDeclaration: StatementRule = (node, to) => [
  { kind: 'assignment', span: to.span(node), targets: [leftOf(node, to)], value: to.field(node, 'right'), declares: {} },
];

const assignment: StatementRule = (node, to) => {
  const written = node.childForFieldName('operator')?.type ?? '=';
  const op = written.slice(0, -1);
  const right = to.field(node, 'right');
  // `a &^= b` clears the bits of `b`.
  const value: Expression = op === '&^' ? { kind: 'unary', span: right.span, op: '~', operand: right } : right;
  const made = { kind: 'assignment', span: to.span(node), targets: [leftOf(node, to)], value } as const;
  return [op === '' ? made : { ...made, op: op === '&^' ? '&' : op }];
};

const counting =
  (op: '+' | '-'): StatementRule =>
  (node, to) => [
    { kind: 'assignment', span: to.span(node), targets: [asTarget(to.part(node, 0))], op, value: literal(to.span(node), 'number', 1) },
  ];

/** A channel is a list of unknown length: what is sent becomes some element of it, what is received (`<-`) is one. */
export const sending = (node: SyntaxNode, to: Lowering): Assignment & { readonly value: Expression } => ({
  kind: 'assignment',
  span: to.span(node),
  targets: [{ kind: 'slice', span: to.span(node), object: to.field(node, 'channel') }],
  value: to.field(node, 'value'),
});

/** `v, ok := <-c`, or `<-c` alone. */
const receiving: StatementRule = (node, to) => {
  const value = to.field(node, 'right');
  if (node.childForFieldName('left') === null) return [{ kind: 'expression', span: to.span(node), value }];
  const isNew = node.children.some((child) => child.type === ':=');
  return [{ kind: 'assignment', span: to.span(node), targets: [leftOf(node, to)], value, ...(isNew && { declares: {} }) }];
};

const forStatement: StatementRule = (node, to) => {
  const body = to.fieldBlock(node, 'body');
  const span = to.span(node);
  const [head] = to.parts(node).filter((child) => child.field !== 'body' && !child.isError);
  if (head?.type === 'range_clause') return [{ kind: 'for-each', span, ...ranged(head, to), iterable: to.field(head, 'right'), body }];
  if (head?.type !== 'for_clause') {
    return [{ kind: 'loop', span, before: [], ...(head !== undefined && { test: to.expression(head) }), update: [], body }];
  }
  const first = head.childForFieldName('initializer');
  const update = head.childForFieldName('update');
  const test = to.optionalField(head, 'condition');
  return [
    {
      kind: 'loop',
      span,
      before: first === null ? [] : to.statements(first),
      ...(test !== undefined && { test }),
      update: update === null ? [] : to.statements(update).flatMap((each) => asExpression(each)),
      body,
    },
  ];
};

/** A simple statement as a value. */
export const asExpression = (statement: Block[number]): readonly Expression[] => {
  if (statement.kind === 'expression') return [statement.value];
  const [target] = statement.kind === 'assignment' ? statement.targets : [];
  if (statement.kind !== 'assignment' || target === undefined || statement.value === undefined) return [];
  const { span, op, value } = statement;
  return [{ kind: 'assign', span, target, ...(op !== undefined && { op }), value }];
};

/** One name gets the keys, two get both; without names nothing is kept. */
const ranged = (clause: SyntaxNode, to: Lowering): { readonly target: Target; readonly yields: 'keys' | 'pairs' } => {
  const left = clause.childForFieldName('left');
  const target = left === null ? named(to.span(clause), '') : targetOf(left, to);
  return { target, yields: target.kind === 'destructure' ? 'pairs' : 'keys' };
};

const labelText = (node: SyntaxNode, to: Lowering): string | undefined => {
  const label = node.children.find((child) => child.type === 'label_name');
  return label === undefined ? undefined : to.text(label);
};

const jump =
  (kind: 'break' | 'continue'): StatementRule =>
  (node, to) => {
    const label = labelText(node, to);
    return [{ kind, span: to.span(node), ...(label !== undefined && { label }) }];
  };

const labelled: StatementRule = (node, to) => {
  const label = node.childForFieldName('label');
  const rest = node.children.filter((child) => child.isNamed && child !== label);
  const start = { kind: 'label', span: to.span(label ?? node), label: label === null ? '' : to.text(label) } as const;
  return [start, ...rest.flatMap((child) => to.statements(child))];
};

const returning: StatementRule = (node, to) => {
  const list = to.parts(node)[0];
  const value = list === undefined ? namedResults(node, to) : to.expression(list);
  return [{ kind: 'return', span: to.span(node), ...(value !== undefined && { value }) }];
};

const calling =
  (kind: 'defer' | 'spawn'): StatementRule =>
  (node, to) => [{ kind, span: to.span(node), call: to.part(node, 0) }];

export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: (node, to) => [{ kind: 'expression', span: to.span(node), value: to.part(node, 0) }],
  short_var_declaration: shortDeclaration,
  assignment_statement: assignment,
  inc_statement: counting('+'),
  dec_statement: counting('-'),
  send_statement: (node, to) => [sending(node, to)],
  receive_statement: receiving,
  for_statement: forStatement,
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  /** The switch reads it. */
  fallthrough_statement: () => [],
  goto_statement: (node, to) => [{ kind: 'goto', span: to.span(node), label: labelText(node, to) ?? '' }],
  labeled_statement: labelled,
  return_statement: returning,
  defer_statement: calling('defer'),
  go_statement: calling('spawn'),
  block: (node, to) => [{ kind: 'block', span: to.span(node), body: to.block(node) }],
  statement_list: (node, to) => to.block(node),
};
