/** The words of a text: what it calls, names, compares and says. Found out once for each statement, and put together. */
import type { Block, Expression, FunctionNode, Statement, Target } from '../syntax/ir.ts';
import { wordsOf } from './conditions.ts';

export type Words = {
  readonly calls: ReadonlySet<string>;
  readonly callPaths: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly members: ReadonlySet<string>;
  readonly strings: ReadonlySet<string>;
  readonly compared: ReadonlySet<string>;
  readonly decorators: ReadonlySet<string>;
};

type Gathered = { readonly [key in keyof Words]: Set<string> };

const fresh = (): Gathered => ({
  calls: new Set(),
  callPaths: new Set(),
  names: new Set(),
  members: new Set(),
  strings: new Set(),
  compared: new Set(),
  decorators: new Set(),
});

const addAll = (to: Set<string>, from: ReadonlySet<string>): void => {
  for (const word of from) to.add(word);
};

const merge = (to: Gathered, from: Words): void => {
  addAll(to.calls, from.calls);
  addAll(to.callPaths, from.callPaths);
  addAll(to.names, from.names);
  addAll(to.members, from.members);
  addAll(to.strings, from.strings);
  addAll(to.compared, from.compared);
  addAll(to.decorators, from.decorators);
};

const sidesOf = (expression: Extract<Expression, { kind: 'compare' }>, to: Gathered): void => {
  for (const side of [expression.left, expression.right]) {
    const words = wordsOf(side);
    if (words !== '') to.compared.add(words);
  }
};

const calleeOf = (callee: Expression, to: Gathered): void => {
  if (callee.kind === 'name') to.calls.add(callee.name);
  else if (callee.kind === 'member') to.calls.add(callee.property);
  const path = wordsOf(callee);
  if (path !== '') to.callPaths.add(path);
};

const isNode = (value: unknown): value is Expression | Statement => typeof value === 'object' && value !== null && 'kind' in value;

/** Everything below a node that is no statement of a block; those have words of their own. */
const visit = (node: unknown, to: Gathered, depth: number): void => {
  if (depth > 200 || typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) visit(each, to, depth + 1);
    return;
  }
  if (isNode(node)) own(node, to);
  if (isNode(node) && isStatement(node) && depth > 0) {
    merge(to, wordsOfStatement(node));
    return;
  }
  for (const [key, value] of Object.entries(node)) {
    if (key === 'span' || typeof value !== 'object') continue;
    if (key === 'decorators' || key === 'annotations') decorated(value, to);
    visit(value, to, depth + 1);
  }
};

const decorated = (list: unknown, to: Gathered): void => {
  if (Array.isArray(list)) for (const each of list) if (isNode(each) && !isStatement(each)) to.decorators.add(shownDecorator(each));
};

const own = (node: Expression | Statement | Target, to: Gathered): void => {
  if (node.kind === 'name') to.names.add(node.name);
  else if (node.kind === 'member') to.members.add(node.property);
  else if (node.kind === 'literal' && node.type === 'string') to.strings.add(String(node.value).slice(0, 200));
  else if (node.kind === 'call') calleeOf(node.callee, to);
  else if (node.kind === 'compare') sidesOf(node, to);
};

const statementKinds: ReadonlySet<string> = new Set([
  'assignment',
  'expression',
  'if',
  'loop',
  'for-each',
  'switch',
  'try',
  'with',
  'return',
  'throw',
  'break',
  'continue',
  'goto',
  'label',
  'defer',
  'spawn',
  'assert',
  'delete',
  'class',
  'import',
  'block',
  'other-statement',
]);

const isStatement = (node: Expression | Statement): node is Statement =>
  statementKinds.has(node.kind) ||
  (node.kind === 'function' && 'body' in node.function && node.function.isArrow === undefined && node.function.name !== '');

const remembered = new WeakMap<object, Words>();

export const wordsOfStatement = (statement: Statement): Words => {
  const known = remembered.get(statement);
  if (known !== undefined) return known;
  const gathered = fresh();
  visit(statement, gathered, 0);
  remembered.set(statement, gathered);
  return gathered;
};

export const wordsOfBlock = (block: Block): Words => {
  const gathered = fresh();
  for (const statement of block) merge(gathered, wordsOfStatement(statement));
  return gathered;
};

/** A decorator or annotation as text: `app.route('/x', methods=['POST'])`. */
export const shownDecorator = (expression: Expression, depth = 5): string => {
  if (depth === 0) return '…';
  const inner = (each: Expression): string => shownDecorator(each, depth - 1);
  if (expression.kind === 'literal') return typeof expression.value === 'string' ? `'${expression.value}'` : String(expression.value);
  if (expression.kind === 'call') {
    const args = expression.args.map(({ name, value }) => (name === undefined ? inner(value) : `${name}=${inner(value)}`));
    return `${wordsOf(expression.callee)}(${args.join(', ')})`;
  }
  if (expression.kind === 'collection')
    return `[${expression.entries.map(({ key, value }) => (key === undefined ? inner(value) : `${inner(key)}: ${inner(value)}`)).join(', ')}]`;
  return wordsOf(expression);
};

const routeDecorator =
  /(?:^|\.)(?:route|get|post|put|patch|delete|head|websocket|api_view|expose|view|view_config|require_http_methods|require_POST|require_GET|action|csrf_exempt|login_required|RequestMapping|GetMapping|PostMapping|PutMapping|DeleteMapping|PatchMapping|Path|GET|POST|PUT|DELETE|Get|Post|Put|Delete|Patch|WebServlet|MessageMapping)(?:\(|$)/;

/** Whether requests of a web framework come to it, by its decorators or the types of its parameters. */
export const isRoute = (node: FunctionNode): boolean =>
  node.decorators.some((each) => routeDecorator.test(shownDecorator(each))) ||
  node.parameters.some(
    ({ type }) =>
      type !== undefined && /(?:HttpServletRequest|http\.Request|HttpRequest|gin\.Context|echo\.Context|fiber\.Ctx)\b/.test(type),
  ) ||
  /^(?:do_(?:GET|POST|PUT|DELETE|PATCH|HEAD)|doGet|doPost|doPut|doDelete)$/.test(node.name) ||
  node.parameters.some(({ target }) => target.kind === 'name' && /^(?:req|request)$/.test(target.name));
