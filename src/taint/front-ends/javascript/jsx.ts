/**
 * An element is a call of `jsx` with its tag (a text for the platform's own, else the component), the map of its attributes, and
 * its children: `<p a={b}>c</p>` is `jsx("p", {a: b}, "c")`.
 */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Entry, Expression } from '../../syntax/ir.ts';
import { callOf, literal } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

const tagOf = (node: SyntaxNode, to: Lowering): Expression => {
  const name = node.childForFieldName('name');
  if (name === null) return literal(to.span(node), 'string', '');
  const text = to.text(name);
  return /^[a-z]/.test(text) && !text.includes('.') ? literal(to.span(name), 'string', text) : to.expression(name);
};

const attribute = (node: SyntaxNode, to: Lowering): Entry => {
  if (node.type !== 'jsx_attribute') return { value: spreadValue(node, to), spread: true };
  const [name, value] = to.parts(node);
  const key = literal(to.span(name ?? node), 'string', name === undefined ? '' : to.text(name));
  return { key, value: value === undefined ? literal(to.span(node), 'boolean', true) : to.expression(value) };
};

const spreadValue = (node: SyntaxNode, to: Lowering): Expression => {
  const inner = to.part(node, 0);
  return inner.kind === 'spread' ? inner.operand : inner;
};

const attributes = (node: SyntaxNode, to: Lowering): Expression => ({
  kind: 'collection',
  span: to.span(node),
  type: 'map',
  entries: node.childrenForFieldName('attribute').map((child) => attribute(child, to)),
});

/** Text that is white space and the braces around a comment are no children. */
const children = (node: SyntaxNode, to: Lowering): readonly Expression[] =>
  to
    .parts(node)
    .filter((child) => child.field !== 'open_tag' && child.field !== 'close_tag')
    .filter((child) => child.type !== 'jsx_text' || to.text(child).trim() !== '')
    .filter((child) => child.type !== 'jsx_expression' || to.parts(child).length > 0)
    .map((child) => to.expression(child));

const element: ExpressionRule = (node, to) => {
  const open = node.childForFieldName('open_tag') ?? node;
  return callOf(to.span(node), 'jsx', [tagOf(open, to), attributes(open, to), ...children(node, to)]);
};

const text: ExpressionRule = (node, to) => literal(to.span(node), 'string', to.text(node));

export const jsxRules: Readonly<Record<string, ExpressionRule>> = {
  jsx_element: element,
  jsx_self_closing_element: (node, to) => callOf(to.span(node), 'jsx', [tagOf(node, to), attributes(node, to)]),
  jsx_expression: (node, to) => to.part(node, 0),
  jsx_text: text,
  html_character_reference: text,
  jsx_namespace_name: text,
};
