/**
 * Prints the small language as pseudo-code, so that what a front end made of a text can be read and compared: everything in brackets,
 * one statement on a line, blocks indented by two.
 */
import type {
  Argument,
  Block,
  ClassNode,
  Expression,
  FunctionNode,
  Parameter,
  Program,
  Statement,
  Target,
} from '../../src/taint/syntax/ir.ts';

const many = (expressions: readonly Expression[]): string => expressions.map(printExpression).join(', ');

const literalText = (value: Extract<Expression, { kind: 'literal' }>): string => {
  if (value.type === 'regex') return `/${value.value}/${value.flags ?? ''}`;
  if (value.type === 'bytes') return `b${JSON.stringify(value.value)}`;
  if (value.type === 'char') return `c${JSON.stringify(value.value)}`;
  return value.type === 'string' ? JSON.stringify(value.value) : String(value.value);
};

const argument = ({ value, name, spread }: Argument): string =>
  `${spread === 'items' ? '...' : spread === 'keywords' ? '**' : ''}${name === undefined ? '' : `${name}=`}${printExpression(value)}`;

const collection = (value: Extract<Expression, { kind: 'collection' }>): string => {
  const entries = value.entries.map(
    (entry) => `${entry.spread ? '...' : ''}${entry.key ? `${printExpression(entry.key)}: ` : ''}${printExpression(entry.value)}`,
  );
  return `${value.typeName === undefined ? '' : `<${value.typeName}>`}${value.type}{${entries.join(', ')}}`;
};

const comprehension = (value: Extract<Expression, { kind: 'comprehension' }>): string => {
  const clauses = value.clauses.map((clause) =>
    clause.kind === 'if'
      ? ` if ${printExpression(clause.test)}`
      : ` for ${printTarget(clause.target)} in ${printExpression(clause.iterable)}`,
  );
  return `${value.type}{${value.key ? `${printExpression(value.key)}: ` : ''}${printExpression(value.element)}${clauses.join('')}}`;
};

const template = (parts: readonly Expression[]): string =>
  `\`${parts.map((part) => (part.kind === 'literal' && part.type === 'string' ? part.value : `\${${printExpression(part)}}`)).join('')}\``;

export const printExpression = (value: Expression): string => {
  switch (value.kind) {
    case 'literal':
      return literalText(value);
    case 'name':
      return value.name;
    case 'member':
      return `${printExpression(value.object)}${value.optional ? '?' : ''}.${value.property}`;
    case 'index':
      return `${printExpression(value.object)}[${printExpression(value.index)}]`;
    case 'slice':
      return `${printExpression(value.object)}[${value.from ? printExpression(value.from) : ''}:${value.to ? printExpression(value.to) : ''}]`;
    case 'call':
      return `${value.isNew ? 'new ' : ''}${printExpression(value.callee)}(${value.args.map(argument).join(', ')})`;
    case 'binary':
    case 'compare':
    case 'logical':
      return `(${printExpression(value.left)} ${value.op} ${printExpression(value.right)})`;
    case 'not':
      return `(not ${printExpression(value.operand)})`;
    case 'unary':
      return `(${value.op} ${printExpression(value.operand)})`;
    case 'template':
      return template(value.parts);
    case 'collection':
      return collection(value);
    case 'function':
      return `{${printFunction(value.function).replaceAll('\n', '; ').replaceAll(/\s+/g, ' ')}}`;
    case 'conditional':
      return `(${printExpression(value.test)} ? ${printExpression(value.then)} : ${printExpression(value.otherwise)})`;
    case 'assign':
      return `(${printTarget(value.target)} ${value.op ?? ''}= ${printExpression(value.value)})`;
    case 'comprehension':
      return comprehension(value);
    case 'cast':
      return `(${printExpression(value.operand)} as ${value.type})`;
    case 'await':
    case 'yield':
    case 'spread':
      return `(${value.kind} ${printExpression(value.operand)})`;
    case 'other':
      return `?${value.syntax}(${many(value.children)})`;
  }
};

export const printTarget = (target: Target): string => {
  if (target.kind === 'dereference') return `*${printExpression(target.operand)}`;
  if (target.kind !== 'destructure') return printExpression(target);
  const elements = target.elements.map(
    ({ key, target: inner, fallback, rest }) =>
      `${rest ? '...' : ''}${key === undefined ? '' : `${key}: `}${printTarget(inner)}${fallback ? ` = ${printExpression(fallback)}` : ''}`,
  );
  return `{${elements.join(', ')}}`;
};

const parameter = ({ target, type, fallback, role, annotations }: Parameter): string => {
  const mark = { plain: '', items: '...', keywords: '**', receiver: 'receiver ' }[role];
  const notes = annotations.map((annotation) => `@${printExpression(annotation)} `).join('');
  return `${notes}${mark}${printTarget(target)}${type === undefined ? '' : `: ${type}`}${fallback ? ` = ${printExpression(fallback)}` : ''}`;
};

const indented = (block: Block): string =>
  printBlock(block)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => `\n  ${line}`)
    .join('');

