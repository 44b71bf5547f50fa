import { createHash } from 'node:crypto';
import type { CweId, Severity } from '../../core/index.ts';

/** What Fathom holds a tool's rule to report. */
export type RuleFacts = {
  /**
   * The weaknesses that a match means, the most exact first. More than one where the tool doesn't tell them apart
   * (a read and a write out of bounds), or where MITRE files the same mistake under siblings.
   */
  readonly cwe: readonly [CweId, ...CweId[]];
  readonly severity: Severity;
};

/**
 * A rule that matches wherever a construct is used, safely or not. Its findings are kept, with low severity and without a CWE,
 * so that they are always collateral: they ask for a look, they don't say that something is wrong.
 */
export type Hint = { readonly hint: string };

export type Rule = RuleFacts | Hint;
export type RuleTable = Readonly<Record<string, Rule>>;

/** Weaknesses and severity of a match. A rule that the table does not know keeps what the tool itself says. */
export const ratingOf = (table: RuleTable, ruleId: string, own: { readonly cwe: readonly CweId[]; readonly severity: Severity }) => {
  const rule = Object.hasOwn(table, ruleId) ? table[ruleId] : undefined;
  if (rule === undefined) return own;
  if ('hint' in rule) return { cwe: [], severity: 'low' as const };
  return { cwe: rule.cwe, severity: rule.severity === 'unrated' ? own.severity : rule.severity };
};

/** Eight hexadecimal digits that change with the table; they enter the cache key through the rule set's name. */
export const digestOf = (table: RuleTable): string => createHash('sha256').update(JSON.stringify(table)).digest('hex').slice(0, 8);

/** As `digestOf`, of rules that are data with regular expressions in them. */
export const digestOfRules = (rules: readonly object[]): string => {
  const text = JSON.stringify(rules, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
};
