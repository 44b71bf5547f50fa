import type { SyntaxRule } from '../syntax-rule.ts';
import { cCallsRules } from './c/calls.ts';
import { cSecretsRules } from './c/secrets.ts';
import { goCallsRules } from './go/calls.ts';
import { goSecretsRules } from './go/secrets.ts';
import { javaCallsRules } from './java/calls.ts';
import { javaSecretsRules } from './java/secrets.ts';
import { javascriptCallsRules } from './javascript/calls.ts';
import { javascriptSecretsRules } from './javascript/secrets.ts';
import { pythonCallsRules } from './python/calls.ts';
import { pythonSecretsRules } from './python/secrets.ts';

/** Fathom's own rules on syntax trees, written from the descriptions of weaknesses and the documentation of libraries. */
export const syntaxRules: readonly SyntaxRule[] = [
  ...pythonSecretsRules,
  ...pythonCallsRules,
  ...javascriptSecretsRules,
  ...javascriptCallsRules,
  ...javaSecretsRules,
  ...javaCallsRules,
  ...goSecretsRules,
  ...goCallsRules,
  ...cSecretsRules,
  ...cCallsRules,
];
