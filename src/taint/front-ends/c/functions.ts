import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, ClassNode, Expression, FunctionNode, Parameter, Statement } from '../../syntax/ir.ts';
import { named } from '../build.ts';
import type { ExpressionRule, Lowering, StatementRule } from '../lowering.ts';
import { constructorOf } from './calls.ts';
import { declaredTarget, declaredType, readDeclarator } from './declarators.ts';
import { elementsOf } from './literals.ts';

/** An array that is passed is a pointer. */
const parameter = (node: SyntaxNode, to: Lowering): Parameter => {
  const shape = readDeclarator(node.childForFieldName('declarator') ?? undefined, to);
  const pointer = shape.suffix.replaceAll('[]', '*') + '*'.repeat(shape.sizes.length > 0 ? 1 : 0);
  const called =
    shape.function === undefined ? pointer : `${pointer}(*)${to.typeText(shape.function.childForFieldName('parameters')) ?? '()'}`;
  const type = declaredType(node, called, to);
  const fallback = to.optionalField(node, 'default_value');
  const isPlainName = node.type === 'identifier';
  return {
    span: to.span(node),
    target: isPlainName ? to.target(node) : shape.name === undefined ? named(to.span(node), '') : declaredTarget(shape.name, node, to),
    role: node.type.startsWith('variadic_parameter') ? 'items' : 'plain',
    annotations: [],
    ...(type !== undefined && { type }),
    ...(fallback !== undefined && { fallback }),
  };
};

/** `(void)` is none. */
export const parametersOf = (list: SyntaxNode | null, to: Lowering): readonly Parameter[] => {
  const nodes = list === null ? [] : to.parts(list);
  const [only] = nodes;
  if (nodes.length === 1 && only !== undefined && to.text(only) === 'void') return [];
  return nodes.map((node) => parameter(node, to));
};

/** `void A::f()` is a method of `A`. */
const receiver = (name: SyntaxNode | undefined, to: Lowering): readonly Parameter[] => {
  const scope = name?.type === 'qualified_identifier' ? name.childForFieldName('scope') : null;
  if (scope === null || scope === undefined) return [];
  const span = to.span(scope);
  return [{ span, target: named(span, 'this'), type: to.typeText(scope) ?? '', role: 'receiver', annotations: [] }];
};

const unqualified = (name: SyntaxNode): SyntaxNode => {
  const inner = name.type === 'qualified_identifier' ? name.childForFieldName('name') : null;
  return inner === null ? name : unqualified(inner);
};

/** A constructor has no type before its name, and is called `<init>`. */
const functionName = (node: SyntaxNode, name: SyntaxNode | undefined, to: Lowering): string => {
  if (name === undefined) return '';
  const last = unqualified(name);
  const isConstructor = to.language === 'cpp' && node.childForFieldName('type') === null && last.type === 'identifier';
  if (isConstructor) return '<init>';
  if (last.type === 'operator_cast') return `operator ${to.typeText(last.childForFieldName('type')) ?? ''}`;
  return to.typeText(last.childForFieldName('name') ?? last) ?? '';
};

/** `: a_(a), b{c}` sets fields before the body runs. */
const initializers = (node: SyntaxNode, to: Lowering): Block => {
  const list = node.children.find((child) => child.type === 'field_initializer_list');
  return (list?.children ?? []).flatMap((child): readonly Statement[] => {
    if (child.type !== 'field_initializer') return [];
    const [name, given] = to.parts(child);
    const values = given === undefined ? [] : elementsOf(given, to);
    const [first] = values;
    if (name === undefined || first === undefined) return [];
    const span = to.span(child);
    const value: Expression =
      values.length === 1 ? first : { kind: 'collection', span, type: 'tuple', entries: values.map((each) => ({ value: each })) };
    const target = { kind: 'member', span, object: named(span, 'this'), property: to.typeText(name) ?? '' } as const;
    return [{ kind: 'assignment', span, targets: [target], value }];
  });
};

const bodyOf = (node: SyntaxNode, to: Lowering): Block => {
  const body = node.childForFieldName('body');
  const block = body?.type === 'try_statement' ? to.statements(body) : to.fieldBlock(node, 'body');
  const before = initializers(node, to);
  return before.length === 0 ? block : [...before, ...block];
};

const functionNode = (node: SyntaxNode, to: Lowering): FunctionNode => {
  const outer = node.childForFieldName('declarator') ?? undefined;
  const { name, suffix, function: declared } = readDeclarator(outer, to);
  const returnType = declaredType(node, suffix, to);
  return {
    span: to.span(node),
    name: functionName(node, name, to),
    parameters: [...receiver(name, to), ...parametersOf(declared?.childForFieldName('parameters') ?? null, to)],
    ...(returnType !== undefined && { returnType }),
    body: bodyOf(node, to),
    decorators: [],
  };
};

/** `= default` and `= delete` have no body. */
const definition: StatementRule = (node, to) => {
  const isEmpty = node.children.some((child) => child.type.endsWith('_method_clause') || child.type === 'pure_virtual_clause');
  return isEmpty ? [] : [{ kind: 'function', span: to.span(node), function: functionNode(node, to) }];
};

/** What `[y = f(x)]` captures under a new name is set first. */
const captures = (node: SyntaxNode | null, to: Lowering): Block =>
  (node?.children ?? []).flatMap((child): readonly Statement[] => {
    if (child.type !== 'lambda_capture_initializer') return [];
    return [
      { kind: 'assignment', span: to.span(child), targets: [to.targetField(child, 'left')], value: to.field(child, 'right'), declares: {} },
    ];
  });

const lambda: ExpressionRule = (node, to) => {
  const declarator = node.childForFieldName('declarator');
  const span = to.span(node);
  const body = [...captures(node.childForFieldName('captures'), to), ...to.fieldBlock(node, 'body')];
  const parameters = parametersOf(declarator?.childForFieldName('parameters') ?? null, to);
  return { kind: 'function', span, function: { span, name: '', parameters, body, decorators: [], isArrow: true } };
};

const bases = (node: SyntaxNode, to: Lowering): readonly Expression[] => {
  const clause = node.children.find((child) => child.type === 'base_class_clause');
  return (clause?.namedChildren ?? []).filter((child) => !to.isDropped(child)).map((child) => constructorOf(child, to));
};

/** Without a body it is only named, not defined. */
const structure: StatementRule = (node, to) => {
  const body = node.childForFieldName('body');
  const name = node.childForFieldName('name');
  if (body === null) return [];
  const value: ClassNode = {
    span: to.span(node),
    name: name === null ? '' : (to.typeText(name.childForFieldName('name') ?? name) ?? ''),
    bases: bases(node, to),
    decorators: [],
    body: to.block(body),
  };
  return [{ kind: 'class', span: to.span(node), class: value }];
};

export const functionExpressions: Readonly<Record<string, ExpressionRule>> = { lambda_expression: lambda };

export const functionStatements: Readonly<Record<string, StatementRule>> = {
  function_definition: definition,
  struct_specifier: structure,
  union_specifier: structure,
  class_specifier: structure,
};
