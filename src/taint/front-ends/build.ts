/** Small makers of nodes that several front ends need. */
import type { SyntaxNode } from '../syntax/front-end.ts';
import type { Block, Compare, CompareOperator, Expression, Literal, Name, Span, Statement, Target, Template } from '../syntax/ir.ts';
import type { Lowering } from './lowering.ts';

export const literal = (span: Span, type: Literal['type'], value: Literal['value']): Literal => ({ kind: 'literal', span, type, value });

export const nameAt = (node: SyntaxNode, to: Lowering): Name => ({ kind: 'name', span: to.span(node), name: to.text(node) });

export const named = (span: Span, name: string): Name => ({ kind: 'name', span, name });

/** A call of a function by its name that the syntax stands for. */
export const callOf = (span: Span, name: string, args: readonly Expression[]): Expression => ({
  kind: 'call',
  span,
  callee: named(span, name),
  args: args.map((value) => ({ value })),
});

/** The value of a number in any of the languages: `1_000`, `0x1F`, `0o17`, `017`, `0b1`, `1'000ul`, `2.5f`, `10n`, `3j`. */
export const numberValue = (text: string): number => {
  if (text.startsWith('-')) return -numberValue(text.slice(1));
  const plain = text.replaceAll(/[_']/g, '').toLowerCase();
  const isHex = plain.startsWith('0x');
  if (/^0x[\da-f.]+p[+-]?\d+/.test(plain)) {
    const [mantissa = '', exponent = ''] = plain.slice(2).split('p');
    const [whole = '', fraction = ''] = mantissa.split('.');
    return (Number.parseInt(`${whole}${fraction}` || '0', 16) / 16 ** fraction.length) * 2 ** Number.parseInt(exponent, 10);
  }
  const digits = plain.replace(isHex ? /[^\da-f]+$/ : /[lufdnji]+$/, '').replace(isHex ? /^0x/ : /^$/, '');
  if (isHex) return Number.parseInt(digits, 16);
  if (/^0b[01]+$/.test(digits)) return Number.parseInt(digits.slice(2), 2);
  if (/^0o[0-7]+$/.test(digits)) return Number.parseInt(digits.slice(2), 8);
  if (/^0[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  return Number.parseFloat(digits);
};

const compareOperators: Readonly<Record<string, CompareOperator>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<>': '!=',
  not_eq: '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  in: 'in',
  'not in': 'not in',
  is: 'is',
  'is not': 'is not',
  instanceof: 'instanceof',
};

const logicalOperators: Readonly<Record<string, 'and' | 'or' | 'coalesce'>> = {
  '&&': 'and',
  and: 'and',
  '||': 'or',
  or: 'or',
  '??': 'coalesce',
};

/** An operator between two operands, of whichever kind its sign is. */
export const operation = (span: Span, op: string, left: Expression, right: Expression): Expression => {
  const comparing = compareOperators[op];
  if (comparing !== undefined) return { kind: 'compare', span, op: comparing, left, right } satisfies Compare;
  const joining = logicalOperators[op];
  if (joining !== undefined) return { kind: 'logical', span, op: joining, left, right };
  return { kind: 'binary', span, op, left, right };
};

/** Text put together: one literal where all parts are constant. Neighbouring constants are joined. */
export const joined = (span: Span, parts: readonly Expression[]): Expression => {
  const merged: Expression[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (isText(part) && last !== undefined && isText(last) && last.type === part.type) {
      const between: Span = { ...last.span, end: part.span.end, endLine: part.span.endLine, endColumn: part.span.endColumn };
      merged[merged.length - 1] = literal(between, last.type, `${last.value}${part.value}`);
    } else merged.push(part);
  }
  const [only] = merged;
  if (only === undefined) return literal(span, 'string', '');
  if (merged.length === 1 && isText(only)) return { ...only, span };
  return { kind: 'template', span, parts: merged } satisfies Template;
};

const isText = (part: Expression): part is Literal => part.kind === 'literal' && (part.type === 'string' || part.type === 'bytes');

/** Where a value goes, for an expression that the grammar has in the place of a target. */
export const asTarget = (expression: Expression): Target => {
  if (expression.kind === 'name' || expression.kind === 'member' || expression.kind === 'index' || expression.kind === 'slice')
    return expression;
  if (expression.kind === 'other') return expression;
  if (expression.kind === 'unary' && expression.op === '*') {
    return { kind: 'dereference', span: expression.span, operand: expression.operand };
  }
  if (expression.kind === 'collection') {
    const elements = expression.entries.map(({ key, value, spread }) => ({
      ...(key?.kind === 'literal' && { key: String(key.value) }),
      target: asTarget(value),
      ...(spread && { rest: true as const }),
    }));
    return { kind: 'destructure', span: expression.span, elements };
  }
  return { kind: 'other', span: expression.span, syntax: expression.kind, children: [expression] };
};

type Choice = { readonly test: Expression; readonly yes: Expression; readonly no: Expression };

/** `test ? yes : no`. */
export const conditional = (span: Span, { test, yes, no }: Choice): Expression => ({
  kind: 'conditional',
  span,
  test,
  // biome-ignore lint/suspicious/noThenProperty: a node of the language, which nobody awaits.
  then: yes,
  otherwise: no,
});

type Branches = { readonly test: Expression; readonly yes: Block; readonly no: Block | undefined };

export const branching = (span: Span, { test, yes, no }: Branches): Extract<Statement, { kind: 'if' }> => ({
  kind: 'if',
  span,
  test,
  // biome-ignore lint/suspicious/noThenProperty: a node of the language, which nobody awaits.
  then: yes,
  ...(no !== undefined && { otherwise: no }),
});
