import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Assignment, Expression, Import, Statement, Target } from '../../syntax/ir.ts';
import { asTarget, callOf } from '../build.ts';
import type { Lowering, StatementRule } from '../lowering.ts';

/** `a = b = c: int = 1`, as one assignment with all its targets. */
const assignment = (node: SyntaxNode, to: Lowering): Assignment => {
  const targets: Target[] = [];
  let type: string | undefined;
  let value: SyntaxNode | null = node;
  while (value?.type === 'assignment') {
    targets.push(to.targetField(value, 'left'));
    type ??= to.typeText(value.childForFieldName('type'));
    value = value.childForFieldName('right');
  }
  return {
    kind: 'assignment',
    span: to.span(node),
    targets,
    ...(value !== null && { value: to.expression(value) }),
    ...(type !== undefined && { declares: { type } }),
  };
};

const augmented = (node: SyntaxNode, to: Lowering): Assignment => {
  const operator = node.childForFieldName('operator');
  return {
    kind: 'assignment',
    span: to.span(node),
    targets: [to.targetField(node, 'left')],
    op: operator === null ? '+' : to.text(operator).slice(0, -1),
    value: to.field(node, 'right'),
  };
};

/** Several expressions with commas are a tuple. */
const tupled = (node: SyntaxNode, to: Lowering): Expression | undefined => {
  const [first, ...rest] = to.parts(node);
  if (first === undefined) return undefined;
  if (rest.length === 0) return to.expression(first);
  const entries = [first, ...rest].map((child) => ({ value: to.expression(child) }));
  return { kind: 'collection', span: to.span(node), type: 'tuple', entries };
};

const expressionStatement: StatementRule = (node, to) => {
  const [first, ...rest] = to.parts(node);
  if (first === undefined) return [];
  if (rest.length === 0 && first.type === 'assignment') return [assignment(first, to)];
  if (rest.length === 0 && first.type === 'augmented_assignment') return [augmented(first, to)];
  const value = tupled(node, to) ?? to.missing(node);
  return [{ kind: 'expression', span: to.span(node), value }];
};

const returnOrRaise =
  (kind: 'return' | 'throw'): StatementRule =>
  (node, to) => {
    const [first] = to.parts(node);
    return [{ kind, span: to.span(node), ...(first !== undefined && { value: to.expression(first) }) }];
  };

const jump =
  (kind: 'break' | 'continue'): StatementRule =>
  (node, to) => [{ kind, span: to.span(node) }];

const deletion: StatementRule = (node, to) => {
  const [first] = to.parts(node);
  if (first === undefined) return [];
  const targets = first.type === 'expression_list' ? to.parts(first) : [first];
  return targets.map((target): Statement => ({ kind: 'delete', span: to.span(node), target: asTarget(to.expression(target)) }));
};

/** `import a.b` binds `a` alone; that `a.b` was loaded is told by a second import, which binds nothing. */
const importModule: StatementRule = (node, to) =>
  node.childrenForFieldName('name').flatMap((child): readonly Import[] => {
    const span = to.span(node);
    const alias = child.childForFieldName('alias');
    const name = child.childForFieldName('name');
    if (alias !== null && name !== null) return [{ kind: 'import', span, module: to.typeText(name) ?? '', as: to.text(alias), names: [] }];
    const module = to.typeText(child) ?? '';
    const top = module.split('.')[0] ?? module;
    const binding: Import = { kind: 'import', span, module: top, as: top, names: [] };
    return top === module ? [binding] : [binding, { kind: 'import', span, module, names: [] }];
  });

const importFrom: StatementRule = (node, to) => {
  const module = node.type === 'future_import_statement' ? '__future__' : (to.typeText(node.childForFieldName('module_name')) ?? '');
  const names = node.childrenForFieldName('name').map((child) => {
    const name = to.typeText(child.childForFieldName('name') ?? child) ?? '';
    const alias = child.childForFieldName('alias');
    return { name, as: alias === null ? name : to.text(alias) };
  });
  const isEverything = node.children.some((child) => child.type === 'wildcard_import');
  return [{ kind: 'import', span: to.span(node), module, names: isEverything ? [{ name: '*', as: '*' }] : names }];
};

/** Python 2: `print >>f, x` and `exec code in scope`, as the functions that they became. */
const oldCall =
  (name: string): StatementRule =>
  (node, to) => {
    const args = to.parts(node).map((child) => (child.type === 'chevron' ? to.part(child, 0) : to.expression(child)));
    return [{ kind: 'expression', span: to.span(node), value: callOf(to.span(node), name, args) }];
  };

export const statementRules: Readonly<Record<string, StatementRule>> = {
  expression_statement: expressionStatement,
  assignment: (node, to) => [assignment(node, to)],
  augmented_assignment: (node, to) => [augmented(node, to)],
  return_statement: returnOrRaise('return'),
  raise_statement: returnOrRaise('throw'),
  break_statement: jump('break'),
  continue_statement: jump('continue'),
  delete_statement: deletion,
  assert_statement: (node, to) => [{ kind: 'assert', span: to.span(node), test: to.part(node, 0) }],
  import_statement: importModule,
  import_from_statement: importFrom,
  future_import_statement: importFrom,
  print_statement: oldCall('print'),
  exec_statement: oldCall('exec'),
};
