import type { Matcher } from '../../syntax-rule.ts';

export const both = ['c', 'cpp'] as const;
export const called = (name: string): Matcher => ({ kind: 'call_expression', has: { field: 'function', regex: `^(std::|::)?(${name})$` } });
export const given = (regex: string): Matcher => ({ has: { field: 'arguments', regex } });
export const text = '"([^"\\\\]|\\\\.)*"';
export const f = (body: string): string => `void f(void) {\n  ${body}\n}\n`;
/** One argument, as far as it holds no call with commas. */
export const one = '[^,()]*(\\([^()]*\\)[^,()]*)*';
