import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Expression, FunctionNode, Statement } from '../../syntax/ir.ts';
import { nameAt, named } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { annotationsOf, parametersOf } from './functions.ts';
import { creation } from './objects.ts';
import { declaration } from './statements.ts';
import { declaredType } from './types.ts';

const heritage = new Set(['superclass', 'super_interfaces', 'extends_interfaces']);

/** The class that it extends first, then interfaces. */
const basesOf = (node: SyntaxNode, to: Lowering): readonly Expression[] =>
  node.children
    .filter((child) => heritage.has(child.type))
    .flatMap((child) => to.parts(child))
    .flatMap((child) => (child.type === 'type_list' ? to.parts(child) : [child]))
    .map((type) => to.expression(type));

const classOf = (node: SyntaxNode, to: Lowering, body: Block): Block => {
  const name = node.childForFieldName('name');
  const span = to.span(node);
  const statement: Statement = {
    kind: 'class',
    span,
    class: { span, name: name === null ? '' : to.text(name), bases: basesOf(node, to), decorators: annotationsOf(node, to), body },
  };
  return [statement];
};

const plainClass: StatementRule = (node, to) => classOf(node, to, to.fieldBlock(node, 'body'));

/** `RED(1)` is a constant that holds `new Color(1)`. */
const constant = (node: SyntaxNode, type: string, to: Lowering): Block => {
  const name = node.childForFieldName('name');
  if (name === null) return [];
  const callee = named(to.span(name), type);
  return [
    {
      kind: 'assignment',
      span: to.span(node),
      targets: [nameAt(name, to)],
      value: creation(node, callee, node.childForFieldName('body'), to),
      declares: { type, constant: true },
    },
  ];
};

const enumeration: StatementRule = (node, to) => {
  const body = node.childForFieldName('body');
  const name = node.childForFieldName('name');
  const type = name === null ? '' : to.text(name);
  const members = (body?.children ?? []).flatMap((child): Block => {
    if (child.type === 'enum_constant') return to.remember(child, () => constant(child, type, to));
    if (child.type === 'enum_body_declarations') return to.block(child);
    return child.isNamed ? to.statements(child) : [];
  });
  return classOf(node, to, members);
};

const setField = (parameter: SyntaxNode, to: Lowering): Block => {
  const name = parameter.childForFieldName('name');
  if (name === null) return [];
  const span = to.span(name);
  const target = { kind: 'member', span, object: named(span, 'this'), property: to.text(name) } as const;
  return [{ kind: 'assignment', span, targets: [target], value: nameAt(name, to) }];
};

const component = (parameter: SyntaxNode, to: Lowering): Block => {
  const name = parameter.childForFieldName('name');
  const type = declaredType(parameter, to);
  if (name === null) return [];
  const declares = { ...(type !== undefined && { type }), constant: true } as const;
  return [{ kind: 'assignment', span: to.span(parameter), targets: [nameAt(name, to)], declares }];
};

/** `x()` of a record yields its `x`. */
const accessor = (name: SyntaxNode, to: Lowering): Block => {
  const span = to.span(name);
  const value = { kind: 'member', span, object: named(span, 'this'), property: to.text(name) } as const;
  const body: Block = [{ kind: 'return', span, value }];
  return [{ kind: 'function', span, function: { span, name: to.text(name), parameters: [], body, decorators: [] } }];
};

/** The constructor that a record has of itself, with the statements of a compact one, if there is one. */
const recordConstructor = (record: SyntaxNode, compact: SyntaxNode | undefined, to: Lowering): Block => {
  const list = record.childForFieldName('parameters');
  const name = record.childForFieldName('name');
  const span = to.span(compact ?? list ?? record);
  const fields = (list?.children ?? []).flatMap((parameter) => setField(parameter, to));
  const made: FunctionNode = {
    span,
    name: name === null ? '' : to.text(name),
    parameters: parametersOf(list, to),
    body: [...(compact === undefined ? [] : to.fieldBlock(compact, 'body')), ...fields],
    decorators: compact === undefined ? [] : annotationsOf(compact, to),
  };
  return [{ kind: 'function', span, function: made }];
};

const countOf = (list: SyntaxNode | null): number => (list?.children ?? []).filter(({ type }) => type.endsWith('_parameter')).length;

const recordMembers = (record: SyntaxNode, list: SyntaxNode | null, to: Lowering): Block => {
  const members = record.childForFieldName('body')?.children ?? [];
  const parameters = (list?.children ?? []).filter((child) => child.type === 'formal_parameter');
  const isDefined = (name: string): boolean =>
    members.some((child) => {
      const own = child.type === 'method_declaration' ? child.childForFieldName('name') : null;
      return own !== null && to.text(own) === name;
    });
  const accessors = parameters.flatMap((parameter): Block => {
    const name = parameter.childForFieldName('name');
    return name === null || isDefined(to.text(name)) ? [] : to.remember(name, () => accessor(name, to));
  });
  return [...parameters.flatMap((parameter) => to.remember(parameter, () => component(parameter, to))), ...accessors];
};

const record: StatementRule = (node, to) => {
  const list = node.childForFieldName('parameters');
  const body = node.childForFieldName('body');
  const members = (body?.children ?? []).filter((child) => child.isNamed);
  const hasConstructor = members.some(
    (child) =>
      child.type === 'compact_constructor_declaration' ||
      (child.type === 'constructor_declaration' && countOf(child.childForFieldName('parameters')) === countOf(list)),
  );
  const own = members.flatMap((child) =>
    child.type === 'compact_constructor_declaration' ? to.remember(child, () => recordConstructor(node, child, to)) : to.statements(child),
  );
  const made = hasConstructor || list === null ? [] : to.remember(list, () => recordConstructor(node, undefined, to));
  return classOf(node, to, [...recordMembers(node, list, to), ...made, ...own]);
};

export const classStatements: Readonly<Record<string, StatementRule>> = {
  class_declaration: plainClass,
  interface_declaration: plainClass,
  enum_declaration: enumeration,
  record_declaration: record,
  field_declaration: declaration,
  constant_declaration: declaration,
  static_initializer: (node, to) => [
    { kind: 'block', span: to.span(node), body: to.block(node.children.find((child) => child.type === 'block') ?? null) },
  ],
};
