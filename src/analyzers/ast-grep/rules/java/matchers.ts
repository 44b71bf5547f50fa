import type { Matcher } from '../../syntax-rule.ts';

export const java = ['java'] as const;
export const called = (object: string, name: string): Matcher => ({
  kind: 'method_invocation',
  all: [{ has: { field: 'name', regex: `^(${name})$` } }, ...(object === '' ? [] : [{ has: { field: 'object', regex: object } }])],
});
export const literal = (regex: string): Matcher => ({ kind: 'string_literal', regex });
export const made = (type: string): Matcher => ({
  kind: 'object_creation_expression',
  has: { field: 'type', regex: `^(\\w+\\.)*(${type})$` },
});
export const joined: Matcher = {
  kind: 'binary_expression',
  has: { kind: 'string_literal', stopBy: 'end' },
  not: { regex: '^("[^"]*"\\s*\\+?\\s*)+$' },
};
export const inMethodWithout = (regex: string): Matcher => ({
  not: {
    inside: {
      any: [{ kind: 'method_declaration' }, { kind: 'constructor_declaration' }, { kind: 'static_initializer' }, { kind: 'class_body' }],
      regex,
      stopBy: 'end',
    },
  },
});
export const method = (body: string): string => `class A {\n  void f() throws Exception {\n    ${body}\n  }\n}\n`;
