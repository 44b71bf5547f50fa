import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Block, Expression, Statement } from '../../syntax/ir.ts';
import { asTarget, branching } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { mergedCases } from '../switch.ts';
import { classNode } from './classes.ts';
import { written } from './expressions.ts';
import { annotated } from './functions.ts';

const block = 'statement_block';

const declarator = (node: SyntaxNode, to: Lowering, isConstant: boolean): Statement => {
  const name = node.childForFieldName('name');
  const value = node.childForFieldName('value');
  if (value?.type === 'class' && name?.type === 'identifier' && value.childForFieldName('name') === null) {
    return { kind: 'class', span: to.span(node), class: classNode(value, to, [], to.text(name)) };
  }
  const type = annotated(node.childForFieldName('type'), to);
  return {
    kind: 'assignment',
    span: to.span(node),
    targets: [name === null ? to.missing(node) : to.target(name)],
    ...(value !== null && { value: to.expression(value) }),
    declares: { ...(type !== undefined && { type }), ...(isConstant && { constant: true as const }) },
  };
};

const declaration: StatementRule = (node, to) => {
  const kind = node.childForFieldName('kind')?.type ?? 'var';
  const isConstant = kind === 'const' || kind === 'using';
  return node.children.filter((child) => child.type === 'variable_declarator').map((child) => declarator(child, to, isConstant));
};

const writing = new Set(['assignment_expression', 'augmented_assignment_expression', 'update_expression']);

/** `a = b = c` has two targets; `a, b` is two statements; `delete a.b` is one of its own. */
const asStatements = (node: SyntaxNode, to: Lowering): Block => {
  // TypeScript's grammar takes a namespace for an expression.
  if (node.type === 'internal_module') return to.statements(node);
  if (node.type === 'sequence_expression') return to.parts(node).flatMap((child) => asStatements(child, to));
  if (node.type === 'parenthesized_expression') {
    const inner = to.parts(node)[0];
    return inner !== undefined && writing.has(inner.type) ? asStatements(inner, to) : [plain(node, to)];
  }
  if (node.type === 'unary_expression' && node.childForFieldName('operator')?.type === 'delete') {
    return [{ kind: 'delete', span: to.span(node), target: asTarget(to.field(node, 'argument')) }];
  }
  return [writing.has(node.type) ? assignment(node, to) : plain(node, to)];
};

const plain = (node: SyntaxNode, to: Lowering): Statement => ({ kind: 'expression', span: to.span(node), value: to.expression(node) });

const assignment = (node: SyntaxNode, to: Lowering): Assignment => {
  const { target, op, value } = written(node, to);
  const targets = [target];
  let inner = value;
  while (op === undefined && inner.kind === 'assign' && inner.op === undefined) {
    targets.push(inner.target);
    inner = inner.value;
  }
  return { kind: 'assignment', span: to.span(node), targets, ...(op !== undefined && { op }), value: inner };
};

const expressionStatement: StatementRule = (node, to) => {
  const inner = to.parts(node)[0];
  return inner === undefined ? [] : asStatements(inner, to);
};

const ifStatement: StatementRule = (node, to) => {
  const alternative = node.childForFieldName('alternative');
  const no = alternative === null ? undefined : to.parts(alternative).flatMap((child) => to.body(child, block));
  const yes = to.body(node.childForFieldName('consequence'), block);
  return [branching(to.span(node), { test: to.field(node, 'condition'), yes, no })];
};

const whileStatement: StatementRule = (node, to) => [
  {
    kind: 'loop',
    span: to.span(node),
    before: [],
    test: to.field(node, 'condition'),
    update: [],
    body: to.body(node.childForFieldName('body'), block),
    ...(node.type === 'do_statement' && { testsAfter: true as const }),
  },
];

/** Of a part of `for (;;)`, which may be an expression or a statement around one; undefined where it is empty. */
const clause = (node: SyntaxNode | null, to: Lowering): Expression | undefined => {
  if (node === null || node.type === 'empty_statement') return undefined;
  return node.type === 'expression_statement' ? to.part(node, 0) : to.expression(node);
};

