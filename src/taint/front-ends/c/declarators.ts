/** C writes types around names: `char *(*table[3])(int)`. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Expression, Target } from '../../syntax/ir.ts';
import { named } from '../build.ts';
import type { Lowering } from '../lowering.ts';

export type Declarator = {
  /** The innermost node: an identifier, a qualified name, names in brackets. Absent for a parameter without a name. */
  readonly name: SyntaxNode | undefined;
  /** What is written after the type: `*`, `&`, `[]`. */
  readonly suffix: string;
  /** Of an array: its dimensions, outermost first. */
  readonly sizes: readonly SyntaxNode[];
  /** Of a function that is declared (no pointer to one). */
  readonly function: SyntaxNode | undefined;
};

const wrappers = new Set([
  'parenthesized_declarator',
  'abstract_parenthesized_declarator',
  'attributed_declarator',
  'init_declarator',
  'variadic_declarator',
  'pointer_type_declarator',
]);

const innerOf = (node: SyntaxNode): SyntaxNode | undefined =>
  node.childForFieldName('declarator') ??
  node.children.find((child) => child.type.endsWith('_declarator') || child.type.endsWith('identifier') || child.type === 'operator_name');

const isPointerToFunction = (node: SyntaxNode): boolean => {
  const inner = innerOf(node);
  if (inner?.type !== 'parenthesized_declarator' && inner?.type !== 'abstract_parenthesized_declarator') return false;
  return inner.children.some((child) => child.type.includes('pointer_declarator') || child.type.includes('reference_declarator'));
};

/** Takes a declarator apart. */
export const readDeclarator = (outermost: SyntaxNode | undefined, to: Lowering): Declarator => {
  let node = outermost;
  let suffix = '';
  let declared: SyntaxNode | undefined;
  const sizes: SyntaxNode[] = [];
  // The star in `(*f)(int)` is written with the parameters.
  let isCalled = false;
  while (node !== undefined) {
    const { type } = node;
    if (type === 'pointer_declarator' || type === 'abstract_pointer_declarator') {
      suffix += isCalled ? '' : '*';
      isCalled = false;
    } else if (type === 'reference_declarator' || type === 'abstract_reference_declarator') {
      suffix += node.children.some((child) => child.type === '&&') ? '&&' : '&';
    } else if (type === 'array_declarator' || type === 'abstract_array_declarator') {
      const size = node.childForFieldName('size');
      if (size === null) suffix += '[]';
      else sizes.unshift(size);
    } else if (type === 'function_declarator' || type === 'abstract_function_declarator') {
      isCalled = isPointerToFunction(node);
      if (isCalled) suffix += `(*)${to.typeText(node.childForFieldName('parameters')) ?? '()'}`;
      else declared = node;
    } else if (!wrappers.has(type)) break;
    node = innerOf(node);
  }
  return { name: node, suffix, sizes, function: declared };
};

/** How many elements an array has, over all its dimensions. */
export const lengthOf = (sizes: readonly SyntaxNode[], to: Lowering): Expression | undefined => {
  const [first, ...rest] = sizes.map((size) => to.expression(size));
  if (first === undefined) return undefined;
  return rest.reduce<Expression>((left, right) => ({ kind: 'binary', span: left.span, op: '*', left, right }), first);
};

/** Of `const char *p`: `char*`. Qualifiers say nothing of the data. */
export const declaredType = (node: SyntaxNode, suffix: string, to: Lowering): string | undefined => {
  const type = node.childForFieldName('type');
  if (type === null) return undefined;
  const tag = type.childForFieldName('name');
  const keyword = type.children[0]?.type ?? '';
  // A structure that is defined on the spot is called by its name.
  const isDefinition = type.childForFieldName('body') !== null;
  const base = isDefinition ? `${keyword} ${tag === null ? '' : to.text(tag)}`.trim() : (to.typeText(type) ?? '');
  return `${base}${suffix}`;
};

export const isConstant = (node: SyntaxNode, to: Lowering): boolean =>
  node.children.some((child) => child.type === 'type_qualifier' && /^const/.test(to.text(child)));

/** Where a declared value goes. C++ takes several at once: `auto [a, b]`. */
export const declaredTarget = (name: SyntaxNode | undefined, parent: SyntaxNode, to: Lowering): Target => {
  if (name === undefined) return to.missing(parent);
  if (name.isMissing) return to.other(name, 'MISSING', []);
  if (name.type !== 'structured_binding_declarator') return to.target(name);
  const elements = name.namedChildren.map((child) => ({ target: named(to.span(child), to.text(child)) }));
  return { kind: 'destructure', span: to.span(name), elements };
};