export const printFunction = (node: FunctionNode): string => {
  const marks = `${node.isAsync ? 'async ' : ''}${node.isStatic ? 'static ' : ''}${node.isArrow ? 'arrow' : 'function'}`;
  const notes = node.decorators.map((decorator) => `@${printExpression(decorator)} `).join('');
  const type = node.returnType === undefined ? '' : `: ${node.returnType}`;
  return `${notes}${marks} ${node.name}(${node.parameters.map(parameter).join(', ')})${type}${indented(node.body)}`;
};

const printClass = (node: ClassNode): string => {
  const notes = node.decorators.map((decorator) => `@${printExpression(decorator)} `).join('');
  return `${notes}class ${node.name}(${many(node.bases)})${indented(node.body)}`;
};

const assignment = (value: Extract<Statement, { kind: 'assignment' }>): string => {
  const { declares } = value;
  const length = declares?.length ? `[${printExpression(declares.length)}]` : '';
  const before = declares
    ? `${declares.constant ? 'const' : 'let'}${declares.type === undefined ? '' : ` <${declares.type}${length}>`} `
    : '';
  const right = value.value === undefined ? '' : ` ${value.op ?? ''}= ${printExpression(value.value)}`;
  return `${before}${value.targets.map(printTarget).join(' = ')}${right}`;
};

const otherwise = (block: Block | undefined): string => (block === undefined ? '' : `\nelse${indented(block)}`);

const loop = (value: Extract<Statement, { kind: 'loop' }>): string => {
  const before = value.before.length === 0 ? '' : `${printBlock(value.before).replaceAll('\n', '; ')}; `;
  const update = value.update.length === 0 ? '' : `; ${many(value.update)}`;
  return `${value.testsAfter ? 'do-while' : 'while'} ${before}${value.test ? printExpression(value.test) : 'ever'}${update}${indented(value.body)}${otherwise(value.otherwise)}`;
};

const tryText = (value: Extract<Statement, { kind: 'try' }>): string => {
  const handlers = value.handlers.map(
    ({ types, name, body }) => `\ncatch ${types.join('|')}${name === undefined ? '' : ` ${name}`}${indented(body)}`,
  );
  const last = value.finally === undefined ? '' : `\nfinally${indented(value.finally)}`;
  return `try${indented(value.body)}${handlers.join('')}${otherwise(value.otherwise)}${last}`;
};

const importText = (value: Extract<Statement, { kind: 'import' }>): string => {
  const names = value.names.map(({ name, as }) => (name === as ? name : `${name} as ${as}`)).join(', ');
  return `import ${value.module}${value.as === undefined ? '' : ` as ${value.as}`}${names === '' ? '' : ` {${names}}`}`;
};

const simple = (value: Statement): string | undefined => {
  switch (value.kind) {
    case 'expression':
      return printExpression(value.value);
    case 'return':
    case 'throw':
      return value.value === undefined ? value.kind : `${value.kind} ${printExpression(value.value)}`;
    case 'break':
    case 'continue':
      return value.label === undefined ? value.kind : `${value.kind} ${value.label}`;
    case 'goto':
    case 'label':
      return `${value.kind} ${value.label}`;
    case 'defer':
    case 'spawn':
      return `${value.kind} ${printExpression(value.call)}`;
    case 'assert':
      return `assert ${printExpression(value.test)}`;
    case 'delete':
      return `delete ${printTarget(value.target)}`;
    default:
      return undefined;
  }
};

export const printStatement = (value: Statement): string => {
  switch (value.kind) {
    case 'assignment':
      return assignment(value);
    case 'if':
      return `if ${printExpression(value.test)}${indented(value.then)}${otherwise(value.otherwise)}`;
    case 'loop':
      return loop(value);
    case 'for-each':
      return `for ${printTarget(value.target)} in ${value.yields} ${printExpression(value.iterable)}${indented(value.body)}${otherwise(value.otherwise)}`;
    case 'switch': {
      const cases = value.cases.map(
        ({ tests, body, falls }) => `\n${tests.length === 0 ? 'default' : `case ${many(tests)}`}${falls ? ' falls' : ''}${indented(body)}`,
      );
      return `switch ${value.subject ? printExpression(value.subject) : ''}${cases.join('')}`;
    }
    case 'try':
      return tryText(value);
    case 'with': {
      const items = value.items.map(({ value: item, target }) => `${printExpression(item)}${target ? ` as ${printTarget(target)}` : ''}`);
      return `with ${items.join(', ')}${indented(value.body)}`;
    }
    case 'function':
      return printFunction(value.function);
    case 'class':
      return printClass(value.class);
    case 'import':
      return importText(value);
    case 'block':
      return `block${indented(value.body)}`;
    case 'other-statement':
      return `?${value.syntax}(${many(value.children)})${indented(value.body)}`;
    default:
      return simple(value) ?? '';
  }
};

export const printBlock = (block: Block): string => block.map(printStatement).join('\n');

export const printProgram = (program: Program): string => printBlock(program.body);