const forStatement: StatementRule = (node, to) => {
  const first = node.childForFieldName('initializer');
  const test = clause(node.childForFieldName('condition'), to);
  const increment = node.childForFieldName('increment');
  const updates = increment?.type === 'sequence_expression' ? to.parts(increment) : increment === null ? [] : [increment];
  const isStatement = first !== null && (first.type.endsWith('declaration') || first.type.endsWith('statement'));
  return [
    {
      kind: 'loop',
      span: to.span(node),
      before: first === null ? [] : isStatement ? to.statements(first) : asStatements(first, to),
      ...(test !== undefined && { test }),
      update: updates.map((child) => to.expression(child)),
      body: to.body(node.childForFieldName('body'), block),
    },
  ];
};

const forIn: StatementRule = (node, to) => [
  {
    kind: 'for-each',
    span: to.span(node),
    target: to.targetField(node, 'left'),
    yields: node.childForFieldName('operator')?.type === 'in' ? 'keys' : 'items',
    iterable: to.field(node, 'right'),
    body: to.body(node.childForFieldName('body'), block),
  },
];

const switchStatement: StatementRule = (node, to) => {
  const body = node.childForFieldName('body');
  const cases = (body?.children ?? [])
    .filter((child) => child.type === 'switch_case' || child.type === 'switch_default')
    .map((child) => ({
      tests: child.type === 'switch_default' ? [] : [to.field(child, 'value')],
      isDefault: child.type === 'switch_default',
      body: child.childrenForFieldName('body').flatMap((each) => (each.isNamed ? to.statements(each) : [])),
    }));
  return [{ kind: 'switch', span: to.span(node), subject: to.field(node, 'value'), cases: mergedCases(cases) }];
};

/** What a `catch` with a pattern takes apart. */
const caught = '#caught';

const handler = (node: SyntaxNode, to: Lowering): Extract<Statement, { kind: 'try' }>['handlers'][number] => {
  const parameter = node.childForFieldName('parameter');
  const body = to.fieldBlock(node, 'body');
  if (parameter === null) return { types: [], body };
  if (parameter.type === 'identifier') return { types: [], name: to.text(parameter), body };
  const span = to.span(parameter);
  const value = { kind: 'name', span, name: caught } as const;
  return { types: [], name: caught, body: [{ kind: 'assignment', span, targets: [to.target(parameter)], value, declares: {} }, ...body] };
};

const tryStatement: StatementRule = (node, to) => {
  const catching = node.childForFieldName('handler');
  const last = node.childForFieldName('finalizer');
  return [
    {
      kind: 'try',
      span: to.span(node),
      body: to.fieldBlock(node, 'body'),
      handlers: catching === null ? [] : [handler(catching, to)],
      ...(last !== null && { finally: to.fieldBlock(last, 'body') }),
    },
  ];
};

const jump =
  (kind: 'break' | 'continue'): StatementRule =>
  (node, to) => {
    const label = node.childForFieldName('label');
    return [{ kind, span: to.span(node), ...(label !== null && { label: to.text(label) }) }];
  };

const returnOrThrow =
  (kind: 'return' | 'throw'): StatementRule =>
  (node, to) => {
    const value = to.parts(node)[0];
    return [{ kind, span: to.span(node), ...(value !== undefined && { value: to.expression(value) }) }];
  };

const labelled: StatementRule = (node, to) => {
  const label = node.childForFieldName('label');
  const span = to.span(label ?? node);
  return [{ kind: 'label', span, label: label === null ? '' : to.text(label) }, ...to.body(node.childForFieldName('body'), block)];
};

export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: expressionStatement,
  variable_declaration: declaration,
  lexical_declaration: declaration,
  using_declaration: declaration,
  if_statement: ifStatement,
  while_statement: whileStatement,
  do_statement: whileStatement,
  for_statement: forStatement,
  for_in_statement: forIn,
  switch_statement: switchStatement,
  try_statement: tryStatement,
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  return_statement: returnOrThrow('return'),
  throw_statement: returnOrThrow('throw'),
  labeled_statement: labelled,
  statement_block: (node, to) => [{ kind: 'block', span: to.span(node), body: to.block(node) }],
  with_statement: (node, to) => [
    { kind: 'expression', span: to.span(node), value: to.field(node, 'object') },
    ...to.body(node.childForFieldName('body'), block),
  ],
};
