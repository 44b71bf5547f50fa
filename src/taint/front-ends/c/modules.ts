/** What only groups declarations, and the names that C++ brings in. */
import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Import } from '../../syntax/ir.ts';
import type { Lowering, StatementRule } from '../lowering.ts';

const transparent: StatementRule = (node, to) => to.fieldBlock(node, 'body');

const grouped: StatementRule = (node, to) => to.block(node);

const scopeAndName = (node: SyntaxNode, to: Lowering): readonly [scope: string, name: string] => {
  const text = to.typeText(node) ?? '';
  const at = text.lastIndexOf('::');
  return at === -1 ? ['', text] : [text.slice(0, at), text.slice(at + 2)];
};

/** `using namespace std` takes everything, `using std::string` one name. */
const using: StatementRule = (node, to) => {
  const target = to.parts(node)[0];
  if (target === undefined) return [];
  const isEverything = node.children.some((child) => child.type === 'namespace' || child.type === 'enum');
  const span = to.span(node);
  const everything: Import = { kind: 'import', span, module: to.typeText(target) ?? '', names: [{ name: '*', as: '*' }] };
  if (isEverything) return [everything];
  const [module, name] = scopeAndName(target, to);
  return [{ kind: 'import', span, module, names: [{ name, as: name }] }];
};

const alias: StatementRule = (node, to) => {
  const name = node.childForFieldName('name');
  const target = node.namedChildren.findLast((child) => child.field !== 'name');
  if (name === null || target === undefined) return [];
  return [{ kind: 'import', span: to.span(node), module: to.typeText(target) ?? '', as: to.text(name), names: [] }];
};

/** What stands after `template <…>`. */
const template: StatementRule = (node, to) => to.parts(node).flatMap((child) => to.statements(child));

export const moduleRules: Readonly<Record<string, StatementRule>> = {
  linkage_specification: (node, to) => {
    const body = node.childForFieldName('body');
    return body?.type === 'declaration_list' ? to.block(body) : body === null ? [] : to.statements(body);
  },
  namespace_definition: transparent,
  declaration_list: grouped,
  init_statement: grouped,
  attributed_statement: grouped,
  template_declaration: template,
  using_declaration: using,
  namespace_alias_definition: alias,
};
