import type ts from 'typescript';
import { compiler } from './compiler.ts';

/** A tests.ts as a syntax tree, with what its demands are read from. Nothing is run and no type is looked up. */
export type TestsSyntax = {
  readonly api: typeof ts;
  readonly file: ts.SourceFile;
  /** Values of constants and functions that are declared once in the file. */
  readonly values: ReadonlyMap<string, ts.Expression>;
};

export const parseTests = (source: string): TestsSyntax => {
  const api = compiler();
  const file = api.createSourceFile('tests.ts', source, api.ScriptTarget.ES2023, true);
  const values = new Map<string, ts.Expression>();
  const twice = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (api.isVariableDeclaration(node) && api.isIdentifier(node.name) && node.initializer !== undefined) {
      if (values.has(node.name.text)) twice.add(node.name.text);
      values.set(node.name.text, node.initializer);
    }
    node.forEachChild(visit);
  };
  visit(file);
  for (const name of twice) values.delete(name);
  return { api, file, values };
};

/** How many constants and functions are followed from one value: enough for a helper of a helper. */
const followed = 3;

/** What an expression stands for, as far as the file says it: the value of a constant, the result of a function that only returns one. */
const meaningOf = (expression: ts.Expression, { api, values }: TestsSyntax): ts.Expression | undefined => {
  if (api.isParenthesizedExpression(expression) || api.isAsExpression(expression) || api.isSatisfiesExpression(expression)) {
    return expression.expression;
  }
  if (api.isIdentifier(expression)) return values.get(expression.text);
  if (!api.isCallExpression(expression) || !api.isIdentifier(expression.expression)) return undefined;
  const called = values.get(expression.expression.text);
  return called !== undefined && api.isArrowFunction(called) && !api.isBlock(called.body) ? called.body : undefined;
};

/** Visits the parts of a JSON value as it is written: the value itself, members and elements, and what constants stand for. */
export const visitValue = (
  expression: ts.Expression,
  syntax: TestsSyntax,
  visit: (part: ts.Expression) => void,
  depth = followed,
): void => {
  const { api } = syntax;
  visit(expression);
  const further = (part: ts.Expression): void => visitValue(part, syntax, visit, depth);
  if (api.isObjectLiteralExpression(expression)) {
    for (const property of expression.properties) {
      if (api.isPropertyAssignment(property)) further(property.initializer);
      else if (api.isSpreadAssignment(property)) further(property.expression);
    }
  } else if (api.isArrayLiteralExpression(expression)) {
    for (const element of expression.elements) further(element);
  } else if (api.isSpreadElement(expression)) further(expression.expression);
  else if (api.isConditionalExpression(expression)) {
    further(expression.whenTrue);
    further(expression.whenFalse);
  } else {
    const meaning = depth > 0 ? meaningOf(expression, syntax) : undefined;
    if (meaning !== undefined) visitValue(meaning, syntax, visit, depth - 1);
  }
};

/** The keys that an object literal states; computed ones are the test's own data. */
export const keysOf = (object: ts.ObjectLiteralExpression, { api }: TestsSyntax): readonly string[] =>
  object.properties.flatMap(({ name }) => (name !== undefined && (api.isIdentifier(name) || api.isStringLiteral(name)) ? [name.text] : []));

/** A text with its holes, each as NUL; undefined for anything else. */
export const textOf = (node: ts.Node, { api }: TestsSyntax): string | undefined => {
  if (api.isStringLiteral(node) || api.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!api.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map(({ literal }) => `\0${literal.text}`).join('');
};

/** A whole number as it is written, with its sign; undefined for anything else. */
export const numberOf = (node: ts.Node | undefined, { api }: TestsSyntax): number | undefined => {
  if (node === undefined) return undefined;
  if (api.isNumericLiteral(node)) return Number(node.text);
  const isNegative = api.isPrefixUnaryExpression(node) && node.operator === api.SyntaxKind.MinusToken && api.isNumericLiteral(node.operand);
  return isNegative ? -Number(node.operand.getText().replaceAll('_', '')) : undefined;
};
