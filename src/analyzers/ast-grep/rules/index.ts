import type { SyntaxRule } from '../syntax-rule.ts';
import { cRules } from './c.ts';
import { goRules } from './go.ts';
import { javaRules } from './java.ts';
import { javascriptRules } from './javascript.ts';
import { pythonRules } from './python.ts';

/** Fathom's own rules on syntax trees, written from the descriptions of weaknesses and the documentation of libraries. */
export const syntaxRules: readonly SyntaxRule[] = [...pythonRules, ...javascriptRules, ...javaRules, ...goRules, ...cRules];
