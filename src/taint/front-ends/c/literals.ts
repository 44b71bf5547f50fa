import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Collection, Entry, Expression } from '../../syntax/ir.ts';
import { joined, literal, numberValue } from '../build.ts';
import { resolveEscapes } from '../escapes.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

/** Between the quotes, whatever stands before them: `L"a"`, `u8"a"`. */
const quoted = (text: string, quote: string): string => {
  const start = text.indexOf(quote);
  const end = text.lastIndexOf(quote);
  return resolveEscapes(text.slice(start + 1, end > start ? end : text.length));
};

const string: ExpressionRule = (node, to) => literal(to.span(node), 'string', quoted(to.text(node), '"'));

/** `R"x(…)x"` knows no escapes. */
const rawString: ExpressionRule = (node, to) => {
  const content = node.children.find((child) => child.type === 'raw_string_content');
  return literal(to.span(node), 'string', content === undefined ? '' : to.text(content));
};

/** Texts side by side are one; a macro between them is a name. */
const concatenated: ExpressionRule = (node, to) =>
  joined(
    to.span(node),
    to.parts(node).map((child) => to.expression(child)),
  );

const character: ExpressionRule = (node, to) => literal(to.span(node), 'char', quoted(to.text(node), "'"));

const constant =
  (type: 'boolean' | 'null', value: boolean | null): ExpressionRule =>
  (node, to) =>
    literal(to.span(node), type, value);

/** `.a = 1`, `[2] = 3`, `.b[1].c = 4`, of which the first step is the key. */
const entry = (node: SyntaxNode, to: Lowering): Entry => {
  if (node.type !== 'initializer_pair') return { value: to.expression(node) };
  const designator = node.childForFieldName('designator');
  const value = to.field(node, 'value');
  if (designator === null) return { value };
  const inner = to.parts(designator)[0] ?? designator;
  const key =
    designator.type === 'subscript_designator'
      ? to.expression(inner)
      : literal(to.span(inner), 'string', to.text(inner).replace(/^\./, ''));
  return { key, value };
};

export const initializer = (node: SyntaxNode, to: Lowering, typeName?: string): Collection => {
  const entries = to.parts(node).map((child) => entry(child, to));
  const type = entries.some(({ key }) => key?.kind === 'literal' && key.type === 'string') ? 'map' : 'list';
  return { kind: 'collection', span: to.span(node), type, entries, ...(typeName !== undefined && { typeName }) };
};

/** The elements of `{a, b}` or `(a, b)`. */
export const elementsOf = (node: SyntaxNode, to: Lowering): readonly Expression[] =>
  node.type === 'initializer_list'
    ? initializer(node, to).entries.map(({ value }) => value)
    : to.parts(node).map((child) => to.expression(child));

export const literalRules: Readonly<Record<string, ExpressionRule>> = {
  string_literal: string,
  system_lib_string: string,
  raw_string_literal: rawString,
  concatenated_string: concatenated,
  char_literal: character,
  number_literal: (node, to) => literal(to.span(node), 'number', numberValue(to.text(node))),
  true: constant('boolean', true),
  false: constant('boolean', false),
  null: constant('null', null),
  initializer_list: (node, to) => initializer(node, to),
  user_defined_literal: (node, to) => to.part(node, 0),
};
