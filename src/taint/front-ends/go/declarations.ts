/** Imports, constants, variables and types. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Block, Expression, Import, Statement } from '../../syntax/ir.ts';
import { literal, nameAt } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { listed } from './expressions.ts';

/** The name of the package in a path: `yaml` of `gopkg.in/yaml.v3`, `jwt` of `github.com/golang-jwt/jwt/v5`, `sqlite3` of `…/go-sqlite3`. */
const packageOf = (path: string): string => {
  const words = path.split('/').filter((word) => !/^v\d+$/.test(word));
  return (words.at(-1) ?? path).replace(/\.v\d+$/, '').replaceAll(/^go-|[-.]go$/g, '');
};

const importOf = (node: SyntaxNode, to: Lowering): Import => {
  const path = to.optionalField(node, 'path');
  const module = path?.kind === 'literal' ? String(path.value) : '';
  const alias = node.childForFieldName('name');
  const at = { kind: 'import', span: to.span(node), module } as const;
  if (alias?.type === 'dot') return { ...at, names: [{ name: '*', as: '*' }] };
  return { ...at, as: alias === null ? packageOf(module) : to.text(alias), names: [] };
};

/** The specifications below a declaration, whether or not in brackets. */
const specsOf = (node: SyntaxNode, type: string): readonly SyntaxNode[] =>
  node.children.flatMap((child) => (child.type === type ? [child] : child.type.endsWith('_list') ? specsOf(child, type) : []));

const each =
  (type: string, lower: (spec: SyntaxNode, to: Lowering) => Block): StatementRule =>
  (node, to) =>
    specsOf(node, type).flatMap((spec) => to.remember(spec, () => lower(spec, to)));

type Declared = {
  readonly names: readonly SyntaxNode[];
  readonly value: Expression | undefined;
  readonly declares: NonNullable<Assignment['declares']>;
};

const declared = (spec: SyntaxNode, to: Lowering, { names, value, declares }: Declared): Block => {
  const targets = names.map((name) => nameAt(name, to));
  const at = { kind: 'assignment', span: to.span(spec), declares } as const;
  if (value === undefined) return targets.map((target) => ({ ...at, targets: [target] }));
  const [only] = targets;
  if (only !== undefined && targets.length === 1) return [{ ...at, targets: [only], value }];
  const target = {
    kind: 'destructure',
    span: to.between(names[0] ?? spec, names.at(-1) ?? spec),
    elements: targets.map((each) => ({ target: each })),
  } as const;
  return [{ ...at, targets: [target], value }];
};

const namesOf = (spec: SyntaxNode): readonly SyntaxNode[] => spec.childrenForFieldName('name').filter((name) => name.isNamed);

const variable = (spec: SyntaxNode, to: Lowering): Block => {
  const typeNode = spec.childForFieldName('type');
  const type = to.typeText(typeNode);
  const length = typeNode?.type === 'array_type' ? to.optionalField(typeNode, 'length') : undefined;
  const list = spec.childForFieldName('value');
  return declared(spec, to, {
    names: namesOf(spec),
    value: list === null ? undefined : listed(list, to),
    declares: { ...(type !== undefined && { type }), ...(length !== undefined && { length }) },
  });
};

/** The value with the number of the constant in place of `iota`. */
const counted = (value: Expression, iota: number): Expression => {
  if (value.kind === 'name' && value.name === 'iota') return literal(value.span, 'number', iota);
  if (value.kind === 'binary') return { ...value, left: counted(value.left, iota), right: counted(value.right, iota) };
  if (value.kind === 'unary' || value.kind === 'cast') return { ...value, operand: counted(value.operand, iota) };
  if (value.kind === 'call') return { ...value, args: value.args.map((each) => ({ ...each, value: counted(each.value, iota) })) };
  if (value.kind !== 'collection') return value;
  return { ...value, entries: value.entries.map((each) => ({ ...each, value: counted(each.value, iota) })) };
};

/** A constant without a value has that of the one before, counted on. */
const constants: StatementRule = (node, to) => {
  let list: SyntaxNode | null = null;
  let type: string | undefined;
  return specsOf(node, 'const_spec').flatMap((spec, iota): Block => {
    const own = spec.childForFieldName('value');
    if (own !== null) type = to.typeText(spec.childForFieldName('type'));
    list = own ?? list;
    const values: SyntaxNode | null = list;
    return declared(spec, to, {
      names: namesOf(spec),
      value: values === null ? undefined : counted(listed(values, to), iota),
      declares: { ...(type !== undefined && { type }), constant: true },
    });
  });
};

const field = (node: SyntaxNode, to: Lowering): Block => {
  const type = to.typeText(node.childForFieldName('type'));
  return namesOf(node).map((name) => ({
    kind: 'assignment',
    span: to.span(node),
    targets: [nameAt(name, to)],
    declares: { ...(type !== undefined && { type }) },
  }));
};

/** A struct is a class with fields; what is embedded is a base. Other types say nothing of the data. */
const typeSpec = (spec: SyntaxNode, to: Lowering): Block => {
  const struct = spec.childForFieldName('type');
  if (struct?.type !== 'struct_type') return [];
  const fields = struct.children.flatMap((child) => (child.type === 'field_declaration_list' ? child.children : []));
  const declarations = fields.filter(({ type }) => type === 'field_declaration');
  const embedded = declarations.filter((child) => namesOf(child).length === 0).map((child) => child.childForFieldName('type'));
  const name = spec.childForFieldName('name');
  const statement: Statement = {
    kind: 'class',
    span: to.span(spec),
    class: {
      span: to.span(spec),
      name: name === null ? '' : to.text(name),
      bases: embedded.flatMap((type) => (type === null ? [] : type.type === 'pointer_type' ? to.part(type, 0) : to.expression(type))),
      decorators: [],
      body: declarations.flatMap((child) => to.remember(child, () => field(child, to))),
    },
  };
  return [statement];
};

export const declarationRules: Readonly<Record<string, StatementRule>> = {
  import_declaration: each('import_spec', (spec, to) => [importOf(spec, to)]),
  var_declaration: each('var_spec', variable),
  const_declaration: constants,
  type_declaration: each('type_spec', typeSpec),
};
