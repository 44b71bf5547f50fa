import type ts from 'typescript';
import { type Language, languages, type TaskInterface } from '../../core/index.ts';
import type { Demand } from '../../prompts/demand.ts';
import { keysOf, numberOf, parseTests, type TestsSyntax, textOf, visitValue } from './tests-syntax.ts';

type Found = Pick<Demand, 'kind' | 'literal'>;
type Kind = TaskInterface['kind'];

/** What the author of a test calls the things that it is handed; no keys of anything that is sent. */
const ownWords = new Set(['subject', 'world', 'expect', 'harm', 'context']);

/** Fields of HTTP that mean something to a service; the rest every client sends. */
const meaningfulHeader =
  /^(?:authorization|location|set-cookie|cookie|www-authenticate|content-disposition|cache-control|etag|allow|retry-after|referer|origin|x-[a-z-]+)$/i;

const fieldsOf = (value: ts.Expression, syntax: TestsSyntax): readonly Found[] => {
  const found: Found[] = [];
  visitValue(value, syntax, (part) => {
    if (!syntax.api.isObjectLiteralExpression(part)) return;
    const keys = keysOf(part, syntax);
    const isRequest = keys.includes('method') && keys.includes('path');
    if (!isRequest) for (const literal of keys) if (!ownWords.has(literal)) found.push({ kind: 'field', literal });
  });
  return found;
};

/** A file that a service or a program finds or makes; to a function its path is told. */
const fileDemands = (text: string, kind: Kind): readonly Found[] => {
  const [head = ''] = text.split('\0');
  if (kind === 'function' || !head.startsWith('/work/')) return [];
  const literal = text.includes('\0') ? head.slice(0, head.lastIndexOf('/')) : text;
  return literal === '/work' ? [] : [{ kind: 'file', literal }];
};

/** Routes and names in queries, in a text that is a path of a request. */
const routeDemands = (text: string): readonly Found[] => {
  if (!/^\/[A-Za-z]/.test(text) || text.startsWith('/work/')) return [];
  const [path = '', query = ''] = text.split('#')[0]?.split('?') ?? [];
  const segments = path.split('/').filter((segment) => /^[\w.-]+$/.test(segment));
  return [
    ...segments.map((segment): Found => ({ kind: 'route', literal: `/${segment}` })),
    ...[...query.matchAll(/(?:^|&)(\w+)=/g)].map(([, literal = '']): Found => ({ kind: 'field', literal })),
  ];
};

/** Where a text is the path of a request: as the member `path`, or handed to a helper as it is. */
const isPathPlace = (node: ts.Node, { api, values }: TestsSyntax): boolean => {
  const { parent } = node;
  if (api.isPropertyAssignment(parent)) return parent.name.getText() === 'path';
  return api.isCallExpression(parent) && api.isIdentifier(parent.expression) && values.has(parent.expression.text);
};

const isHeaderPlace = (node: ts.Node, { api }: TestsSyntax): boolean => {
  const { parent } = node;
  if (api.isBinaryExpression(parent)) return true;
  return api.isCallExpression(parent) && /header/i.test(parent.expression.getText());
};

const textDemands = (node: ts.Node, syntax: TestsSyntax, kind: Kind): readonly Found[] => {
  const text = textOf(node, syntax);
  if (text === undefined || syntax.api.isImportDeclaration(node.parent)) return [];
  const header: readonly Found[] =
    meaningfulHeader.test(text) && isHeaderPlace(node, syntax) ? [{ kind: 'header', literal: text.toLowerCase() }] : [];
  const routes = kind === 'http' && isPathPlace(node, syntax) ? routeDemands(text) : [];
  return [...header, ...routes, ...fileDemands(text, kind)];
};

/** Input that is shorter need not be announced. */
const remarkable = 2000;
const sizeDemand = (size: number | undefined): readonly Found[] =>
  size !== undefined && size >= remarkable ? [{ kind: 'size', literal: String(size) }] : [];

const propertyDemands = (node: ts.PropertyAssignment, syntax: TestsSyntax): readonly Found[] => {
  const name = node.name.getText();
  if (name === 'length' || name === 'outputLength') return sizeDemand(numberOf(node.initializer, syntax));
  if (name !== 'headers' || !syntax.api.isObjectLiteralExpression(node.initializer)) return [];
  return keysOf(node.initializer, syntax).flatMap((key): readonly Found[] =>
    meaningfulHeader.test(key) ? [{ kind: 'header', literal: key.toLowerCase() }] : [],
  );
};

const equalDemands = ([actual, expected]: readonly ts.Expression[], syntax: TestsSyntax): readonly Found[] => {
  if (actual === undefined || expected === undefined) return [];
  const number = numberOf(expected, syntax);
  if (number === undefined) return fieldsOf(expected, syntax);
  if (/status/i.test(actual.getText()) && number >= 100 && number < 600) return [{ kind: 'status', literal: String(number) }];
  return number < 0 ? [{ kind: 'code', literal: String(number) }] : [];
};

