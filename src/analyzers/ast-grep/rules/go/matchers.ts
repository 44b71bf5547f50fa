import type { Matcher } from '../../syntax-rule.ts';

export const go = ['go'] as const;
export const called = (name: string): Matcher => ({ kind: 'call_expression', has: { field: 'function', regex: `^(${name})$` } });
export const given = (regex: string): Matcher => ({ has: { field: 'arguments', regex } });
export const literalText = '["`][^"`]*["`]';
export const joined: Matcher = {
  kind: 'binary_expression',
  has: { kind: 'interpreted_string_literal', stopBy: 'end' },
  not: { regex: '^("[^"]*"\\s*\\+?\\s*)+$' },
};
export const sql = '(?i)["`]\\s*(select\\b[\\s\\S]*\\bfrom|insert\\s+into|update\\b[\\s\\S]*\\bset|delete\\s+from|drop\\s|alter\\s)';
export const structOf = (type: string): Matcher => ({ kind: 'composite_literal', has: { field: 'type', regex: `^(${type})$` } });
export const inFile = (importPath: string): Matcher => ({
  inside: { kind: 'source_file', has: { kind: 'import_declaration', regex: `"${importPath}"` }, stopBy: 'end' },
});
export const file = (body: string, imports = ''): string =>
  `package p\n\n${imports === '' ? '' : `import "${imports}"\n\n`}func f() {\n\t${body}\n}\n`;
