/** Where values go. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Expression, Target } from '../../syntax/ir.ts';
import { asTarget, nameAt, named } from '../build.ts';
import type { Lowering, TargetRule } from '../lowering.ts';

type Element = Extract<Target, { kind: 'destructure' }>['elements'][number];

const keyText = (node: SyntaxNode | null, to: Lowering): string | undefined => {
  if (node === null || node.type === 'computed_property_name') return undefined;
  const key = node.type === 'string' ? to.expression(node) : undefined;
  return key?.kind === 'literal' ? String(key.value) : to.text(node);
};

/** A target with its fallback: `a = 1`. */
const withFallback = (node: SyntaxNode, to: Lowering): { readonly target: Target; readonly fallback?: Expression } => {
  if (node.type !== 'assignment_pattern' && node.type !== 'object_assignment_pattern') return { target: to.target(node) };
  return { target: to.targetField(node, 'left'), fallback: to.field(node, 'right') };
};

const element = (node: SyntaxNode, to: Lowering): Element => {
  if (node.type === 'rest_pattern') {
    const inner = to.parts(node)[0];
    return { target: inner === undefined ? to.missing(node) : to.target(inner), rest: true };
  }
  if (node.type === 'pair_pattern') {
    const key = keyText(node.childForFieldName('key'), to);
    const value = node.childForFieldName('value');
    return { ...(key !== undefined && { key }), ...(value === null ? { target: to.missing(node) } : withFallback(value, to)) };
  }
  return withFallback(node, to);
};

const shorthand = (node: SyntaxNode, to: Lowering): Element => {
  const made = element(node, to);
  return made.target.kind === 'name' && made.key === undefined && !made.rest ? { ...made, key: made.target.name } : made;
};

const objectPattern: TargetRule = (node, to) => ({
  kind: 'destructure',
  span: to.span(node),
  elements: to.parts(node).map((child) => shorthand(child, to)),
});

/** `[a, , b]` leaves one out: a target without a name keeps its place. */
const arrayPattern: TargetRule = (node, to) => {
  const elements: Element[] = [];
  let end = node.startIndex + 1;
  for (const child of to.parts(node)) {
    const commas = to.source.slice(end, child.startIndex).split(',').length - 1;
    for (let hole = elements.length === 0 ? 0 : 1; hole < commas; hole += 1) elements.push({ target: named(to.span(child), '') });
    elements.push(element(child, to));
    end = child.endIndex;
  }
  return { kind: 'destructure', span: to.span(node), elements };
};

const expressionAsTarget: TargetRule = (node, to) => asTarget(to.expression(node));

const inner: TargetRule = (node, to) => {
  const child = to.parts(node)[0];
  return child === undefined ? to.missing(node) : to.target(child);
};

export const targetRules: Readonly<Record<string, TargetRule>> = {
  identifier: nameAt,
  shorthand_property_identifier_pattern: nameAt,
  undefined: nameAt,
  this: nameAt,
  member_expression: expressionAsTarget,
  subscript_expression: expressionAsTarget,
  call_expression: expressionAsTarget,
  object: expressionAsTarget,
  array: expressionAsTarget,
  object_pattern: objectPattern,
  array_pattern: arrayPattern,
  rest_pattern: inner,
  parenthesized_expression: inner,
  non_null_expression: inner,
  as_expression: inner,
  satisfies_expression: inner,
  type_assertion: inner,
  assignment_pattern: (node, to) => to.targetField(node, 'left'),
};
