import { describe, expect, it } from 'vitest';
import { banditRules } from '../../src/analyzers/rules/bandit-rules.ts';
import { clangMessages, clangRules } from '../../src/analyzers/rules/clang-rules.ts';
import { clangTidyRules } from '../../src/analyzers/rules/clang-tidy-rules.ts';
import { cppcheckRules } from '../../src/analyzers/rules/cppcheck-rules.ts';
import { eslintSecurityRules } from '../../src/analyzers/rules/eslint-security-rules.ts';
import { findbugsRules } from '../../src/analyzers/rules/findbugs-rules.ts';
import { flawfinderRules } from '../../src/analyzers/rules/flawfinder-rules.ts';
import { gccRules } from '../../src/analyzers/rules/gcc-rules.ts';
import { goVetMessages, goVetRules } from '../../src/analyzers/rules/go-vet-rules.ts';
import { noUnsanitizedRules } from '../../src/analyzers/rules/no-unsanitized-rules.ts';
import { type RuleTable, ratingOf } from '../../src/analyzers/rules/rule-table.ts';
import { sonarjsRules } from '../../src/analyzers/rules/sonarjs-rules.ts';
import { isKnownCwe } from '../../src/core/index.ts';

const tables: readonly (readonly [string, RuleTable])[] = [
  ['bandit', banditRules],
  ['clang', clangRules],
  ['clang-tidy', clangTidyRules],
  ['findbugs', findbugsRules],
  ['gcc', gccRules],
  ['go-vet', goVetRules],
  ['no-unsanitized', noUnsanitizedRules],
  ['sonarjs', sonarjsRules],
  ['cppcheck', cppcheckRules],
  ['eslint-security', eslintSecurityRules],
  ['flawfinder', flawfinderRules],
];

describe.each(tables)('the rules of %s', (_, table) => {
  it('name weaknesses that are in the CWE tree, or say why they name none', () => {
    for (const [rule, facts] of Object.entries(table)) {
      if ('hint' in facts) expect(facts.hint, rule).not.toBe('');
      else for (const id of facts.cwe) expect(isKnownCwe(id), `${rule}: ${id}`).toBe(true);
    }
  });
});

describe('the rules', () => {
  it('of clang that depend on the message belong to a checker that is switched on', () => {
    for (const [checker, , cwe] of clangMessages) {
      expect(clangRules[checker], checker).toBeDefined();
      for (const id of cwe) expect(isKnownCwe(id), id).toBe(true);
    }
    for (const [check] of goVetMessages) expect(goVetRules[check], check).toBeDefined();
  });

  it('of eslint-plugin-security are all rated', async () => {
    const name = 'eslint-plugin-security';
    const plugin: { default: { rules: object } } = await import(name);
    expect(Object.keys(eslintSecurityRules).sort()).toEqual(Object.keys(plugin.default.rules).sort());
  });

  it('keep what the tool says of a rule that the table does not know, even one named like an object’s own', () => {
    const own = { cwe: ['CWE-78'], severity: 'high' } as const;
    expect(ratingOf({}, 'toString', own)).toEqual(own);
  });
});
