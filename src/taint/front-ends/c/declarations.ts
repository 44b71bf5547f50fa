import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Block, Expression, Statement } from '../../syntax/ir.ts';
import { literal, nameAt, numberValue } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { construction } from './calls.ts';
import { type Declarator, declaredTarget, declaredType, isConstant, lengthOf, readDeclarator } from './declarators.ts';

/** What a declaration defines on the way: `struct s { … } x;`. */
export const definedTypes = (node: SyntaxNode, to: Lowering): Block => {
  const type = node.childForFieldName('type');
  return type?.childForFieldName('body') ? to.statements(type) : [];
};

const scalar = new Set(['primitive_type', 'sized_type_specifier', 'placeholder_type_specifier']);

/** `int x{5}` is 5, `T t(a)` and `T t{a}` make a `T`. */
const directValue = (value: SyntaxNode, declaration: SyntaxNode, shape: Declarator, to: Lowering): Expression => {
  const type = declaration.childForFieldName('type');
  const isList = value.type === 'initializer_list';
  if ((!isList && value.type !== 'argument_list') || type === null) return to.expression(value);
  const only = to.parts(value)[0];
  if (scalar.has(type.type) || shape.suffix !== '') return only === undefined ? literal(to.span(value), 'number', 0) : to.expression(only);
  return construction(to.span(value), type, value, to);
};

type Declared = { readonly declarator: SyntaxNode; readonly value: SyntaxNode | undefined; readonly isDirect: boolean };

/** The declarators of a declaration with their values, which stand within them or after them. */
const declaredOf = (node: SyntaxNode): readonly Declared[] => {
  const declared: Declared[] = [];
  let sawEquals = false;
  for (const child of node.children) {
    if (child.field === 'declarator') {
      const value = child.type === 'init_declarator' ? (child.childForFieldName('value') ?? undefined) : undefined;
      declared.push({ declarator: child, value, isDirect: !child.children.some(({ type }) => type === '=') });
      sawEquals = false;
    } else if (child.type === '=') sawEquals = true;
    else if (child.field === 'value' || child.field === 'default_value') {
      const last = declared.at(-1);
      if (last !== undefined) declared[declared.length - 1] = { ...last, value: child, isDirect: !sawEquals };
    }
  }
  return declared;
};

/** Only C++ has it, and no grammar tells it from a function without names: `Foo z(x, y);`. */
const looksConstructed = (shape: Declarator, to: Lowering): SyntaxNode | undefined => {
  const list = shape.function?.childForFieldName('parameters');
  if (to.language !== 'cpp' || !list || shape.suffix !== '' || list.namedChildren.length === 0) return undefined;
  const isValue = (child: SyntaxNode): boolean =>
    child.type === 'parameter_declaration' &&
    child.children.length === 1 &&
    child.childForFieldName('type')?.type === 'type_identifier' &&
    /^[a-z](?!.*_t$)/.test(to.text(child));
  return list.namedChildren.every(isValue) ? list : undefined;
};

const constructed = (node: SyntaxNode, list: SyntaxNode, to: Lowering): Expression | undefined => {
  const type = node.childForFieldName('type');
  if (type === null || scalar.has(type.type)) return undefined;
  const made = construction(to.span(list), type, null, to);
  return { ...made, ...(made.kind === 'call' && { args: list.namedChildren.map((child) => ({ value: nameAt(child, to) })) }) };
};

const declare = (node: SyntaxNode, { declarator, value, isDirect }: Declared, to: Lowering): Block => {
  const shape = readDeclarator(declarator, to);
  const list = looksConstructed(shape, to);
  const made = list && constructed(node, list, to);
  if (shape.function !== undefined && made === undefined) return [];
  const length = lengthOf(shape.sizes, to);
  const isBraced = isDirect && (value?.type === 'initializer_list' || value?.type === 'argument_list') && length === undefined;
  const given = value === undefined ? made : isBraced ? directValue(value, node, shape, to) : to.expression(value);
  const type = declaredType(node, shape.suffix, to);
  const assignment: Assignment = {
    kind: 'assignment',
    span: to.span(node),
    targets: [declaredTarget(shape.name, declarator, to)],
    ...(given !== undefined && { value: given }),
    declares: {
      ...(type !== undefined && { type }),
      ...(length !== undefined && { length }),
      ...(isConstant(node, to) && { constant: true as const }),
    },
  };
  return [assignment];
};

