/** `if`, `switch`, `select`. What stands before their test and its semicolon goes into a block around them. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Expression, Statement } from '../../syntax/ir.ts';
import { branching, nameAt } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { asExpression } from './statements.ts';

type Case = Extract<Statement, { kind: 'switch' }>['cases'][number];

const withInitializer = (node: SyntaxNode, to: Lowering, statement: Statement): Block => {
  const first = node.childForFieldName('initializer');
  if (first === null) return [statement];
  return [{ kind: 'block', span: to.span(node), body: [...to.statements(first), statement] }];
};

const ifStatement: StatementRule = (node, to) => {
  const alternative = node.childForFieldName('alternative');
  const no = alternative === null ? undefined : to.body(alternative, 'block');
  const yes = to.fieldBlock(node, 'consequence');
  return withInitializer(node, to, branching(to.span(node), { test: to.field(node, 'condition'), yes, no }));
};

/** The statements of a case, without the values before its colon. */
const caseBody = (node: SyntaxNode, to: Lowering): Block =>
  node.children.flatMap((child) => (child.isNamed && child.field === undefined ? to.statements(child) : []));

const fallsThrough = (node: SyntaxNode): boolean =>
  node.children.some(({ type, children }) => type === 'statement_list' && children.some((each) => each.type === 'fallthrough_statement'));

const casesOf = (node: SyntaxNode, type: string): readonly SyntaxNode[] =>
  node.children.filter((child) => child.type === type || child.type === 'default_case');

const valueCase = (node: SyntaxNode, to: Lowering): Case => {
  const values = node.childrenForFieldName('value').flatMap((list) => (list.type === 'expression_list' ? to.parts(list) : [list]));
  return {
    tests: node.type === 'default_case' ? [] : values.map((value) => to.expression(value)),
    body: caseBody(node, to),
    ...(fallsThrough(node) && { falls: true as const }),
  };
};

const valueSwitch: StatementRule = (node, to) => {
  const subject = to.optionalField(node, 'value');
  const cases = casesOf(node, 'expression_case').map((each) => valueCase(each, to));
  return withInitializer(node, to, { kind: 'switch', span: to.span(node), ...(subject !== undefined && { subject }), cases });
};

/** `case T` asks for the type; `case nil` for nothing. */
const typeTest = (type: SyntaxNode, subject: Expression, to: Lowering): Expression => {
  const span = to.span(type);
  const right: Expression = to.text(type) === 'nil' ? { kind: 'literal', span, type: 'null', value: null } : to.expression(type);
  return { kind: 'compare', span, op: right.kind === 'literal' ? '==' : 'instanceof', left: subject, right };
};

/** In a case of one type the name stands for the value as that type. */
const narrowed = (name: SyntaxNode, type: SyntaxNode, to: Lowering): Statement => {
  const target = nameAt(name, to);
  const value: Expression = { kind: 'cast', span: to.span(type), type: to.typeText(type) ?? '', operand: target };
  return { kind: 'assignment', span: to.span(type), targets: [target], value, declares: {} };
};

const typeSwitch: StatementRule = (node, to) => {
  const alias = node.childForFieldName('alias');
  const name = alias === null ? undefined : to.parts(alias)[0];
  const value = to.field(node, 'value');
  const subject = name === undefined ? value : nameAt(name, to);
  const cases = casesOf(node, 'type_case').map((each): Case => {
    const types = each.childrenForFieldName('type').filter((type) => type.isNamed);
    const [only] = types;
    const isOne = name !== undefined && only !== undefined && types.length === 1 && to.text(only) !== 'nil';
    const body = caseBody(each, to);
    return {
      tests: types.map((type) => typeTest(type, subject, to)),
      body: isOne ? [...to.remember(only, () => [narrowed(name, only, to)]), ...body] : body,
    };
  });
  const span = to.span(node);
  const statement: Statement = { kind: 'switch', span, subject, cases };
  if (name === undefined || alias === null) return withInitializer(node, to, statement);
  const bound: Statement = { kind: 'assignment', span: to.between(alias, alias), targets: [nameAt(name, to)], value, declares: {} };
  const first = node.childForFieldName('initializer');
  return [{ kind: 'block', span, body: [...(first === null ? [] : to.statements(first)), bound, statement] }];
};

/** What is sent or received is the test of its case: whether it comes to that, nobody knows. */
const selectStatement: StatementRule = (node, to) => {
  const cases = casesOf(node, 'communication_case').map((each): Case => {
    const communication = each.childForFieldName('communication');
    const tests = communication === null ? [] : to.statements(communication).flatMap((statement) => asExpression(statement));
    return { tests: each.type === 'communication_case' && tests.length === 0 ? [to.missing(each)] : tests, body: caseBody(each, to) };
  });
  return [{ kind: 'switch', span: to.span(node), cases }];
};

export const branchRules: Readonly<Record<string, StatementRule>> = {
  if_statement: ifStatement,
  expression_switch_statement: valueSwitch,
  type_switch_statement: typeSwitch,
  select_statement: selectStatement,
};
