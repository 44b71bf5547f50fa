import { type Matcher, placeholder, secretName } from '../../syntax-rule.ts';

export const both = ['javascript', 'typescript'] as const;
export const called = (name: string): Matcher => ({ kind: 'call_expression', has: { field: 'function', regex: name } });
export const argument = (one: Matcher): Matcher => ({ has: { field: 'arguments', kind: 'arguments', has: one } });
export const substituted: Matcher = { kind: 'template_string', has: { kind: 'template_substitution', stopBy: 'end' } };
export const joined: Matcher = {
  kind: 'binary_expression',
  has: { any: [{ kind: 'string' }, { kind: 'template_string' }], stopBy: 'end' },
};
export const text: Matcher = {
  any: [{ kind: 'string' }, { kind: 'template_string', not: { has: { kind: 'template_substitution', stopBy: 'end' } } }],
};
export const option = (name: string, value: string): Matcher => ({ kind: 'pair', regex: `^["']?${name}["']?\\s*:\\s*${value}$` });
export const secretPlace: Matcher = {
  any: [
    { kind: 'variable_declarator', has: { field: 'name', regex: secretName } },
    { kind: 'assignment_expression', has: { field: 'left', regex: secretName } },
    { kind: 'function_declaration', has: { field: 'name', regex: secretName } },
    { kind: 'method_definition', has: { field: 'name', regex: secretName } },
    { kind: 'pair', has: { field: 'key', regex: secretName } },
  ],
};
export const credential = { ...text, regex: '^.[^"\']{6,}.$', not: { regex: placeholder } };
