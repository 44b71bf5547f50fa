/** Comprehensions: their filters are guards for what they yield. */
import type { Expression } from '../syntax/ir.ts';
import { anyElement } from './access.ts';
import { listOf } from './collections.ts';
import type { Context } from './context.ts';
import { frozen } from './facts.ts';
import { truthinessOf } from './guards.ts';
import { assuming, withFacts } from './state.ts';
import { type Clear, copyOf, type Truth, type Value } from './value.ts';

type Comprehension = Extract<Expression, { kind: 'comprehension' }>;

/** What is shown of every element is shown of the whole. */
export const ofContainers = (clears: readonly Clear[]): readonly Clear[] =>
  clears.flatMap((clear): readonly Clear[] => {
    const { origin } = clear;
    return origin.isElement && origin.parent !== undefined ? [clear, { origin: origin.parent, mask: clear.mask }] : [clear];
  });

/**
 * `any(bad(x) for x in xs)` is false where it is false of all, `all(good(x) for …)` true where it is true of all. What is known of one element is
 * kept on the element's truth; `any` and `all` lift it to the whole.
 */
export const liftedTruth = (value: Value, how: 'any' | 'all'): Truth | undefined => {
  const truth = value.element?.truth ?? (value.fields?.size === 1 ? [...value.fields.values()][0]?.truth : undefined);
  if (truth === undefined) return undefined;
  return how === 'any'
    ? { whenTrue: [], whenFalse: ofContainers(truth.whenFalse) }
    : { whenTrue: ofContainers(truth.whenTrue), whenFalse: [] };
};

export const comprehension = (cx: Context, expression: Comprehension): Value => {
  const { frame } = cx;
  const before = frame.state;
  let filters: Truth | undefined;
  for (const clause of expression.clauses) {
    if (clause.kind === 'for') {
      const iterable = cx.machine.evaluate(cx, clause.iterable);
      cx.machine.assign(cx, clause.target, anyElement(iterable), clause.iterable.span);
    } else {
      const truth = truthinessOf(cx, cx.machine.evaluate(cx, clause.test));
      filters = truth;
      frame.state = assuming(frame.state, truth.whenTrue);
    }
  }
  if (expression.key !== undefined) cx.machine.evaluate(cx, expression.key);
  const element = cx.machine.evaluate(cx, expression.element);
  const cold = frozen(element, frame.state?.facts);
  if (frame.state !== undefined && before !== undefined) frame.state = withFacts(before, before.facts);
  const result = listOf([cold], expression.type === 'generator' ? 'list' : expression.type);
  if (filters !== undefined && element.truth === undefined) {
    // `any(True for x in xs if bad(x))` and `[x for x in xs if bad(x)]` are empty where no element is bad.
    const whole = copyOf(result);
    whole.truth = { whenTrue: [], whenFalse: ofContainers(filters.whenFalse) };
    return whole;
  }
  return result;
};
