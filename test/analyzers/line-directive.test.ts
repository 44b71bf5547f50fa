import { describe, expect, it } from 'vitest';
import { clangAnalyzer } from '../../src/analyzers/clang-analyzer.ts';
import { clangTidy } from '../../src/analyzers/clang-tidy.ts';
import { cppcheck } from '../../src/analyzers/cppcheck.ts';
import { lineDirective } from '../../src/analyzers/line-directive.ts';
import { outsideInclude } from '../../src/analyzers/outside-include.ts';
import { run } from './tools.ts';

describe('lineDirective', () => {
  it.each([
    '#line 7\n',
    'int x;\n  #  line 1 "other.h"\n',
    '# 1 "other.h" 3\n',
    '#/* x */line 3\n',
    '#li\\\nne 3\n',
    '%:line 3\n',
    '??=line 3\n',
    '/* x */ #line 3\n',
    '/* x\n*/ #line 3\n',
    '\tint x; /*\n*/#line 3\n',
  ])('sees %j', (code) => {
    expect(lineDirective(code)).toBeDefined();
  });

  it.each(['#include <stdio.h>\n', '#define line 3\n', '#lines\n', 'puts("#line");\n', 'int a = b #line;\n', '// issue #1\n', ''])(
    'lets %j pass',
    (code) => {
      expect(lineDirective(code)).toBeUndefined();
    },
  );

  it('reads thousands of comments without end in no time', () => {
    const before = process.cpuUsage();
    lineDirective(`#${'/**/'.repeat(5_000)}x`);
    outsideInclude(`#${'/**/'.repeat(5_000)}x`);
    expect(process.cpuUsage(before).user).toBeLessThan(5_000_000);
  });
});

const followed = 'int first(int wanted) {\n  int *p = 0;\n  if (wanted > 3) return *p;\n  return 0;\n}\n';

describe.each([cppcheck(run), clangAnalyzer(run), clangTidy(run)])('$id', (analyzer) => {
  it.each(['#line 1 "other.c"\n', '# 1 "other.h" 3\n'])('does not call code clean that begins with %j', async (head) => {
    expect(await analyzer.analyze([{ name: 's', language: 'c', code: `${head}${followed}` }])).toMatchObject([
      { status: 'failed', reason: 'skipped-by-tool', detail: expect.stringContaining('gives its lines another place') },
    ]);
  });
});
