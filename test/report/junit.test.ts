import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { junit } from '../../src/report/junit.ts';
import { expectFile } from './support/expected.ts';
import { hostileStudy, smallStudy } from './support/small.ts';
import { study, threeSystems } from './support/study.ts';

const python = '/usr/bin/python3';

describe('junit', () => {
  it('writes the expected file', () => {
    expectFile('junit.xml', junit().render(smallStudy()));
  });

  it('passes exactly the samples that are secure and work', () => {
    const input = study({ systems: threeSystems, samplesPerTask: 8 });
    const passed =
      junit()
        .render(input)
        .match(/<testcase [^>]*\/>/g) ?? [];
    const good = input.measured.samples.filter((sample) => sample.outcome.joint === 'pass');
    expect(passed).toHaveLength(good.length);
  });

  it('reports an unknown outcome as an error with the reason, never as skipped', () => {
    const text = junit().render(study({ systems: threeSystems, samplesPerTask: 8 }));
    expect(text).toMatch(/<error type="unknown" message="functional unknown: functional: sandbox; secure unknown: exploits: sandbox">/);
    expect(text).not.toContain('<skipped');
  });

  it.each(['type="insecure"', 'type="not-functional"', 'type="not-functional+insecure"', 'type="kind:refusal"'])(
    'tells failures apart: %s',
    (type) => {
      expect(junit().render(study({ systems: threeSystems, samplesPerTask: 8 }))).toContain(`<failure ${type}`);
    },
  );

  it('writes no character that XML 1.0 forbids and no markup of foreign text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const rendered = junit().render(hostileStudy(`${text}\u0000\u001b[1m\uffff]]><b a="'&`));
        expect(rendered).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
        expect(rendered).not.toContain('<b ');
        expect(rendered).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/);
      }),
      { numRuns: 50 },
    );
  });

  it.skipIf(!existsSync(python))('is read by an XML parser (skipped where /usr/bin/python3 is missing)', () => {
    const program = 'import sys, xml.etree.ElementTree as t; print(len(t.fromstring(sys.stdin.buffer.read()).findall(".//testcase")))';
    const count = execFileSync(python, ['-c', program], { input: junit().render(hostileStudy('<&>"\'\u0000\ud800]]>')), encoding: 'utf8' });
    expect(Number(count)).toBe(12);
  });
});
