import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Argument, Collection, Entry, Expression } from '../../syntax/ir.ts';
import { joined, literal, nameAt, numberValue } from '../build.ts';
import { resolveEscapes } from '../escapes.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';
import { functionValue } from './functions.ts';

const withoutQuotes = (text: string): string => {
  const quote = text.charAt(0);
  return text.slice(1, text.length > 1 && text.endsWith(quote) ? -1 : text.length);
};

const string: ExpressionRule = (node, to) => literal(to.span(node), 'string', resolveEscapes(withoutQuotes(to.text(node))));

/** The constant and the computed parts of a template literal, in order. */
export const templateParts = (node: SyntaxNode, to: Lowering): readonly Expression[] =>
  node.children
    .filter((child) => child.isNamed)
    .map((child) => {
      if (child.type === 'string_fragment') return literal(to.span(child), 'string', to.text(child));
      if (child.type === 'escape_sequence') return literal(to.span(child), 'string', resolveEscapes(to.text(child)));
      return child.type === 'template_substitution' ? to.part(child, 0) : to.expression(child);
    });

const regex: ExpressionRule = (node, to) => {
  const pattern = node.childForFieldName('pattern');
  const flags = node.childForFieldName('flags');
  const value = pattern === null ? '' : to.text(pattern);
  return { kind: 'literal', span: to.span(node), type: 'regex', value, ...(flags !== null && { flags: to.text(flags) }) };
};

/** The name of a property as a value: `a`, `'a'`, `[a]`, `#a`. */
export const propertyKey = (node: SyntaxNode, to: Lowering): Expression => {
  if (node.type === 'computed_property_name') return to.part(node, 0);
  if (node.type === 'string' || node.type === 'number') return to.expression(node);
  return literal(to.span(node), 'string', to.text(node));
};

const entry = (node: SyntaxNode, to: Lowering): Entry => {
  if (node.type === 'spread_element') return { value: to.part(node, 0), spread: true };
  if (node.type === 'pair') {
    const key = node.childForFieldName('key');
    return { ...(key !== null && { key: propertyKey(key, to) }), value: to.field(node, 'value') };
  }
  if (node.type === 'shorthand_property_identifier') {
    return { key: literal(to.span(node), 'string', to.text(node)), value: nameAt(node, to) };
  }
  if (node.type === 'method_definition') {
    const name = node.childForFieldName('name');
    return { ...(name !== null && { key: propertyKey(name, to) }), value: functionValue(node, to) };
  }
  return { value: to.expression(node) };
};

const collection =
  (type: Collection['type']): ExpressionRule =>
  (node, to) => ({ kind: 'collection', span: to.span(node), type, entries: to.parts(node).map((child) => entry(child, to)) });

export const argumentsOf = (node: SyntaxNode | null, to: Lowering): readonly Argument[] => {
  if (node === null) return [];
  if (node.type === 'template_string') return templateParts(node, to).map((value) => ({ value }));
  return to
    .parts(node)
    .map((child) => (child.type === 'spread_element' ? { value: to.part(child, 0), spread: 'items' } : { value: to.expression(child) }));
};

const constant =
  (type: 'boolean' | 'null', value: boolean | null): ExpressionRule =>
  (node, to) =>
    literal(to.span(node), type, value);

export const literalRules: Readonly<Record<string, ExpressionRule>> = {
  string,
  template_string: (node, to) => joined(to.span(node), templateParts(node, to)),
  regex,
  number: (node, to) => literal(to.span(node), 'number', numberValue(to.text(node))),
  true: constant('boolean', true),
  false: constant('boolean', false),
  null: constant('null', null),
  undefined: constant('null', null),
  object: collection('map'),
  array: collection('list'),
};
