/** `new`. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Entry, Expression, FunctionNode } from '../../syntax/ir.ts';
import { literal, named } from '../build.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';
import { argumentsOf } from './expressions.ts';
import { initializer } from './literals.ts';

const typeNameOf = (type: Expression): string =>
  type.kind === 'member' ? `${typeNameOf(type.object)}.${type.property}` : type.kind === 'name' ? type.name : '';

/** A class without a name: its only method as a value, or the map of its members with what its constructor gets. */
const anonymous = (node: SyntaxNode, type: Expression, body: SyntaxNode, to: Lowering): Expression => {
  const span = to.span(node);
  const args = argumentsOf(node.childForFieldName('arguments'), to);
  const members = to.block(body);
  const [only] = members;
  if (members.length === 1 && only?.kind === 'function' && args.length === 0) return { kind: 'function', span, function: only.function };
  const functionEntry = (method: FunctionNode): Entry => ({
    key: literal(method.span, 'string', method.name),
    value: { kind: 'function', span: method.span, function: method },
  });
  const entries = members.flatMap((member): readonly Entry[] => {
    if (member.kind === 'function') return [functionEntry(member.function)];
    const [target] = member.kind === 'assignment' ? member.targets : [];
    if (member.kind === 'assignment' && target?.kind === 'name' && member.value !== undefined) {
      return [{ key: literal(target.span, 'string', target.name), value: member.value }];
    }
    // What an initialiser does, as a function that nobody calls by its name.
    if (member.kind !== 'block') return [];
    return [functionEntry({ span: member.span, name: '', parameters: [], body: member.body, decorators: [] })];
  });
  return {
    kind: 'collection',
    span,
    type: 'map',
    entries: [...args.map(({ value }) => ({ value })), ...entries],
    typeName: typeNameOf(type),
  };
};

/** `new T(…)`, and the same with a body of its own. */
export const creation = (node: SyntaxNode, callee: Expression, body: SyntaxNode | null, to: Lowering): Expression => {
  if (body !== null) return anonymous(node, callee, body, to);
  return { kind: 'call', span: to.span(node), callee, args: argumentsOf(node.childForFieldName('arguments'), to), isNew: true };
};

/** `outer.new Inner()` makes an `outer.Inner`. */
const objectCreation: ExpressionRule = (node, to) => {
  const type = node.childForFieldName('type');
  const body = node.children.find((child) => child.type === 'class_body') ?? null;
  const [first] = node.children;
  const made = type === null ? to.missing(node) : to.expression(type);
  const outer = first?.isNamed && first !== type && first.field === undefined && !to.isDropped(first) ? first : undefined;
  const callee: Expression =
    outer === undefined || made.kind !== 'name'
      ? made
      : { kind: 'member', span: to.span(node), object: to.expression(outer), property: made.name };
  return creation(node, callee, body, to);
};

/** `new byte[16]` is a call with `isNew` of `byte[]` with its lengths; with elements it is their list. */
const arrayCreation: ExpressionRule = (node, to) => {
  const type = to.typeText(node.childForFieldName('type')) ?? '';
  const sizes = node.childrenForFieldName('dimensions').filter((child) => child.type === 'dimensions_expr');
  const more = node.childrenForFieldName('dimensions').filter((child) => child.type === 'dimensions');
  const typeName = `${type}${'[]'.repeat(sizes.length)}${more.map((each) => to.typeText(each) ?? '').join('')}`;
  const value = node.childForFieldName('value');
  if (value !== null) return initializer(value, to, typeName);
  const args = sizes.map((size) => ({ value: to.part(size, 0) }));
  return { kind: 'call', span: to.span(node), callee: named(to.span(node), typeName), args, isNew: true };
};

export const objectRules: Readonly<Record<string, ExpressionRule>> = {
  object_creation_expression: objectCreation,
  array_creation_expression: arrayCreation,
};
