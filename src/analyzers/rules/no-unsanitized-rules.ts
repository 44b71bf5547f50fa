import type { RuleTable } from './rule-table.ts';

/** The rules of eslint-plugin-no-unsanitized: calls and assignments that make markup of a text that is no constant. The plugin names no CWE. */
export const noUnsanitizedRules: RuleTable = {
  method: { cwe: ['CWE-79'], severity: 'high' },
  property: { cwe: ['CWE-79'], severity: 'high' },
};