/** One statement for each declarator; functions that are only announced say nothing. */
const declaration: StatementRule = (node, to) => [
  ...definedTypes(node, to),
  ...declaredOf(node).flatMap((declared) => declare(node, declared, to)),
];

/** `if (auto x = f())`: what is declared is also the test. */
export const declarationAsValue = (node: SyntaxNode, to: Lowering): Expression => {
  const [statement] = declaration(node, to);
  const [target] = statement?.kind === 'assignment' ? statement.targets : [];
  if (statement?.kind !== 'assignment' || target === undefined) return to.other(node);
  return { kind: 'assign', span: to.span(node), target, value: statement.value ?? to.missing(node) };
};

/** Each name is a constant; without a value it counts on from the one before. */
const enumeration: StatementRule = (node, to) => {
  const body = node.childForFieldName('body');
  let next = 0;
  return (body?.children ?? []).flatMap((child): readonly Statement[] => {
    const name = child.type === 'enumerator' ? child.childForFieldName('name') : null;
    if (name === null) return [];
    const value = to.optionalField(child, 'value') ?? literal(to.span(child), 'number', next);
    next = (value.kind === 'literal' && typeof value.value === 'number' ? value.value : next) + 1;
    return [{ kind: 'assignment', span: to.span(child), targets: [nameAt(name, to)], value, declares: { constant: true } }];
  });
};

/** `#define N 64`: a constant, where what it stands for is one. */
const definition: StatementRule = (node, to) => {
  const name = node.childForFieldName('name');
  const value = node.childForFieldName('value');
  if (name === null || value === null) return [];
  const text = to
    .text(value)
    .replace(/\s*(?:\/\/.*|\/\*.*\*\/\s*)$/, '')
    .trim()
    .replace(/^\(([^()]*)\)$/, '$1');
  const span = to.span(value);
  const constant = /^-?(?:\d|\.\d)[\w.']*$/.test(text)
    ? literal(span, 'number', numberValue(text))
    : /^"(?:[^"\\]|\\.)*"$/.test(text)
      ? literal(span, 'string', text.slice(1, -1))
      : undefined;
  if (constant === undefined) return [];
  return [{ kind: 'assignment', span: to.span(node), targets: [nameAt(name, to)], value: constant, declares: { constant: true } }];
};

const include: StatementRule = (node, to) => {
  const path = node.childForFieldName('path');
  const module = path === null ? '' : to.text(path).replaceAll(/^[<"]|[>"]$/g, '');
  return [{ kind: 'import', span: to.span(node), module, names: [] }];
};

/** Both sides of a question to the preprocessor are there; what `#if 0` takes out is not. */
const conditionalPart: StatementRule = (node, to) => {
  const condition = node.childForFieldName('condition');
  const isOut = node.type === 'preproc_if' && condition !== null && to.text(condition).trim() === '0';
  return node.children.flatMap((child) => {
    if (!child.isNamed || child.field === 'name' || child.field === 'condition') return [];
    return isOut && child.field !== 'alternative' ? [] : to.statements(child);
  });
};

export const declarationRules: Readonly<Record<string, StatementRule>> = {
  declaration,
  field_declaration: declaration,
  type_definition: definedTypes,
  enum_specifier: enumeration,
  preproc_def: definition,
  preproc_include: include,
  preproc_if: conditionalPart,
  preproc_ifdef: conditionalPart,
  preproc_elif: conditionalPart,
  preproc_elifdef: conditionalPart,
  preproc_else: conditionalPart,
};
