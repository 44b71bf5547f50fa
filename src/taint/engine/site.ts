import type { Expression, Span } from '../syntax/ir.ts';
import type { Facts, Value } from './value.ts';

export type SiteArgument = {
  readonly value: Value;
  readonly expression: Expression | undefined;
  readonly name: string | undefined;
  readonly spread: 'items' | 'keywords' | undefined;
};

/** What conditions and places look at: a call with the values of its arguments, or another sink with its value as `result`. */
export type Site = {
  readonly span: Span;
  readonly args: readonly SiteArgument[];
  readonly receiver: Value | undefined;
  readonly receiverExpression: Expression | undefined;
  result: Value | undefined;
  resultExpression: Expression | undefined;
  readonly facts: Facts | undefined;
  /** The kind that the sink wants: what `◆` means. */
  bit: number;
};

export const siteOf = (span: Span, value: Value, expression: Expression | undefined, facts: Facts | undefined, bit: number): Site => ({
  span,
  args: [],
  receiver: undefined,
  receiverExpression: undefined,
  result: value,
  resultExpression: expression,
  facts,
  bit,
});
