/** Types where Java writes them among values: `Foo.class`, `new Foo()`, `Foo::bar`, `x instanceof Foo`. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Expression } from '../../syntax/ir.ts';
import { nameAt, named } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

const asWritten: ExpressionRule = (node, to) => named(to.span(node), to.typeText(node) ?? '');

/** `a.b.C` in a type and in an import. */
const scoped: ExpressionRule = (node, to) => {
  const [first, ...rest] = to.parts(node);
  if (first === undefined) return to.missing(node);
  return rest.reduce<Expression>(
    (object, word) => ({ kind: 'member', span: to.between(first, word), object, property: to.text(word) }),
    to.expression(first),
  );
};

/** What is left without type arguments and annotations. */
const inner: ExpressionRule = (node, to) => {
  const last = to.parts(node).findLast(({ type }) => !type.endsWith('annotation'));
  return last === undefined ? to.missing(node) : to.expression(last);
};

/** A type as written, with the brackets that stand behind the name: `String a[]`. `var` says nothing. */
export const declaredType = (node: SyntaxNode, to: Lowering, declarator: SyntaxNode = node): string | undefined => {
  const type = to.typeText(node.childForFieldName('type'));
  const dimensions = to.typeText(declarator.childForFieldName('dimensions')) ?? '';
  return type === undefined || type === 'var' ? undefined : `${type}${dimensions}`;
};

export const typeRules: Readonly<Record<string, ExpressionRule>> = {
  type_identifier: nameAt,
  scoped_type_identifier: scoped,
  scoped_identifier: scoped,
  generic_type: inner,
  annotated_type: inner,
  array_type: asWritten,
  integral_type: asWritten,
  floating_point_type: asWritten,
  boolean_type: asWritten,
  void_type: asWritten,
};
