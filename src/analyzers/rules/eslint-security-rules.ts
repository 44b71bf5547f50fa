import type { RuleTable } from './rule-table.ts';

/** The rules of eslint-plugin-security, by their names without the plugin's prefix. The plugin names no CWE itself. */
export const eslintSecurityRules: RuleTable = {
  'detect-bidi-characters': { cwe: ['CWE-1007'], severity: 'high' },
  'detect-buffer-noassert': { cwe: ['CWE-119'], severity: 'medium' },
  'detect-child-process': { cwe: ['CWE-78'], severity: 'high' },
  'detect-disable-mustache-escape': { cwe: ['CWE-79'], severity: 'high' },
  'detect-eval-with-expression': { cwe: ['CWE-95'], severity: 'high' },
  'detect-invisible-characters': { cwe: ['CWE-1007'], severity: 'medium' },
  'detect-new-buffer': { cwe: ['CWE-908'], severity: 'medium' },
  'detect-no-csrf-before-method-override': { cwe: ['CWE-352'], severity: 'medium' },
  'detect-non-literal-fs-filename': { cwe: ['CWE-22', 'CWE-73'], severity: 'medium' },
  'detect-non-literal-regexp': { cwe: ['CWE-1333'], severity: 'medium' },
  'detect-non-literal-require': { cwe: ['CWE-829', 'CWE-73'], severity: 'medium' },
  // It would mean CWE-915 and CWE-1321, but it matches every `a[b]` that is no literal: nearly every loop over an array.
  'detect-object-injection': { hint: 'matches every a[b], whatever b is' },
  'detect-possible-timing-attacks': { cwe: ['CWE-208'], severity: 'medium' },
  'detect-pseudoRandomBytes': { cwe: ['CWE-338'], severity: 'medium' },
  'detect-unsafe-regex': { cwe: ['CWE-1333'], severity: 'medium' },
};
