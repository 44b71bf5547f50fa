import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Block, Import, Statement } from '../../syntax/ir.ts';
import { named } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';
import { classNode } from './classes.ts';

const sourceOf = (node: SyntaxNode, to: Lowering): string => {
  const source = to.optionalField(node, 'source');
  return source?.kind === 'literal' ? String(source.value) : '';
};

/** `a as b` in braces; a name may be a text. */
const specifier = (node: SyntaxNode, to: Lowering): Import['names'][number] => {
  const name = node.childForFieldName('name');
  const alias = node.childForFieldName('alias');
  const plain = name === null ? '' : to.text(name).replaceAll(/^["']|["']$/g, '');
  return { name: plain, as: alias === null ? plain : to.text(alias) };
};

const clauseImports = (clause: SyntaxNode, at: Pick<Import, 'kind' | 'span' | 'module'>, to: Lowering): readonly Import[] => {
  const names: Import['names'][number][] = [];
  const spaces: Import[] = [];
  for (const child of clause.children) {
    if (child.type === 'identifier') names.push({ name: 'default', as: to.text(child) });
    else if (child.type === 'named_imports') {
      names.push(...child.children.filter(({ type }) => type === 'import_specifier').map((each) => specifier(each, to)));
    } else if (child.type === 'namespace_import') {
      const name = to.parts(child)[0];
      if (name !== undefined) spaces.push({ ...at, as: to.text(name), names: [] });
    }
  }
  return names.length === 0 ? spaces : [{ ...at, names }, ...spaces];
};

const importStatement: StatementRule = (node, to) => {
  const at = { kind: 'import', span: to.span(node), module: sourceOf(node, to) } as const;
  const required = node.children.find((child) => child.type === 'import_require_clause');
  if (required !== undefined) {
    const name = required.children.find((child) => child.type === 'identifier');
    return [{ ...at, module: sourceOf(required, to), names: [], ...(name !== undefined && { as: to.text(name) }) }];
  }
  const clause = node.children.find((child) => child.type === 'import_clause');
  const imports = clause === undefined ? [] : clauseImports(clause, at, to);
  return imports.length === 0 ? [{ ...at, names: [] }] : imports;
};

/** What is exported is lowered as if it were not; what is passed on from elsewhere is an import. */
const exportStatement: StatementRule = (node, to) => {
  const declaration = node.childForFieldName('declaration');
  if (declaration !== null) return exported(node, declaration, to);
  if (node.childForFieldName('source') !== null) {
    const clause = node.children.find((child) => child.type === 'export_clause');
    const names = (clause?.children ?? []).filter(({ type }) => type === 'export_specifier').map((each) => specifier(each, to));
    return [{ kind: 'import', span: to.span(node), module: sourceOf(node, to), names }];
  }
  const value = node.childForFieldName('value') ?? node.children.find((child) => child.type === 'identifier' && child.field === undefined);
  if (value === undefined) return [];
  return [{ kind: 'expression', span: to.span(node), value: to.expression(value) }];
};

const exported = (node: SyntaxNode, declaration: SyntaxNode, to: Lowering): Block => {
  const decorators = node.childrenForFieldName('decorator').map((child) => to.part(child, 0));
  if (decorators.length === 0 || !declaration.type.endsWith('class_declaration')) return to.statements(declaration);
  const statement: Statement = { kind: 'class', span: to.span(node), class: classNode(declaration, to, decorators) };
  return [statement];
};

const alias: StatementRule = (node, to) => {
  const [name, value] = to.parts(node);
  if (name === undefined || value === undefined) return [];
  return [
    {
      kind: 'assignment',
      span: to.span(node),
      targets: [named(to.span(name), to.text(name))],
      value: to.expression(value),
      declares: { constant: true },
    },
  ];
};

const transparent: StatementRule = (node, to) => to.fieldBlock(node, 'body');

export const moduleRules: Readonly<Record<string, StatementRule>> = {
  import_statement: importStatement,
  export_statement: exportStatement,
  import_alias: alias,
  internal_module: transparent,
  module: transparent,
};
