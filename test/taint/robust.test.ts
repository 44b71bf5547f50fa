import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/core/index.ts';
import { createAnalysis } from '../../src/taint/analysis.ts';
import { ruleGroups } from '../../src/taint/rules/index.ts';
import { allLanguages, loadChecker } from './checking.ts';

const check = await loadChecker(createAnalysis(ruleGroups));
const suite = join(import.meta.dirname, '../../tasks/core');

/** One secure and one insecure witness of every task that has them in the language. */
const witnessesOf = (language: Language): readonly string[] =>
  readdirSync(suite).flatMap((task) => {
    try {
      const folder = join(suite, task, 'witnesses', language);
      return readdirSync(folder)
        .filter((name) => /^(?:in)?secure\.\w+$/.test(name))
        .map((name) => readFileSync(join(folder, name), 'utf8'));
    } catch {
      return []; // The task is not put in this language.
    }
  });

/** A generator of its own, so that a failure can be repeated. */
const random = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
};

const crashes = (language: Language, code: string): readonly string[] =>
  check(language, code)
    .gaps.filter(({ why }) => why.startsWith('the engine failed'))
    .map(({ why }) => `${why} in:\n${code}`);

describe.each(allLanguages)('the analysis of %s', (language) => {
  const texts = witnessesOf(language);

  it('gets through texts that are cut anywhere', { timeout: 180_000 }, () => {
    for (const [at, text] of texts.entries())
      for (let end = 7 + at; end < text.length; end += 149) expect(crashes(language, text.slice(0, end))).toEqual([]);
  });

  it('gets through any characters', { timeout: 180_000 }, () => {
    const next = random(17);
    const signs = '(){}[]<>;:,.=+-*/%&|!?@#$"\'`\\\n\t abcxyz019_\u0000é😀'.split('');
    for (let round = 0; round < 150; round += 1) {
      const code = Array.from({ length: Math.floor(next() * 120) }, () => signs[Math.floor(next() * signs.length)] ?? '').join('');
      expect(crashes(language, code)).toEqual([]);
    }
  });

  it('gets through texts whose lines are mixed up', { timeout: 180_000 }, () => {
    const next = random(29);
    const lines = texts.flatMap((text) => text.split('\n'));
    for (let round = 0; round < 60; round += 1) {
      const code = Array.from({ length: 30 }, () => lines[Math.floor(next() * lines.length)] ?? '').join('\n');
      expect(crashes(language, code)).toEqual([]);
    }
  });
});

describe('the analysis', () => {
  it('says so where code is nested too deeply', { timeout: 60_000 }, () => {
    const deep = `x = ${'('.repeat(3_000)}1${')'.repeat(3_000)}\n`;
    expect(check('python', `def f(name):\n    return name\n\n${deep}`).gaps).not.toEqual([]);
  });

  it('ends in functions that call each other', { timeout: 60_000 }, () => {
    const code = Array.from({ length: 40 }, (_, at) => `def f${at}(x):\n    return f${(at + 1) % 40}(x) + f${(at + 7) % 40}(x)\n`).join(
      '\n',
    );
    expect(check('python', `${code}\ndef g(y):\n    return f0(y)\n`).findings).toEqual([]);
  });
});
