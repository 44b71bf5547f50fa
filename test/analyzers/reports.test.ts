import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows } from '../../src/analyzers/csv-rows.ts';
import { byteColumns } from '../../src/analyzers/file-report.ts';
import { tagsOf } from '../../src/analyzers/xml-tags.ts';

describe('csvRows', () => {
  it('reads quoted commas, quotes and line ends', () => {
    expect(csvRows('a,b\n"x,1","say ""hi""\nthere"\n')).toEqual([
      ['a', 'b'],
      ['x,1', 'say "hi"\nthere'],
    ]);
  });

  it('is undefined where a quote is never closed', () => {
    expect(csvRows('a,"b\n')).toBeUndefined();
  });

  it('reads back every table that is written by the rules', () => {
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(fc.string(), { minLength: width, maxLength: width }), { minLength: 1 }));
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((field) => `"${field.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(csvRows(text)).toEqual(rows);
      }),
    );
  });
});

describe('tagsOf', () => {
  it('reads opening tags with decoded attributes, in order', () => {
    expect(tagsOf('<?xml version="1.0"?><a x="1 &lt; 2" y="&#65;&quot;"><b z="&amp;lt;"/></a>')).toEqual([
      { name: 'a', attributes: { x: '1 < 2', y: 'A"' } },
      { name: 'b', attributes: { z: '&lt;' } },
    ]);
  });
});

describe('byteColumns', () => {
  it('turns bytes of UTF-8 into UTF-16 units', () => {
    const column = byteColumns('x = "é𝒳"; y\n');
    expect([1, 6, 8, 12, 15].map((byte) => column(1, byte))).toEqual([1, 6, 7, 9, 12]);
  });

  it('leaves ASCII as it is', () => {
    expect(byteColumns('abc\n')(1, 3)).toBe(3);
  });
});
