/** Patterns of `instanceof` and `case`. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Expression, Target } from '../../syntax/ir.ts';
import { nameAt, named } from '../build.ts';
import type { Lowering } from '../lowering.ts';

/** `_` and a pattern without a name keep their place. */
const componentTarget = (node: SyntaxNode, to: Lowering): Target => {
  if (node.type === 'record_pattern') return recordTarget(node, to);
  const inner = to.parts(node).at(-1);
  if (inner === undefined) return named(to.span(node), '');
  if (inner.type === 'record_pattern' || inner.type === 'pattern' || inner.type === 'type_pattern') return componentTarget(inner, to);
  return inner.type === 'identifier' ? nameAt(inner, to) : named(to.span(inner), '');
};

/** A record is taken apart by the places of its components. */
const recordTarget = (node: SyntaxNode, to: Lowering): Target => {
  const body = node.children.find((child) => child.type === 'record_pattern_body');
  const elements = (body === undefined ? [] : to.parts(body)).map((component) => ({ target: componentTarget(component, to) }));
  return { kind: 'destructure', span: to.span(node), elements };
};

/** `T t` and `T(A a, B b)`: the test for the type, which sets the names on its way. */
export const boundPattern = (node: SyntaxNode, subject: Expression, to: Lowering): Expression => {
  const span = to.span(node);
  const parts = to.parts(node).filter((child) => child.type !== 'modifiers');
  const [first] = parts;
  if (first === undefined) return to.missing(node);
  if (node.type === 'pattern') return boundPattern(first, subject, to);
  const isRecord = node.type === 'record_pattern';
  const target = isRecord ? recordTarget(node, to) : componentTarget(node, to);
  const cast: Expression = { kind: 'cast', span, type: to.typeText(first) ?? '', operand: subject };
  const left: Expression = { kind: 'assign', span, target, value: isRecord ? subject : cast };
  return { kind: 'compare', span, op: 'instanceof', left, right: to.expression(first) };
};
