import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Expression, Statement } from '../../syntax/ir.ts';
import type { ExpressionRule, Lowering, StatementRule } from '../lowering.ts';
import { mergedCases } from '../switch.ts';
import { boundPattern } from './patterns.ts';

type Label = { readonly tests: readonly Expression[]; readonly isDefault: boolean };

const patternTypes = new Set(['pattern', 'type_pattern', 'record_pattern']);

/** `case 1, 2`, `case T t when t.ok()`, `case null, default`. */
const labelOf = (node: SyntaxNode, subject: Expression, to: Lowering): Label => {
  const parts = to.parts(node);
  const guard = parts.find((child) => child.type === 'guard');
  const values = parts.filter((child) => child !== guard && !isDefaultWord(child, to));
  const isDefault = values.length < parts.length - (guard === undefined ? 0 : 1) || node.children.some(({ type }) => type === 'default');
  const tests = values.map((value) => (patternTypes.has(value.type) ? boundPattern(value, subject, to) : to.expression(value)));
  if (guard === undefined) return { tests, isDefault };
  const right = to.part(guard, 0);
  return { tests: tests.map((left) => ({ kind: 'logical', span: left.span, op: 'and', left, right })), isDefault };
};

const isDefaultWord = (node: SyntaxNode, to: Lowering): boolean => node.type === 'identifier' && to.text(node) === 'default';

type Case = Label & { readonly body: Block };

/** The labels and the statements of a group or a rule. */
const caseOf = (node: SyntaxNode, subject: Expression, to: Lowering, isValue: boolean): Case => {
  const labels = node.children.filter((child) => child.type === 'switch_label').map((child) => labelOf(child, subject, to));
  const rest = node.children.filter((child) => child.isNamed && child.type !== 'switch_label');
  const isRule = node.type === 'switch_rule';
  const body = rest.flatMap((child): Block => {
    if (isRule && child.type === 'block') return to.block(child);
    if (!isRule || !isValue || child.type !== 'expression_statement') return to.statements(child);
    return [{ kind: 'return', span: to.span(child), value: to.part(child, 0) }];
  });
  return { tests: labels.flatMap(({ tests }) => tests), isDefault: labels.some(({ isDefault }) => isDefault), body };
};

const switchOf = (node: SyntaxNode, to: Lowering, isValue: boolean): Statement => {
  const subject = to.field(node, 'condition');
  const parts = (node.childForFieldName('body')?.children ?? []).filter(({ type }) => type.startsWith('switch_'));
  const cases = parts.map((child) => caseOf(child, subject, to, isValue));
  const isRules = parts.some(({ type }) => type === 'switch_rule');
  const lowered = isRules ? cases.map(({ tests, isDefault, body }) => ({ tests: isDefault ? [] : tests, body })) : mergedCases(cases);
  return { kind: 'switch', span: to.span(node), subject, cases: lowered };
};

/** As a value it is a function that is called at once; what it yields, the function returns. */
const switchValue: ExpressionRule = (node, to) => {
  const span = to.span(node);
  const made = { span, name: '', parameters: [], body: [switchOf(node, to, true)], decorators: [], isArrow: true } as const;
  return { kind: 'call', span, callee: { kind: 'function', span, function: made }, args: [] };
};

export const switchExpressions: Readonly<Record<string, ExpressionRule>> = { switch_expression: switchValue };

export const switchStatements: Readonly<Record<string, StatementRule>> = {
  switch_expression: (node, to) => [switchOf(node, to, false)],
  yield_statement: (node, to) => [{ kind: 'return', span: to.span(node), value: to.part(node, 0) }],
};
