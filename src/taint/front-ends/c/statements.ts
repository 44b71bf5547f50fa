import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Block, Expression, Statement } from '../../syntax/ir.ts';
import { asTarget, branching, nameAt } from '../build.ts';
import type { Lowering, StatementRule, TargetRule } from '../lowering.ts';
import { mergedCases } from '../switch.ts';
import { declarationAsValue } from './declarations.ts';
import { declaredTarget, readDeclarator } from './declarators.ts';
import { written } from './expressions.ts';

const block = 'compound_statement';

const plain = (node: SyntaxNode, to: Lowering): Statement => ({ kind: 'expression', span: to.span(node), value: to.expression(node) });

/** `a = b = c` has two targets. */
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

/** `a, b` is two statements; `delete p` is one of its own. */
const asStatements = (node: SyntaxNode, to: Lowering): Block => {
  if (node.type === 'comma_expression') {
    return [node.childForFieldName('left'), node.childForFieldName('right')].flatMap((each) =>
      each === null ? [] : asStatements(each, to),
    );
  }
  if (node.type === 'delete_expression') return [{ kind: 'delete', span: to.span(node), target: asTarget(to.part(node, 0)) }];
  return [node.type === 'assignment_expression' || node.type === 'update_expression' ? assignment(node, to) : plain(node, to)];
};

const expressionStatement: StatementRule = (node, to) => {
  const inner = to.parts(node)[0];
  return inner === undefined ? [] : asStatements(inner, to);
};

/** What stands in the brackets after `if`, `while`, `switch`: C++ may declare something first, or as the test itself. */
const condition = (node: SyntaxNode, to: Lowering): { readonly before: Block; readonly test: Expression } => {
  const clause = node.childForFieldName('condition');
  if (clause === null) return { before: [], test: to.missing(node) };
  if (clause.type !== 'condition_clause') return { before: [], test: to.expression(clause) };
  const first = clause.childForFieldName('initializer');
  const value = clause.childForFieldName('value');
  const test = value === null ? to.missing(clause) : value.type === 'declaration' ? declarationAsValue(value, to) : to.expression(value);
  return { before: first === null ? [] : to.block(first), test };
};

const ifStatement: StatementRule = (node, to) => {
  const { before, test } = condition(node, to);
  const alternative = node.childForFieldName('alternative');
  const no = alternative === null ? undefined : to.parts(alternative).flatMap((child) => to.body(child, block));
  const yes = to.body(node.childForFieldName('consequence'), block);
  return [...before, branching(to.span(node), { test, yes, no })];
};

const whileStatement: StatementRule = (node, to) => {
  const { before, test } = condition(node, to);
  return [
    {
      kind: 'loop',
      span: to.span(node),
      before,
      test,
      update: [],
      body: to.body(node.childForFieldName('body'), block),
      ...(node.type === 'do_statement' && { testsAfter: true as const }),
    },
  ];
};

const updates = (node: SyntaxNode | null, to: Lowering): readonly Expression[] => {
  if (node === null) return [];
  if (node.type !== 'comma_expression') return [to.expression(node)];
  return [...updates(node.childForFieldName('left'), to), ...updates(node.childForFieldName('right'), to)];
};

const forStatement: StatementRule = (node, to) => {
  const first = node.childForFieldName('initializer');
  const test = to.optionalField(node, 'condition');
  return [
    {
      kind: 'loop',
      span: to.span(node),
      before: first === null ? [] : first.type === 'declaration' ? to.statements(first) : asStatements(first, to),
      ...(test !== undefined && { test }),
      update: updates(node.childForFieldName('update'), to),
      body: to.body(node.childForFieldName('body'), block),
    },
  ];
};

const forRange: StatementRule = (node, to) => {
  const first = node.childForFieldName('initializer');
  const { name } = readDeclarator(node.childForFieldName('declarator') ?? undefined, to);
  return [
    ...(first === null ? [] : to.block(first)),
    {
      kind: 'for-each',
      span: to.span(node),
      target: declaredTarget(name, node, to),
      yields: 'items',
      iterable: to.field(node, 'right'),
      body: to.body(node.childForFieldName('body'), block),
    },
  ];
};

