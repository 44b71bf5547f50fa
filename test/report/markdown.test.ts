import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/report/markdown.ts';
import { expectFile } from './support/expected.ts';
import { hostileStudy, smallStudy } from './support/small.ts';

/** Bars between cells: those that no backslash escapes. */
const barsOf = (line: string): number => line.replace(/\\./g, '').split('|').length;

describe('markdown', () => {
  it('writes the expected file', () => {
    expectFile('report.md', markdown().render(smallStudy()));
  });

  it('keeps every table in shape and lets no tag through, whatever a text holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const lines = markdown()
          .render(hostileStudy(`|${text}<img src=x>\n# head`))
          .split('\n');
        lines.forEach((line, index) => {
          if (line.startsWith('| ') && (lines[index - 1] ?? '').startsWith('|')) {
            expect(barsOf(line)).toBe(barsOf(lines[index - 1] ?? ''));
          }
          expect(line).not.toContain('<');
        });
      }),
      { numRuns: 50 },
    );
  });
});
