import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataPlace, embeddable, html } from '../../src/report/html.ts';
import { pageData, type SampleDetail } from '../../src/report/page-data.ts';
import { smallStudy } from './support/small.ts';
import { study, threeSystems } from './support/study.ts';

const template = `<head></head>${dataPlace}<script>page</script>`;
const compress = (text: string): string => gzipSync(text).toString('base64');
const blockOf = (page: string, id: string): string => new RegExp(`id="${id}">([^<]*)</script>`).exec(page)?.[1] ?? '';

describe('html', () => {
  it('puts the same data into the page with and without compression', () => {
    const plain = html({ template }).render(smallStudy());
    const packed = html({ template, compress }).render(smallStudy());
    expect(JSON.parse(gunzipSync(Buffer.from(blockOf(packed, 'fathom-index'), 'base64')).toString())).toEqual(
      JSON.parse(blockOf(plain, 'fathom-index')),
    );
  });

  it('refuses a template without exactly one place for the data', () => {
    expect(() => html({ template: '<html></html>' }).render(smallStudy())).toThrow('exactly once');
  });

  it('leaves dollar signs of generated code as they are', () => {
    const input = study({ systems: threeSystems, samplesPerTask: 1, firstCode: "$& $' $` $1" });
    expect(JSON.parse(blockOf(html({ template }).render(input), 'fathom-texts-0'))).toContain("$& $' $` $1");
  });

  it('embeds any value so that no markup and no line separator appears, and reads back the same', () => {
    const hostile = fc.constantFrom('</script>', '<!--', '<script', ']]>', '\u2028', '\u2029', '&lt;', '</SCRIPT >', '\ud800');
    const text = fc.array(fc.oneof(hostile, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (value) => {
        const embedded = embeddable({ value });
        expect(embedded).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.parse(embedded)).toEqual({ value });
      }),
    );
  });
});

describe('pageData', () => {
  const input = study({ systems: threeSystems, samplesPerTask: 5 });
  const { index, texts } = pageData(input);
  const all = texts.flat();

  it('holds every sample with its texts and verdicts', () => {
    const read = index.columns.id.map((id, row) => ({
      id: index.strings[id],
      code: all[index.columns.code[row] ?? -1],
      raw: all[index.columns.raw[row] ?? -1],
      verdicts: (JSON.parse(all[index.columns.detail[row] ?? -1] ?? '') as SampleDetail).verdicts.map((verdict) => verdict.status),
    }));
    expect(read).toEqual(
      input.measured.samples.map(({ entry }) => ({
        id: entry.id,
        code: input.blobs[entry.code],
        raw: input.blobs[entry.raw],
        verdicts: entry.verdicts.map((verdict) => verdict.status),
      })),
    );
  });

  it('keeps equal texts once', () => {
    expect(new Set(all).size).toBe(all.length);
  });

  it('numbers the texts through all chunks', () => {
    expect(index.chunks).toEqual(texts.map((_, chunk) => texts.slice(0, chunk).flat().length));
    expect(index.texts).toBe(all.length);
  });

  it('marks muted verdicts in upper case and silence with a dot', () => {
    const bandit = index.marks.findIndex((mark) => mark.oracle === 'bandit');
    const letters = new Set(index.columns.marks.map((mark) => index.strings[mark]?.[bandit]));
    expect([...letters].sort()).toEqual(['.', 'F', 'P', 'f', 'p']);
  });

  it('marks a text that the record does not hold as absent', () => {
    const without = pageData({ measured: input.measured, blobs: {} });
    expect(new Set(without.index.columns.code)).toEqual(new Set([-1]));
  });
});
