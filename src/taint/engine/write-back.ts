/** Calls that change their arguments. */
import type { Expression } from '../syntax/ir.ts';
import type { Context } from './context.ts';
import type { Value } from './value.ts';
import { mutate } from './variables.ts';

/** Gives what an expression names a new value: `buf`, `self.items`, `&length`, `(char *) p`. What names nothing is left alone. */
export const writeBack = (cx: Context, expression: Expression | undefined, value: Value): void => {
  if (expression === undefined) return;
  if (expression.kind === 'name') mutate(cx, expression.name, value);
  else if (expression.kind === 'member' || expression.kind === 'index') cx.machine.assign(cx, expression, value, expression.span);
  else if (expression.kind === 'cast' || expression.kind === 'await') writeBack(cx, expression.operand, value);
  else if (expression.kind === 'unary' && (expression.op === '&' || expression.op === '*')) writeBack(cx, expression.operand, value);
  else if (expression.kind === 'binary' && (cx.language === 'c' || cx.language === 'cpp')) writeBack(cx, expression.left, value);
};

/** The same for every variable that holds the very same value: other names of one thing. */
export const writeAliases = (cx: Context, before: Value, value: Value): void => {
  const { state } = cx.frame;
  if (state === undefined || !state.slots.includes(before)) return;
  cx.frame.state = { slots: state.slots.map((each) => (each === before ? value : each)), facts: state.facts };
};
