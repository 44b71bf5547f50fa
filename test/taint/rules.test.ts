import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../src/taint/analysis.ts';
import { ruleGroups } from '../../src/taint/rules/index.ts';
import { allLanguages, loadChecker, rulesOf } from './checking.ts';

const check = await loadChecker(createAnalysis(ruleGroups));

for (const group of ruleGroups.filter(({ rules }) => rules.length > 0)) {
  describe(`rules of the group ${group.name}`, () => {
    const own = new Set(group.rules.map(({ id }) => id));
    for (const rule of group.rules) {
      it.each(rule.examples.map((example, at) => ({ ...example, at })))(
        `${rule.id} tells its $language example $at apart`,
        ({ language, bad, good }) => {
          const flagged = rulesOf(check(language, bad).findings);
          expect(flagged, `bad:\n${bad}`).toContain(rule.id);
          const left = check(language, good).findings.filter(({ ruleId }) => own.has(ruleId));
          expect(left, `good:\n${good}`).toEqual([]);
        },
      );
    }
  });
}

describe('the rules', () => {
  const rules = ruleGroups.flatMap((group) => group.rules);

  it('have one id each', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('have an example in every language that they have sinks for', () => {
    const lacking = rules.flatMap((rule) =>
      allLanguages
        .filter((language) => (rule.sinks[language]?.length ?? 0) > 0 && !rule.examples.some((example) => example.language === language))
        .map((language) => `${rule.id}: ${language}`),
    );
    expect(lacking).toEqual([]);
  });
});
