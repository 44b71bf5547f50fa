import { beforeAll, describe, expect, it } from 'vitest';
import { type SyntaxEngine, syntaxEngine } from '../../../src/analyzers/ast-grep/engine.ts';
import { syntaxRules } from '../../../src/analyzers/ast-grep/rules/index.ts';
import { isKnownCwe, type Language, languages } from '../../../src/core/index.ts';

let engine: SyntaxEngine;
beforeAll(async () => {
  engine = await syntaxEngine();
}, 60_000);

const cases = syntaxRules.flatMap((rule) => rule.languages.map((language) => ({ id: rule.id, language, rule })));

describe.each(cases)('$id in $language', ({ language, rule }) => {
  const found = (code: string): number => {
    const file = engine.parse(language, code);
    try {
      expect(file.broken, `does not parse: ${code}`).toBe(false);
      return rule.words.test(code) ? file.find(rule.match, rule.where).length : 0;
    } finally {
      file.free();
    }
  };

  it.each(rule.flags)('flags %j', (code) => {
    expect(found(code)).toBeGreaterThan(0);
  });

  it.each(rule.passes)('lets %j pass', (code) => {
    expect(found(code)).toBe(0);
  });
});

describe('the pack of rules', () => {
  it('has at least 60, with names of their own', () => {
    expect(syntaxRules.length).toBeGreaterThanOrEqual(60);
    expect(new Set(syntaxRules.map(({ id }) => id)).size).toBe(syntaxRules.length);
  });

  it.each(languages)('has at least ten for %s', (language: Language) => {
    expect(syntaxRules.filter((rule) => rule.languages.includes(language)).length).toBeGreaterThanOrEqual(10);
  });

  it('names weaknesses that are in the CWE tree', () => {
    for (const { id, cwe } of syntaxRules) for (const weakness of cwe) expect(isKnownCwe(weakness), `${id}: ${weakness}`).toBe(true);
  });
});
