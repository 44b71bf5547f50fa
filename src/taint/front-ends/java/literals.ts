import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Collection, Expression } from '../../syntax/ir.ts';
import { joined, literal, numberValue } from '../build.ts';
import { resolveEscapes } from '../escapes.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

const blockQuote = '"""';

/** The text between the quotes; a text that was cut short has none at its end. */
const between = (text: string, quote: string): string =>
  text.slice(quote.length, text.length >= 2 * quote.length && text.endsWith(quote) ? -quote.length : text.length);

/** Without the line of the opening quotes, the indentation that all lines have, and spaces at line ends. */
const withoutIndentation = (text: string): string => {
  const lines = text.replaceAll('\r\n', '\n').split('\n').slice(1);
  const last = lines.length - 1;
  const counted = lines.filter((line, at) => line.trim() !== '' || at === last);
  const indentation = Math.min(...counted.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indentation).trimEnd()).join('\n');
};

const textOf = (text: string): string =>
  text.startsWith(blockQuote) ? resolveEscapes(withoutIndentation(between(text, blockQuote))) : resolveEscapes(between(text, '"'));

/** `\{…}` in a template puts an expression into the text. */
const string: ExpressionRule = (node, to) => {
  const isTemplate = node.children.some((child) => child.type === 'string_interpolation');
  if (!isTemplate) return literal(to.span(node), 'string', textOf(to.text(node)));
  const parts = node.namedChildren.flatMap((child): readonly Expression[] =>
    child.type === 'string_interpolation' ? [to.part(child, 0)] : [literal(to.span(child), 'string', resolveEscapes(to.text(child)))],
  );
  return joined(to.span(node), parts);
};

const constant =
  (type: 'boolean' | 'null', value: boolean | null): ExpressionRule =>
  (node, to) =>
    literal(to.span(node), type, value);

const number: ExpressionRule = (node, to) => literal(to.span(node), 'number', numberValue(to.text(node)));

/** `{a, {b}}`, of a type if one is written. */
export const initializer = (node: SyntaxNode, to: Lowering, typeName?: string): Collection => ({
  kind: 'collection',
  span: to.span(node),
  type: 'list',
  entries: to.parts(node).map((child) => ({ value: to.expression(child) })),
  ...(typeName !== undefined && { typeName }),
});

export const literalRules: Readonly<Record<string, ExpressionRule>> = {
  string_literal: string,
  character_literal: (node, to) => literal(to.span(node), 'char', resolveEscapes(between(to.text(node), "'"))),
  decimal_integer_literal: number,
  hex_integer_literal: number,
  octal_integer_literal: number,
  binary_integer_literal: number,
  decimal_floating_point_literal: number,
  hex_floating_point_literal: number,
  true: constant('boolean', true),
  false: constant('boolean', false),
  null_literal: constant('null', null),
  array_initializer: (node, to) => initializer(node, to),
  element_value_array_initializer: (node, to) => initializer(node, to),
  /** `STR."…"`: what the processor makes of the text is the text. */
  template_expression: (node, to) => to.field(node, 'template_argument'),
};
