import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTerminal } from '../../src/report/terminal.ts';
import { displayWidth } from '../../src/report/text.ts';
import { expectFile } from './support/expected.ts';
import { hostileStudy, smallStudy } from './support/small.ts';
import { study, threeSystems } from './support/study.ts';

const esc = String.fromCharCode(27);
const plain = { colour: false, unicode: true } as const;

describe('renderTerminal', () => {
  it('writes the expected report in Unicode', () => {
    expectFile('terminal.txt', renderTerminal(smallStudy().measured, plain));
  });

  it('writes the expected report in ASCII', () => {
    expectFile('terminal-ascii.txt', renderTerminal(smallStudy().measured, { colour: false, unicode: false }));
  });

  it('uses only printable ASCII where Unicode is off', () => {
    const text = renderTerminal(hostileStudy('n\u00f6t \u2713 \u6f22').measured, { colour: false, unicode: false });
    expect(text).toMatch(/^[\n -~]*$/);
  });

  it('writes no escape codes without colour', () => {
    expect(renderTerminal(smallStudy().measured, plain)).not.toContain(esc);
  });

  it('says the same with and without colour', () => {
    const coloured = renderTerminal(smallStudy().measured, { colour: true, unicode: true });
    expect(coloured).toContain(esc);
    expect(coloured.replaceAll(new RegExp(`${esc}\\[\\d+m`, 'g'), '')).toBe(renderTerminal(smallStudy().measured, plain));
  });

  it.each([60, 80, 100, 132])('keeps every line within %i columns', (width) => {
    const text = renderTerminal(study({ systems: threeSystems, samplesPerTask: 2 }).measured, { ...plain, width });
    expect(Math.max(...text.split('\n').map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it('shows a step that was not measured, with the reason', () => {
    expect(renderTerminal(smallStudy().measured, plain)).toMatch(/Judges +not measured: the run has no judge/);
  });

  it('shows the denominator and the unknowns of every bar', () => {
    const bars = renderTerminal(smallStudy().measured, plain)
      .split('\n')
      .filter((line) => /^ {2}(Claimed|All samples|Every analyzer|Exploits|Functional)/.test(line) && !line.includes('removes:'));
    expect(bars).toHaveLength(10);
    for (const bar of bars) {
      expect(bar).toMatch(/\[\d+\.\d, \d+\.\d\] +n \d+ +\? \d+$/);
    }
  });

  it('never lets a control character of foreign text through', () => {
    const anyText = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(anyText, (text) => {
        const rendered = renderTerminal(hostileStudy(`${esc}[31m${text}\u009b2J\r`).measured, plain);
        expect(rendered).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 50 },
    );
  });
});
