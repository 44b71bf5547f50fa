/** Calls, and what C++ writes like one: conversions, constructions, templates. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Argument, Expression } from '../../syntax/ir.ts';
import { callOf, named } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';
import { elementsOf, initializer } from './literals.ts';

const argument = (node: SyntaxNode, to: Lowering): Argument =>
  node.type === 'parameter_pack_expansion' ? { value: to.field(node, 'pattern'), spread: 'items' } : { value: to.expression(node) };

export const argumentsOf = (node: SyntaxNode | null, to: Lowering): readonly Argument[] => {
  if (node === null) return [];
  if (node.type === 'initializer_list') return elementsOf(node, to).map((value) => ({ value }));
  return to.parts(node).map((child) => argument(child, to));
};

/** A type as what is called to make a value of it: templates without their arguments. */
export const constructorOf = (type: SyntaxNode, to: Lowering): Expression => {
  if (type.type === 'template_type' || type.type === 'template_function') {
    const name = type.childForFieldName('name');
    if (name !== null) return constructorOf(name, to);
  }
  if (type.type === 'qualified_identifier') return to.expression(type);
  return named(to.span(type), to.typeText(type) ?? '');
};

/** `T(a)`, `T{a}`, `T t(a)`: a new value of a type. */
export const construction = (span: Expression['span'], type: SyntaxNode, list: SyntaxNode | null, to: Lowering): Expression => ({
  kind: 'call',
  span,
  callee: constructorOf(type, to),
  args: argumentsOf(list, to),
  isNew: true,
});

const casts = new Set(['static_cast', 'dynamic_cast', 'const_cast', 'reinterpret_cast', 'bit_cast']);

const call: ExpressionRule = (node, to) => {
  const span = to.span(node);
  const callee = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  const args = argumentsOf(list, to);
  const operand = args[0]?.value;
  if (callee?.type === 'template_function' && operand !== undefined) {
    const name = callee.childForFieldName('name');
    const type = callee.childForFieldName('arguments');
    if (name !== null && casts.has(to.text(name))) {
      return { kind: 'cast', span, type: (to.typeText(type) ?? '').replace(/^<(.*)>$/, '$1'), operand };
    }
  }
  const isType = callee?.type === 'primitive_type' || callee?.type === 'sized_type_specifier';
  if (isType && operand !== undefined) return { kind: 'cast', span, type: to.typeText(callee) ?? '', operand };
  return { kind: 'call', span, callee: callee === null ? to.missing(node) : to.expression(callee), args };
};

/** `new T(a)` makes a `T`; `new T[n]` is a call of `new[]` with the length. */
const allocation: ExpressionRule = (node, to) => {
  const span = to.span(node);
  const declarator = node.childForFieldName('declarator');
  const type = node.childForFieldName('type');
  if (declarator !== null) {
    return { kind: 'call', span, callee: named(span, 'new[]'), args: [{ value: to.field(declarator, 'length') }], isNew: true };
  }
  return type === null ? to.missing(node) : construction(span, type, node.childForFieldName('arguments'), to);
};

/** `(struct p){1, 2}` of C is data; `T{1, 2}` of C++ makes a `T`. */
const compound: ExpressionRule = (node, to) => {
  const type = node.childForFieldName('type');
  const value = node.childForFieldName('value');
  if (type === null || value === null) return to.missing(node);
  return type.type === 'type_descriptor' ? initializer(value, to, to.typeText(type)) : construction(to.span(node), type, value, to);
};

/** `a::b::c` is a member of a member; `::f` is `f`. */
const qualified: ExpressionRule = (node, to) => {
  const scope = node.childForFieldName('scope');
  const name = node.childForFieldName('name');
  if (name === null) return to.missing(node);
  const inner = to.expression(name);
  return scope === null ? inner : within(constructorOf(scope, to), inner, to.span(node));
};

const within = (scope: Expression, name: Expression, span: Expression['span']): Expression => {
  if (name.kind === 'member') return { ...name, span, object: within(scope, name.object, span) };
  return { kind: 'member', span, object: scope, property: name.kind === 'name' ? name.name : '' };
};

const templateName: ExpressionRule = (node, to) => constructorOf(node, to);

const text: ExpressionRule = (node, to) => named(to.span(node), to.typeText(node) ?? '');

export const callRules: Readonly<Record<string, ExpressionRule>> = {
  call_expression: call,
  new_expression: allocation,
  delete_expression: (node, to) => ({ kind: 'unary', span: to.span(node), op: 'delete', operand: to.part(node, 0) }),
  compound_literal_expression: compound,
  qualified_identifier: qualified,
  nested_namespace_specifier: (node, to) => {
    const [first, ...rest] = to.parts(node).map((child) => to.expression(child));
    if (first === undefined) return to.missing(node);
    return rest.reduce((scope, name) => within(scope, name, to.span(node)), first);
  },
  template_function: templateName,
  template_method: templateName,
  template_type: templateName,
  dependent_name: (node, to) => to.part(node, 0),
  destructor_name: text,
  operator_name: text,
  operator_cast: text,
  decltype: text,
  placeholder_type_specifier: text,
  auto: text,
  parameter_pack_expansion: (node, to) => ({ kind: 'spread', span: to.span(node), operand: to.field(node, 'pattern') }),
  fold_expression: (node, to) =>
    callOf(
      to.span(node),
      'fold',
      to.parts(node).map((child) => to.expression(child)),
    ),
  co_await_expression: (node, to) => ({ kind: 'await', span: to.span(node), operand: to.field(node, 'argument') }),
  /** A question to the compiler. */
  requires_expression: (node, to) => ({ kind: 'literal', span: to.span(node), type: 'boolean', value: true }),
};
