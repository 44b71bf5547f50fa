import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightedLines } from '../../viewer/src/highlight.ts';
import { tokenLines } from '../../viewer/src/tokens.ts';

const textOf = (lines: readonly (readonly { readonly text: string }[])[]): string =>
  lines.map((line) => line.map((token) => token.text).join('')).join('\n');

describe('tokenLines', () => {
  it('carries a span over line ends', () => {
    expect(tokenLines('<span class="hljs-string">a\nb</span>c')).toEqual([
      [{ text: 'a', className: 'hljs-string' }],
      [
        { text: 'b', className: 'hljs-string' },
        { text: 'c', className: '' },
      ],
    ]);
  });

  it('takes anything but a plain span as text', () => {
    expect(textOf(tokenLines('<img src=x onerror=alert(1)>&lt;b&gt;'))).toBe('<img src=x onerror=alert(1)><b>');
  });
});

describe('highlightedLines', () => {
  it.each(['python', 'javascript', 'c', 'cobol'])('keeps every character of %s', (language) => {
    const code = fc
      .array(
        fc.constantFrom(
          '"""',
          "'",
          '/*',
          '*/',
          '//',
          '#',
          '<',
          '&amp;',
          '</span>',
          '<span class="x">',
          '\n',
          'def f():',
          '`${',
          '}',
          ' ',
          'x',
        ),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(code, (text) => {
        expect(textOf(highlightedLines(text, language))).toBe(text);
      }),
    );
  });
});
