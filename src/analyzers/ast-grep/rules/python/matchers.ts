import { type Matcher, secretName } from '../../syntax-rule.ts';

export const python = ['python'] as const;
export const interpolated: Matcher = { kind: 'string', has: { kind: 'interpolation', stopBy: 'end' } };
export const text: Matcher = { kind: 'string', not: { has: { kind: 'interpolation', stopBy: 'end' } } };
export const built: Matcher = {
  any: [
    interpolated,
    { kind: 'binary_operator', has: { kind: 'string', stopBy: 'end' } },
    { kind: 'call', has: { field: 'function', regex: '\\.format$' } },
  ],
};
export const keyword = (name: string, value: string): Matcher => ({ kind: 'keyword_argument', regex: `^${name}\\s*=\\s*${value}$` });
export const argument = (one: Matcher): Matcher => ({ has: { field: 'arguments', kind: 'argument_list', has: one } });
export const callOf = (name: string): Matcher => ({ kind: 'call', has: { field: 'function', regex: name } });
export const within = (kind: string): Matcher => ({ kind, has: { field: kind === 'assignment' ? 'left' : 'name', regex: secretName } });
