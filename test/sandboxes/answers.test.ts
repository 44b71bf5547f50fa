import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/core/index.ts';
import { maxDepth, parseAnswer, parseLoaded } from '../../src/sandboxes/answers.ts';

const id = '0123456789abcdef0123456789abcdef';
const answer = (text: string | Buffer) => parseAnswer(Buffer.from(text), id);
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('an answer', () => {
  it.each([
    ['another id', '{"id":"fedcba9876543210fedcba9876543210","ok":1}'],
    ['no id', '{"ok":1}'],
    ['an id of another type', '{"id":1,"ok":1}'],
    ['a surplus key', `{"id":"${id}","ok":1,"passed":true}`],
    ['both ends at once', `{"id":"${id}","ok":1,"raised":{"type":"E","message":"m"}}`],
    ['no end', `{"id":"${id}"}`],
    ['a list', `[{"id":"${id}","ok":1}]`],
    ['two documents', `{"id":"${id}","ok":1}{"id":"${id}","ok":1}`],
    ['an exception without a message', `{"id":"${id}","raised":{"type":"E"}}`],
    ['an exception with a number for a message', `{"id":"${id}","raised":{"type":"E","message":1}}`],
    ['NaN', `{"id":"${id}","ok":NaN}`],
    ['a value that is too deep', `{"id":"${id}","ok":${nested(maxDepth + 1)}}`],
    ['nothing', ''],
  ])('with %s breaks the protocol', (_, text) => {
    expect(answer(text)).toHaveProperty('broken');
  });

  it('that is not UTF-8 breaks the protocol', () => {
    expect(answer(Buffer.from([0x7b, 0xff, 0x7d]))).toHaveProperty('broken');
  });

  it('may nest as deep as the protocol says', () => {
    expect(answer(`{"id":"${id}","ok":${nested(maxDepth)}}`)).toHaveProperty('ended', 'answered');
  });

  it('carries any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        expect(answer(JSON.stringify({ id, ok: value }))).toEqual({
          ended: 'answered',
          value: JSON.parse(JSON.stringify(value)) as JsonValue,
        });
      }),
    );
  });

  it('of arbitrary bytes is never taken for an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(parseAnswer(bytes, id)).toHaveProperty('broken');
      }),
    );
  });
});

describe('an answer to load', () => {
  const loaded = (text: string) => parseLoaded(Buffer.from(text));

  it('is true without anything else, or false with kind and detail', () => {
    expect(loaded('{"loaded":true}')).toEqual({ loaded: true });
    expect(loaded('{"loaded":false,"kind":"import","detail":"x"}')).toEqual({ loaded: false, kind: 'import', detail: 'x' });
  });

  it.each(['{"loaded":true,"x":1}', '{"loaded":1}', '{"loaded":false}', '{"loaded":false,"kind":"passed","detail":"x"}', 'null'])(
    'like %s breaks the protocol',
    (text) => {
      expect(loaded(text)).toHaveProperty('broken');
    },
  );
});
