import { describe, expect, it } from 'vitest';
import { patternRules } from '../../../src/analyzers/fathom-patterns/rules/index.ts';
import { viewsOf } from '../../../src/analyzers/fathom-patterns/views.ts';
import { matchesOf } from '../../../src/analyzers/fathom-patterns.ts';
import { isKnownCwe, languages } from '../../../src/core/index.ts';

const cases = patternRules.flatMap((rule) => rule.languages.map((language) => ({ id: rule.id, language, rule })));

describe.each(cases)('$id in $language', ({ language, rule }) => {
  it.each(rule.flags)('flags %j', (code) => {
    expect(matchesOf(rule, viewsOf(language, code))).not.toEqual([]);
  });

  it.each(rule.passes)('lets %j pass', (code) => {
    expect(matchesOf(rule, viewsOf(language, code))).toEqual([]);
  });

  it('does not look into comments, but for letters that deceive', () => {
    if (rule.view === 'text') return;
    const [code] = rule.flags;
    const mark = language === 'python' ? '#' : '//';
    const commented = code
      .split('\n')
      .map((line) => (line === '' ? '' : `${mark} ${line}`))
      .join('\n');
    expect(matchesOf(rule, viewsOf(language, commented))).toEqual([]);
  });
});

describe('the pack of patterns', () => {
  it('has at least 40, with names of their own', () => {
    expect(patternRules.length).toBeGreaterThanOrEqual(40);
    expect(new Set(patternRules.map(({ id }) => id)).size).toBe(patternRules.length);
  });

  it.each(languages)('has some for %s alone', (language) => {
    expect(patternRules.some((rule) => rule.languages.includes(language) && rule.languages.length <= 4)).toBe(true);
  });

  it('names weaknesses that are in the CWE tree', () => {
    for (const { id, cwe } of patternRules) for (const weakness of cwe) expect(isKnownCwe(weakness), `${id}: ${weakness}`).toBe(true);
  });

  it('reads 200,000 letters of what its patterns like best, each in well under a minute', () => {
    const liked = ['select ', '\'"+ ', '((((', '//a[', 'char a[1];', 'a_', 'http://a:', '-----BEGIN ', 'for(', ' \n', '\\'];
    for (const rule of patternRules) {
      for (const text of liked) {
        const long = text.repeat(Math.ceil(20_000 / text.length));
        const before = process.cpuUsage();
        matchesOf(rule, { text: long, strings: long, code: long, unfinished: false });
        expect(process.cpuUsage(before).user, `${rule.id} on ${JSON.stringify(text)}`).toBeLessThan(10_000_000);
      }
    }
  }, 240_000);
});

describe('viewsOf', () => {
  it('takes out comments, and what strings hold, and keeps every place', () => {
    const code = 'a = "b # c" # d\n';
    expect(viewsOf('python', code)).toEqual({ text: code, strings: 'a = "b # c"    \n', code: 'a = "     "    \n', unfinished: false });
  });

  it('knows a pattern of JavaScript from a division', () => {
    expect(viewsOf('javascript', "x = a / b; y = /'/.test(z); w('v');\n").code).toBe("x = a / b; y = / /.test(z); w(' ');\n");
  });

  it('knows templates inside of templates, and a pattern after a word', () => {
    const { code, unfinished } = viewsOf(
      'javascript',
      ['a = `x$', '{b.map((c) => `<$', '{c}>`).join()}y`; return /`/.test(d); e(1);\n'].join(''),
    );
    expect(unfinished).toBe(false);
    expect(code).toMatch(/^a = ` +`; return \/ \/\.test\(d\); e\(1\);\n$/);
  });

  it('takes no digit mark of C++ for a literal', () => {
    expect(viewsOf('cpp', "int n = 1'000'000; system(x);\n").code).toBe("int n = 1'000'000; system(x);\n");
  });

  it.each([
    ['python', '"""\n'],
    ['c', 'int x; /* \n'],
    ['javascript', 'x = `\n'],
  ] as const)('says that %s code ends inside %j', (language, code) => {
    expect(viewsOf(language, code).unfinished).toBe(true);
  });
});
