import { describe, expect, test } from 'vitest';
import { difficultyOf, meanDifficulty, spreadOf } from '../../src/variants/index.ts';

describe('the difficulty of a program', () => {
  test('counts tokens without comments, branches and imports', () => {
    const code = 'import os  # if only\n\n\ndef f(x):\n    if x >= 1:\n        return "if it is"\n';
    expect(difficultyOf('python', code)).toEqual({ characters: code.length, tokens: 15, branches: 1, imports: 1 });
  });

  test.each([
    ['javascript', "const a = require('a');\nfor (;;) { switch (x) { case 1: } } // while", { branches: 3, imports: 1 }],
    ['c', '#include <a.h>\n#include "b.h"\n/* if */ int f(void) { while (1) if (2) ; }', { branches: 2, imports: 2 }],
    ['go', 'import (\n\t"fmt"\n\t"os"\n)\n\nfunc f() { if true { } }', { branches: 1, imports: 2 }],
    ['java', 'import java.util.List;\nclass Solution { void f() { try { } catch (Exception e) { } } }', { branches: 1, imports: 1 }],
  ] as const)('is counted in %s', (language, code, expected) => {
    expect(difficultyOf(language, code)).toMatchObject(expected);
  });
});

describe('a spread', () => {
  test('is least, middle and most', () => {
    expect(spreadOf([5, 1, 9])).toEqual({ min: 1, median: 5, max: 9 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ min: 1, median: 2, max: 4 });
  });

  test('of nothing is undefined, as is the mean', () => {
    expect(spreadOf([])).toBeUndefined();
    expect(meanDifficulty([])).toBeUndefined();
  });
});
