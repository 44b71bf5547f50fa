import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percent } from '../../src/report/figures.ts';
import { displayWidth, oneLine, shorten, withoutControls, wrap } from '../../src/report/text.ts';

describe('withoutControls', () => {
  it.each([
    ['colours', 'a\u001b[31mb\u001b[0m', 'ab'],
    ['a title', 'a\u001b]0;owned\u0007b', 'ab'],
    ['a cleared screen in one byte', 'a\u009b2Jb', 'ab'],
    ['backspaces', 'pass\b\b\b\bfail', 'passfail'],
    ['a reversed text', 'a\u202etxt.exe', 'atxt.exe'],
    ['half a pair', 'a\ud800b', 'a\ufffdb'],
  ])('removes %s', (_, given, wanted) => {
    expect(withoutControls(given)).toBe(wanted);
  });

  it('keeps tabs and line ends', () => {
    expect(withoutControls('a\tb\r\nc\n')).toBe('a\tb\nc\n');
  });
});

describe('wrap', () => {
  it('loses no letter and keeps the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 4, max: 40 }), (text, width) => {
        const lines = wrap(oneLine(text), width);
        expect(lines.join('').replaceAll(' ', '')).toBe(oneLine(text).replaceAll(' ', ''));
        expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
      }),
    );
  });
});

describe('shorten', () => {
  it('counts wide characters as two columns', () => {
    expect(shorten('\u6f22\u5b57\u6f22', 5)).toBe('\u6f22\u5b57~');
  });
});

describe('percent', () => {
  it.each([
    [0, '0.0%'],
    [1, '100.0%'],
    [0.9999, '99.9%'],
    [0.0001, '0.1%'],
    [0.416, '41.6%'],
  ])('writes %d as %s', (share, wanted) => {
    expect(percent(share)).toBe(wanted);
  });
});