/** Statements before the first case are never run. */
const switchStatement: StatementRule = (node, to) => {
  const { before, test } = condition(node, to);
  const body = node.childForFieldName('body');
  const cases = (body?.children ?? [])
    .filter((child) => child.type === 'case_statement')
    .map((child) => {
      const value = child.childForFieldName('value');
      const statements = child.children.filter((each) => each.isNamed && each.field !== 'value').flatMap((each) => to.statements(each));
      return { tests: value === null ? [] : [to.expression(value)], isDefault: value === null, body: statements };
    });
  return [...before, { kind: 'switch', span: to.span(node), subject: test, cases: mergedCases(cases) }];
};

type Handler = Extract<Statement, { kind: 'try' }>['handlers'][number];

const handler = (node: SyntaxNode, to: Lowering): Handler => {
  const caught = node.childForFieldName('parameters')?.namedChildren[0];
  const { name } = readDeclarator(caught?.childForFieldName('declarator') ?? undefined, to);
  const type = to.typeText(caught?.childForFieldName('type') ?? null);
  return { types: type === undefined ? [] : [type], ...(name !== undefined && { name: to.text(name) }), body: to.fieldBlock(node, 'body') };
};

/** Of C++, and Microsoft's `__try`. */
const tryStatement: StatementRule = (node, to) => {
  const catching = node.children.filter((child) => child.type === 'catch_clause' || child.type === 'seh_except_clause');
  const last = node.children.find((child) => child.type === 'seh_finally_clause');
  return [
    {
      kind: 'try',
      span: to.span(node),
      body: to.fieldBlock(node, 'body'),
      handlers: catching.map((child) => handler(child, to)),
      ...(last !== undefined && { finally: to.fieldBlock(last, 'body') }),
    },
  ];
};

const valued =
  (kind: 'return' | 'throw'): StatementRule =>
  (node, to) => {
    const value = to.parts(node)[0];
    return [{ kind, span: to.span(node), ...(value !== undefined && { value: to.expression(value) }) }];
  };

const jump =
  (kind: 'break' | 'continue'): StatementRule =>
  (node, to) => [{ kind, span: to.span(node) }];

const labelText = (node: SyntaxNode, to: Lowering): string => {
  const label = node.childForFieldName('label');
  return label === null ? '' : to.text(label);
};

const labelled: StatementRule = (node, to) => [
  { kind: 'label', span: to.span(node.childForFieldName('label') ?? node), label: labelText(node, to) },
  ...to
    .parts(node)
    .filter((child) => child.field !== 'label')
    .flatMap((child) => to.statements(child)),
];

export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: expressionStatement,
  compound_statement: (node, to) => [{ kind: 'block', span: to.span(node), body: to.block(node) }],
  if_statement: ifStatement,
  while_statement: whileStatement,
  do_statement: whileStatement,
  for_statement: forStatement,
  for_range_loop: forRange,
  switch_statement: switchStatement,
  /** Outside of a `switch` in broken text, and deep within one. */
  case_statement: (node, to) =>
    to
      .parts(node)
      .filter((child) => child.field !== 'value')
      .flatMap((child) => to.statements(child)),
  try_statement: tryStatement,
  seh_try_statement: tryStatement,
  seh_leave_statement: jump('break'),
  return_statement: valued('return'),
  co_return_statement: valued('return'),
  co_yield_statement: (node, to) => [
    { kind: 'expression', span: to.span(node), value: { kind: 'yield', span: to.span(node), operand: to.part(node, 0) } },
  ],
  throw_statement: valued('throw'),
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  goto_statement: (node, to) => [{ kind: 'goto', span: to.span(node), label: labelText(node, to) }],
  labeled_statement: labelled,
};

const expressionAsTarget: TargetRule = (node, to) => asTarget(to.expression(node));

export const targetRules: Readonly<Record<string, TargetRule>> = {
  identifier: nameAt,
  field_identifier: nameAt,
  type_identifier: nameAt,
  primitive_type: nameAt,
  this: nameAt,
  field_expression: expressionAsTarget,
  subscript_expression: expressionAsTarget,
  pointer_expression: expressionAsTarget,
  parenthesized_expression: expressionAsTarget,
  call_expression: expressionAsTarget,
  qualified_identifier: expressionAsTarget,
  template_function: expressionAsTarget,
  cast_expression: expressionAsTarget,
  update_expression: expressionAsTarget,
  assignment_expression: expressionAsTarget,
  conditional_expression: expressionAsTarget,
  operator_name: (node, to) => ({ kind: 'name', span: to.span(node), name: to.typeText(node) ?? '' }),
  destructor_name: (node, to) => ({ kind: 'name', span: to.span(node), name: to.typeText(node) ?? '' }),
};
