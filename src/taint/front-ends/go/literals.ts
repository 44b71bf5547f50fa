import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Collection, Entry, Expression } from '../../syntax/ir.ts';
import { literal, nameAt, numberValue } from '../build.ts';
import { resolveEscapes } from '../escapes.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';
import { plainType } from './types.ts';

/** A text that was cut short has no closing quote. */
const withoutQuotes = (text: string): string => {
  const quote = text.charAt(0);
  return text.slice(1, text.length > 1 && text.endsWith(quote) ? -1 : text.length);
};

const interpreted: ExpressionRule = (node, to) => literal(to.span(node), 'string', resolveEscapes(withoutQuotes(to.text(node))));

/** A raw text has no escapes, and the compiler drops its carriage returns. */
const raw: ExpressionRule = (node, to) => literal(to.span(node), 'string', withoutQuotes(to.text(node)).replaceAll('\r', ''));

const rune: ExpressionRule = (node, to) => literal(to.span(node), 'char', resolveEscapes(withoutQuotes(to.text(node))));

const number: ExpressionRule = (node, to) => literal(to.span(node), 'number', numberValue(to.text(node)));

const constant =
  (type: 'boolean' | 'null', value: boolean | null): ExpressionRule =>
  (node, to) =>
    literal(to.span(node), type, value);

type Shape = {
  readonly type: Collection['type'];
  readonly typeName?: string;
  /** Of a struct, whose keys are names of fields. */
  readonly hasFields: boolean;
  /** The type of the elements, which they may leave out: `[]T{{…}}`. */
  readonly element: SyntaxNode | null;
};

const listTypes = new Set(['slice_type', 'array_type', 'implicit_length_array_type']);

const shapeOf = (type: SyntaxNode | null, to: Lowering): Shape => {
  const isPointer = type?.type === 'pointer_type';
  const own = isPointer ? (to.parts(type)[0] ?? null) : type;
  const typeName = plainType(own, to);
  const isList = own !== null && listTypes.has(own.type);
  const isMap = own?.type === 'map_type';
  return {
    type: isList ? 'list' : 'map',
    ...(typeName !== undefined && { typeName }),
    hasFields: !isList && !isMap,
    element: isList ? own.childForFieldName('element') : isMap ? own.childForFieldName('value') : null,
  };
};

const element = (node: SyntaxNode, elementType: SyntaxNode | null, to: Lowering): Expression => {
  const inner = node.type === 'literal_element' ? to.parts(node)[0] : node;
  if (inner === undefined) return to.missing(node);
  return inner.type === 'literal_value' ? composed(inner, elementType, to) : to.expression(inner);
};

const keyOf = (node: SyntaxNode, shape: Shape, to: Lowering): Expression => {
  const key = node.childForFieldName('key');
  if (key === null) return to.missing(node);
  const inner = key.type === 'literal_element' ? (to.parts(key)[0] ?? key) : key;
  return shape.hasFields && inner.type === 'identifier' ? literal(to.span(inner), 'string', to.text(inner)) : element(inner, null, to);
};

const entry = (node: SyntaxNode, shape: Shape, to: Lowering): Entry => {
  if (node.type !== 'keyed_element') return { value: element(node, shape.element, to) };
  const value = node.childForFieldName('value');
  return { key: keyOf(node, shape, to), value: value === null ? to.missing(node) : element(value, shape.element, to) };
};

/** `{…}` of the type: a struct without keys is a tuple of its fields. */
const composed = (node: SyntaxNode, type: SyntaxNode | null, to: Lowering, span = to.span(node)): Collection => {
  const shape = shapeOf(type, to);
  const entries = to.parts(node).map((child) => entry(child, shape, to));
  const isPositional = shape.hasFields && entries.length > 0 && entries.every(({ key }) => key === undefined);
  return {
    kind: 'collection',
    span,
    type: isPositional ? 'tuple' : shape.type,
    entries,
    ...(shape.typeName !== undefined && { typeName: shape.typeName }),
  };
};

const composite: ExpressionRule = (node, to) => {
  const body = node.childForFieldName('body');
  return body === null ? to.missing(node) : composed(body, node.childForFieldName('type'), to, to.span(node));
};

export const literalRules: Readonly<Record<string, ExpressionRule>> = {
  interpreted_string_literal: interpreted,
  raw_string_literal: raw,
  rune_literal: rune,
  int_literal: number,
  float_literal: number,
  imaginary_literal: number,
  true: constant('boolean', true),
  false: constant('boolean', false),
  nil: constant('null', null),
  /** In a block of constants its value stands in its place. */
  iota: nameAt,
  composite_literal: composite,
};
