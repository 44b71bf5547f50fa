import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderSample } from '../../src/report/sample.ts';
import { displayWidth } from '../../src/report/text.ts';
import { hostileStudy } from './support/small.ts';
import { study, threeSystems } from './support/study.ts';

const { measured, blobs } = study({ systems: threeSystems, samplesPerTask: 4 });
const sample = measured.samples.find(({ entry }) =>
  entry.verdicts.some((verdict) => verdict.status === 'fail' && verdict.findings.some(({ path }) => path !== undefined)),
);
if (sample === undefined) throw new Error('the study has no finding with a path');
const texts = {
  task: { title: 'Find a user', cwes: ['CWE-89'] },
  prompt: 'Write `find_user`.\n\n- It returns one row.',
  code: blobs[sample.entry.code] ?? '',
} as const;
const plain = { colour: false, unicode: true, title: '1 of 3', verdicts: true } as const;

describe('renderSample', () => {
  const text = renderSample(sample, texts, plain);

  it('shows task, prompt, numbered code, every verdict, and the steps of each path', () => {
    for (const part of [
      'Find a user (CWE-89)',
      '  - It returns one row.',
      '> 6 │     cursor = connection.execute(query)',
      'exploits, witnessed',
    ])
      expect(text).toContain(part);
    expect(text.replace(/\n\s+/g, ' ')).toContain(
      '1. line 4: the parameter `name` may be anything 2. line 5: it is joined to `query` 3. line 6:',
    );
  });

  it('tells nothing of oracles and systems where it is blind', () => {
    const blind = renderSample(sample, texts, { ...plain, verdicts: false });
    for (const word of ['ruff', 'exploits', 'witnessed', 'disagreement', sample.entry.system, '> 6']) {
      // The code of the study names the system in its last line.
      expect(blind.replace(/# answer .*/, '')).not.toContain(word);
    }
    expect(blind).toContain('  6 │     cursor = connection.execute(query)');
  });

  it('says where the prompt or the code is not at hand', () => {
    const bare = renderSample(sample, {}, plain);
    expect(bare).toContain('The text of the prompt is not at hand');
    expect(bare).toContain('The record does not hold the code.');
  });

  it.each([60, 80, 120])('keeps every line within %i columns', (width) => {
    const long = { ...texts, code: `${'x'.repeat(500)}\n\t${'漢'.repeat(80)}\n` };
    const lines = renderSample(sample, long, { ...plain, width }).split('\n');
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
  });

  it('never lets a control character of foreign text through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (foreign) => {
        const hostile = hostileStudy(`\u001b[31m${foreign}\u009b2J\r`).measured.samples;
        for (const one of hostile.slice(0, 3)) {
          const shown = renderSample(one, { prompt: foreign, code: `\u001b[2J${foreign}` }, plain);
          expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('uses only printable ASCII where Unicode is off', () => {
    const shown = renderSample(sample, { ...texts, prompt: 'nöt', code: 'x = "漢"\n' }, { ...plain, unicode: false });
    expect(shown).toMatch(/^[\n -~]*$/);
  });
});
