/** Statements that hold other statements. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Statement } from '../../syntax/ir.ts';
import { asTarget, branching, named } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { readCase } from './patterns.ts';

/** The `else` of loops and `try`. */
const elseBody = (node: SyntaxNode, to: Lowering): { readonly otherwise?: Block } => {
  const clause = node.children.find((child) => child.type === 'else_clause');
  return clause === undefined ? {} : { otherwise: to.fieldBlock(clause, 'body') };
};

/** `elif` is an `if` within the `else`. */
const ifStatement: StatementRule = (node, to) => {
  const otherwise = node
    .childrenForFieldName('alternative')
    .reduceRight<Block | undefined>(
      (rest, clause) => (clause.type === 'elif_clause' ? [branch(clause, to, rest)] : to.fieldBlock(clause, 'body')),
      undefined,
    );
  return [branch(node, to, otherwise)];
};

const branch = (node: SyntaxNode, to: Lowering, no: Block | undefined): Statement =>
  branching(to.span(node), { test: to.field(node, 'condition'), yes: to.fieldBlock(node, 'consequence'), no });

const whileStatement: StatementRule = (node, to) => [
  {
    kind: 'loop',
    span: to.span(node),
    before: [],
    test: to.field(node, 'condition'),
    update: [],
    body: to.fieldBlock(node, 'body'),
    ...elseBody(node, to),
  },
];

const forStatement: StatementRule = (node, to) => [
  {
    kind: 'for-each',
    span: to.span(node),
    target: to.targetField(node, 'left'),
    yields: 'items',
    iterable: to.field(node, 'right'),
    body: to.fieldBlock(node, 'body'),
    ...elseBody(node, to),
  },
];

type Handler = Extract<Statement, { kind: 'try' }>['handlers'][number];

/** `except (A, B) as e` has two types. */
const handler = (node: SyntaxNode, to: Lowering): Handler => {
  const values = node.childrenForFieldName('value').filter((child) => child.isNamed);
  const [first] = values;
  const isAs = first?.type === 'as_pattern';
  const caught = isAs ? to.parts(first)[0] : first;
  const alias = isAs ? first.childForFieldName('alias') : (node.childForFieldName('alias') ?? values[1] ?? null);
  const types = caught === undefined ? [] : caught.type === 'tuple' ? to.parts(caught) : [caught];
  const body = node.children.find((child) => child.type === 'block');
  return {
    types: types.map((type) => to.typeText(type) ?? ''),
    ...(alias !== null && { name: to.text(alias) }),
    body: to.block(body ?? null),
  };
};

const tryStatement: StatementRule = (node, to) => {
  const last = node.children.find((child) => child.type === 'finally_clause');
  const lastBody = last?.children.find((child) => child.type === 'block');
  return [
    {
      kind: 'try',
      span: to.span(node),
      body: to.fieldBlock(node, 'body'),
      handlers: node.children.filter((child) => child.type === 'except_clause').map((child) => handler(child, to)),
      ...elseBody(node, to),
      ...(last !== undefined && { finally: to.block(lastBody ?? null) }),
    },
  ];
};

const withStatement: StatementRule = (node, to) => {
  const clause = node.children.find((child) => child.type === 'with_clause');
  const items = (clause === undefined ? [] : to.parts(clause)).map((item) => {
    const value = item.childForFieldName('value') ?? item;
    if (value.type !== 'as_pattern') return { value: value === item ? to.part(item, 0) : to.expression(value) };
    const alias = value.childForFieldName('alias');
    const target = alias === null ? undefined : to.parts(alias)[0];
    return { value: to.part(value, 0), ...(target !== undefined && { target: asTarget(to.expression(target)) }) };
  });
  return [{ kind: 'with', span: to.span(node), items, body: to.fieldBlock(node, 'body') }];
};

const matchStatement: StatementRule = (node, to) => {
  const subjects = node.childrenForFieldName('subject').filter((child) => child.isNamed);
  const values = subjects.map((child) => to.expression(child));
  const [only = named(to.span(node), '')] = values;
  const span = to.span(node);
  const subject =
    values.length > 1 ? ({ kind: 'collection', span, type: 'tuple', entries: values.map((value) => ({ value })) } as const) : only;
  const body = node.childForFieldName('body');
  const clauses = (body ?? node).children.filter((child) => child.type === 'case_clause');
  return [
    {
      kind: 'switch',
      span,
      subject,
      cases: clauses.map((clause) => {
        const { tests, body: caseBody } = readCase(clause, subject, to);
        return { tests, body: caseBody };
      }),
    },
  ];
};

export const compoundRules: Readonly<Record<string, StatementRule>> = {
  if_statement: ifStatement,
  while_statement: whileStatement,
  for_statement: forStatement,
  try_statement: tryStatement,
  with_statement: withStatement,
  match_statement: matchStatement,
  /** On its own only in broken text. */
  block: (node, to) => [{ kind: 'block', span: to.span(node), body: to.block(node) }],
};
