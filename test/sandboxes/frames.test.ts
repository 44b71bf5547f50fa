import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeFrame, frameReader, maxFrameBytes } from '../../src/sandboxes/frames.ts';
import { workPath } from '../../src/sandboxes/work-path.ts';

describe('frames', () => {
  it('come out as they went in, however the stream is cut', () => {
    const frame = fc.record({ text: fc.string(), body: fc.uint8Array({ maxLength: 300 }) });
    fc.assert(
      fc.property(fc.array(frame, { maxLength: 6 }), fc.integer({ min: 1, max: 50 }), (frames, size) => {
        const stream = Buffer.concat(frames.map(({ text, body }) => encodeFrame({ text }, body)));
        const read = frameReader();
        const seen = [];
        for (let at = 0; at < stream.length; at += size) seen.push(...read(stream.subarray(at, at + size)));
        expect(seen.map(({ header, body }) => ({ text: header.text, body: [...body] }))).toEqual(
          frames.map(({ text, body }) => ({ text, body: [...body] })),
        );
      }),
    );
  });

  it('that claim to be too long are refused before they are read', () => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(maxFrameBytes + 1);
    expect(() => frameReader()(head)).toThrow('longer than');
  });

  it('without an object for a header are refused', () => {
    expect(() => frameReader()(Buffer.from([0, 0, 0, 2, 0x5b, 0x5d]))).toThrow('without a header');
  });
});

describe('a path of the work folder', () => {
  it.each([
    ['/work', []],
    ['/work/a/b', ['a', 'b']],
    ['a//./b', ['a', 'b']],
    ['workshop/x', ['workshop', 'x']],
  ])('%s is %j', (path, parts) => {
    expect(workPath(path)).toEqual(parts);
  });

  it.each(['/etc/passwd', '/workshop', '../x', '/work/../etc', 'a/../../b', 'a\0b'])('%j is refused', (path) => {
    expect(() => workPath(path)).toThrow(/work|folder/);
  });
});