const callDemands = (node: ts.CallExpression | ts.NewExpression, syntax: TestsSyntax, kind: Kind): readonly Found[] => {
  const callee = node.expression.getText();
  const values = node.arguments ?? [];
  const [first] = values;
  if (callee === 'expect.equal') return equalDemands(values, syntax);
  if (callee === 'JSON.stringify' || callee === 'URLSearchParams') return first === undefined ? [] : fieldsOf(first, syntax);
  if (callee === 'subject.call') return values.slice(1).flatMap((each) => fieldsOf(each, syntax));
  if (/\.repeat$|^Buffer\.alloc|^Array$/.test(callee)) return sizeDemand(numberOf(first, syntax));
  // What a helper of a service's tests is handed is sent, as a rule.
  const isHelper = kind === 'http' && syntax.api.isIdentifier(node.expression) && syntax.values.has(callee);
  return isHelper ? values.filter((each) => syntax.api.isObjectLiteralExpression(each)).flatMap((each) => fieldsOf(each, syntax)) : [];
};

/** Texts that are only ever expected, never sent: the candidate must know them. Of a function only words: other results are computed. */
const expectedTexts = (syntax: TestsSyntax, kind: Kind): ReadonlySet<ts.Node> => {
  const { api, file } = syntax;
  const expected = new Map<ts.Node, string>();
  const elsewhere = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (api.isCallExpression(node) && node.expression.getText() === 'expect.equal' && node.arguments[1] !== undefined) {
      visitValue(node.arguments[1], syntax, (part) => {
        const text = textOf(part, syntax);
        if (text !== undefined && /[A-Za-z]{2}/.test(text) && !text.includes('\0')) expected.set(part, text);
      });
    }
    node.forEachChild(visit);
  };
  visit(file);
  const others = (node: ts.Node): void => {
    const text = textOf(node, syntax);
    if (text !== undefined && !expected.has(node) && !isComment(node, syntax)) elsewhere.add(text);
    node.forEachChild(others);
  };
  others(file);
  const isWord = (text: string): boolean => kind !== 'function' || /^[a-z][a-z_-]{2,24}$/.test(text);
  return new Set([...expected].flatMap(([node, text]) => (elsewhere.has(text) || !isWord(text) ? [] : [node])));
};

/** The last argument of `expect.equal` is for readers. */
const isComment = (node: ts.Node, { api }: TestsSyntax): boolean =>
  api.isCallExpression(node.parent) && node.parent.expression.getText().startsWith('expect.') && node.parent.arguments[0] !== node;

/** Languages of the case that an object describes, where it names them: `only: ['python']`. */
const onlyIn = (object: ts.ObjectLiteralExpression, syntax: TestsSyntax): readonly Language[] | undefined => {
  const { api } = syntax;
  const property = object.properties.find((each) => each.name?.getText() === 'only');
  if (property === undefined || !api.isPropertyAssignment(property) || !api.isArrayLiteralExpression(property.initializer))
    return undefined;
  const named = property.initializer.elements.map((each) => textOf(each, syntax));
  return languages.filter((language) => named.includes(language));
};

/** Equal demands are one, at their first place; it holds in every language in which one of them does. */
const merged = (demands: readonly Demand[]): readonly Demand[] => {
  const found = new Map<string, Demand>();
  for (const demand of demands) {
    const key = `${demand.kind} ${demand.literal}`;
    const known = found.get(key);
    const { only: _, ...everywhere } = known ?? demand;
    if (known === undefined) found.set(key, demand);
    else if (known.only !== undefined && demand.only !== undefined)
      found.set(key, { ...known, only: [...new Set([...known.only, ...demand.only])] });
    else found.set(key, everywhere);
  }
  return [...found.values()];
};

/** The list of cases, and the constants and functions of the file that it makes use of. */
const reachedByCases = (syntax: TestsSyntax): readonly ts.Node[] => {
  const { api, file, values } = syntax;
  const reached = new Set<ts.Node>();
  const follow = (node: ts.Node): void => {
    const value = api.isIdentifier(node) ? values.get(node.text) : undefined;
    if (value !== undefined && !reached.has(value)) {
      reached.add(value);
      follow(value);
    }
    node.forEachChild(follow);
  };
  const find = (node: ts.Node): void => {
    if (api.isPropertyAssignment(node) && node.name.getText() === 'cases') {
      reached.add(node.initializer);
      follow(node.initializer);
    } else node.forEachChild(find);
  };
  find(file);
  return [...reached];
};

/**
 * What the cases of a tests.ts rely on, read from its text: routes, files, headers, statuses, keys of what is sent and expected, words that
 * only a reader of the prompt knows, negative results, and lengths from 2000. Exploits are left out: they may send anything.
 * A value is followed through constants and small functions of the file; what is put together otherwise is not seen.
 */
export const demandsOf = (source: string, kind: Kind): readonly Demand[] => {
  const syntax = parseTests(source);
  const { api, file } = syntax;
  const words = expectedTexts(syntax, kind);
  const demands: Demand[] = [];
  const foundAt = (node: ts.Node): readonly Found[] => {
    if (words.has(node)) return [{ kind: 'text', literal: textOf(node, syntax) ?? '' }];
    if (api.isCallExpression(node) || api.isNewExpression(node)) return callDemands(node, syntax, kind);
    return api.isPropertyAssignment(node) ? propertyDemands(node, syntax) : textDemands(node, syntax, kind);
  };
  const visit = (node: ts.Node, only: readonly Language[] | undefined): void => {
    const here = api.isObjectLiteralExpression(node) ? (onlyIn(node, syntax) ?? only) : only;
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    for (const found of foundAt(node)) demands.push({ ...found, line, ...(here === undefined ? {} : { only: here }) });
    node.forEachChild((child) => visit(child, here));
  };
  for (const node of reachedByCases(syntax)) visit(node, undefined);
  return merged(demands);
};
