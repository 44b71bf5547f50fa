import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Block, ClassNode, Entry, Expression, Statement } from '../../syntax/ir.ts';
import { literal, named } from '../build.ts';
import type { ExpressionRule, Lowering, StatementRule } from '../lowering.ts';
import { annotated, decoratorsOf, functionNode } from './functions.ts';
import { propertyKey } from './literals.ts';

/** `extends` first, then what TypeScript's `implements` names. */
const basesOf = (node: SyntaxNode, to: Lowering): readonly Expression[] => {
  const heritage = node.children.find((child) => child.type === 'class_heritage');
  if (heritage === undefined) return [];
  return heritage.children.flatMap((child): readonly Expression[] => {
    if (child.type === 'extends_clause') return child.childrenForFieldName('value').map((value) => to.expression(value));
    if (child.type !== 'implements_clause') return child.isNamed && !to.isDropped(child) ? [to.expression(child)] : [];
    return child.namedChildren.map((type) => named(to.span(type), to.typeText(type) ?? ''));
  });
};

const field: StatementRule = (node, to) => {
  const name = node.childForFieldName('name') ?? node.childForFieldName('property');
  const type = annotated(node.childForFieldName('type'), to);
  const value = to.optionalField(node, 'value');
  if (name === null) return [];
  const isConstant = node.children.some((child) => child.type === 'readonly');
  const key = propertyKey(name, to);
  const target = named(to.span(name), key.kind === 'literal' ? String(key.value) : to.text(name));
  const assignment: Assignment = {
    kind: 'assignment',
    span: to.span(node),
    targets: [target],
    ...(value !== undefined && { value }),
    declares: { ...(type !== undefined && { type }), ...(isConstant && { constant: true as const }) },
  };
  return [assignment];
};

/** TypeScript has the decorators of a member before it, JavaScript within it. */
export const members = (body: SyntaxNode | null, to: Lowering): Block => {
  const statements: Statement[] = [];
  let pending: SyntaxNode[] = [];
  for (const child of body?.children ?? []) {
    if (child.type === 'decorator') pending.push(child);
    else if (child.isNamed && !to.isDropped(child)) {
      const before = pending;
      statements.push(...(before.length === 0 ? to.statements(child) : to.remember(child, () => decorated(child, before, to))));
      pending = [];
    }
  }
  for (const decorator of pending) statements.push(...to.statements(decorator));
  return statements;
};

const decorated = (node: SyntaxNode, decorators: readonly SyntaxNode[], to: Lowering): Block => {
  const values = decorators.map((decorator) => to.part(decorator, 0));
  if (node.type === 'method_definition') {
    return [{ kind: 'function', span: to.between(decorators[0] ?? node, node), function: functionNode(node, to, values) }];
  }
  const calls = values.map((value): Statement => ({ kind: 'expression', span: value.span, value }));
  return [...calls, ...to.statements(node)];
};

export const classNode = (node: SyntaxNode, to: Lowering, decorators: readonly Expression[] = [], name?: string): ClassNode => {
  const own = node.childForFieldName('name');
  return {
    span: to.span(node),
    name: own === null ? (name ?? '') : to.text(own),
    bases: basesOf(node, to),
    decorators: [...decorators, ...decoratorsOf(node, to)],
    body: members(node.childForFieldName('body'), to),
  };
};

const declaration: StatementRule = (node, to) => [{ kind: 'class', span: to.span(node), class: classNode(node, to) }];

/** A class as a value is the map of its members. */
const classValue: ExpressionRule = (node, to) => {
  const { body, name } = classNode(node, to);
  const entries = body.flatMap((member): readonly Entry[] => {
    if (member.kind === 'function') {
      return [
        {
          key: literal(member.span, 'string', member.function.name),
          value: { kind: 'function', span: member.span, function: member.function },
        },
      ];
    }
    const [target] = member.kind === 'assignment' ? member.targets : [];
    if (member.kind !== 'assignment' || member.value === undefined || target?.kind !== 'name') return [];
    return [{ key: literal(target.span, 'string', target.name), value: member.value }];
  });
  return { kind: 'collection', span: to.span(node), type: 'map', entries, typeName: name === '' ? 'class' : name };
};

/** Members without a value count on from the one before. */
const enumeration: StatementRule = (node, to) => {
  const name = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  let next = 0;
  const entries = (body?.children ?? []).flatMap((child): readonly Entry[] => {
    const member = child.type === 'enum_assignment' ? child.childForFieldName('name') : child.field === 'name' ? child : null;
    if (member === null) return [];
    const value = to.optionalField(child, 'value') ?? literal(to.span(child), 'number', next);
    if (value.kind === 'literal' && typeof value.value === 'number') next = value.value + 1;
    return [{ key: propertyKey(member, to), value }];
  });
  const value = { kind: 'collection', span: to.span(node), type: 'map', entries } as const;
  return [
    {
      kind: 'assignment',
      span: to.span(node),
      targets: [named(to.span(name ?? node), name === null ? '' : to.text(name))],
      value,
      declares: { constant: true },
    },
  ];
};

export const classExpressions: Readonly<Record<string, ExpressionRule>> = { class: classValue };

export const classStatements: Readonly<Record<string, StatementRule>> = {
  class_declaration: declaration,
  abstract_class_declaration: declaration,
  enum_declaration: enumeration,
  field_definition: field,
  public_field_definition: field,
  class_static_block: (node, to) => [{ kind: 'block', span: to.span(node), body: to.fieldBlock(node, 'body') }],
};
