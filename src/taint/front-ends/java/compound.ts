/** Statements that hold other statements. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Statement, Target } from '../../syntax/ir.ts';
import { branching, nameAt, named } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { asStatement } from './statements.ts';

const body = (node: SyntaxNode | null, to: Lowering): Block => to.body(node, 'block');

const ifStatement: StatementRule = (node, to) => {
  const alternative = node.childForFieldName('alternative');
  const no = alternative === null ? undefined : body(alternative, to);
  const yes = body(node.childForFieldName('consequence'), to);
  return [branching(to.span(node), { test: to.field(node, 'condition'), yes, no })];
};

const whileStatement: StatementRule = (node, to) => [
  {
    kind: 'loop',
    span: to.span(node),
    before: [],
    test: to.field(node, 'condition'),
    update: [],
    body: body(node.childForFieldName('body'), to),
    ...(node.type === 'do_statement' && { testsAfter: true as const }),
  },
];

const forStatement: StatementRule = (node, to) => {
  const test = to.optionalField(node, 'condition');
  const first = node.childrenForFieldName('init').filter((child) => child.isNamed);
  return [
    {
      kind: 'loop',
      span: to.span(node),
      before: first.flatMap((child) => (child.type.endsWith('declaration') ? to.statements(child) : [asStatement(child, to)])),
      ...(test !== undefined && { test }),
      update: node
        .childrenForFieldName('update')
        .filter((child) => child.isNamed)
        .map((child) => to.expression(child)),
      body: body(node.childForFieldName('body'), to),
    },
  ];
};

const forEach: StatementRule = (node, to) => {
  const name = node.childForFieldName('name');
  const target: Target = name === null ? named(to.span(node), '') : nameAt(name, to);
  return [
    {
      kind: 'for-each',
      span: to.span(node),
      target,
      yields: 'items',
      iterable: to.field(node, 'value'),
      body: body(node.childForFieldName('body'), to),
    },
  ];
};

type Handler = Extract<Statement, { kind: 'try' }>['handlers'][number];

/** `catch (A | B e)` has two types. */
const handler = (node: SyntaxNode, to: Lowering): Handler => {
  const parameter = node.children.find((child) => child.type === 'catch_formal_parameter');
  const types = parameter?.children.find((child) => child.type === 'catch_type');
  const name = parameter?.childForFieldName('name');
  return {
    types: types === undefined ? [] : to.parts(types).map((type) => to.typeText(type) ?? ''),
    ...(name && { name: to.text(name) }),
    body: to.fieldBlock(node, 'body'),
  };
};

type Items = Extract<Statement, { kind: 'with' }>['items'];

const resources = (node: SyntaxNode | null, to: Lowering): Items =>
  (node === null ? [] : to.parts(node))
    .filter((child) => child.type === 'resource')
    .map((resource) => {
      const name = resource.childForFieldName('name');
      if (resource.childForFieldName('value') === null) return { value: to.part(resource, 0) };
      return { value: to.field(resource, 'value'), ...(name !== null && { target: nameAt(name, to) }) };
    });

/** With resources and handlers both it is a `try` around a `with`: what the resources throw is caught too. */
const tryStatement: StatementRule = (node, to) => {
  const span = to.span(node);
  const clauses = node.children.filter((child) => child.type === 'catch_clause');
  const last = node.children.find((child) => child.type === 'finally_clause');
  const own = to.fieldBlock(node, 'body');
  const list = node.childForFieldName('resources');
  const inner: Block = node.type === 'try_statement' ? own : [{ kind: 'with', span, items: resources(list, to), body: own }];
  if (node.type !== 'try_statement' && clauses.length === 0 && last === undefined) return inner;
  return [
    {
      kind: 'try',
      span,
      body: inner,
      handlers: clauses.map((clause) => handler(clause, to)),
      ...(last !== undefined && { finally: to.block(last.children.find((child) => child.type === 'block') ?? null) }),
    },
  ];
};

/** The lock is a value that is looked at; the rest is a block. */
const synchronized: StatementRule = (node, to) => {
  const lock = to.parts(node)[0];
  const value = lock === undefined ? to.missing(node) : to.expression(lock);
  const first: Statement = { kind: 'expression', span: value.span, value };
  return [{ kind: 'block', span: to.span(node), body: [first, ...to.fieldBlock(node, 'body')] }];
};

const labelled: StatementRule = (node, to) => {
  const [label, ...rest] = to.parts(node);
  const start = { kind: 'label', span: to.span(label ?? node), label: label === undefined ? '' : to.text(label) } as const;
  return [start, ...rest.flatMap((child) => body(child, to))];
};

export const compoundRules: Readonly<Record<string, StatementRule>> = {
  if_statement: ifStatement,
  while_statement: whileStatement,
  do_statement: whileStatement,
  for_statement: forStatement,
  enhanced_for_statement: forEach,
  try_statement: tryStatement,
  try_with_resources_statement: tryStatement,
  synchronized_statement: synchronized,
  labeled_statement: labelled,
};
