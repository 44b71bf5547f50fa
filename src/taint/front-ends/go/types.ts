/** Types where Go writes them among values: `make([]byte, 16)`, `new(T)`, `f[int](x)`. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import { nameAt, named } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

/** As written, without spaces and without type arguments: `*tls.Config`, `[]byte`. */
export const plainType = (node: SyntaxNode | null, to: Lowering): string | undefined => {
  const generic = node?.type === 'generic_type' ? node.childForFieldName('type') : null;
  return to.typeText(generic ?? node);
};

const asWritten: ExpressionRule = (node, to) => named(to.span(node), to.typeText(node) ?? '');

const qualified: ExpressionRule = (node, to) => {
  const name = node.childForFieldName('name');
  return { kind: 'member', span: to.span(node), object: to.field(node, 'package'), property: name === null ? '' : to.text(name) };
};

/** Of `f[int]` what stands before the brackets: arguments of types say nothing of the data. */
const generic: ExpressionRule = (node, to) => to.field(node, 'type');

export const typeRules: Readonly<Record<string, ExpressionRule>> = {
  type_identifier: nameAt,
  package_identifier: nameAt,
  qualified_type: qualified,
  generic_type: generic,
  type_instantiation_expression: generic,
  slice_type: asWritten,
  array_type: asWritten,
  implicit_length_array_type: asWritten,
  map_type: asWritten,
  channel_type: asWritten,
  pointer_type: asWritten,
  parenthesized_type: asWritten,
  struct_type: asWritten,
  interface_type: asWritten,
  function_type: asWritten,
};
