import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonMistake } from '../../src/schemas/json-mistake.ts';

test.each([
  ['{"a": 01}', 7],
  ['{"a" 1}', 5],
  ['[1,]', 3],
  ['{"a":1,}', 7],
  ['[1] 2', 4],
  ['"a\nb"', 0],
  ['', 0],
  ['{', 1],
  ['[1, 2', 5],
])('finds the place where %j stops being JSON', (source, offset) => {
  expect(jsonMistake(source)).toBe(offset);
});

test('agrees with JSON.parse on what is JSON', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.string({ maxLength: 2 }), (json, place, inserted) => {
      const at = place % (json.length + 1);
      const source = json.slice(0, at) + inserted + json.slice(at);
      let valid = true;
      try {
        JSON.parse(source);
      } catch {
        valid = false;
      }
      expect(jsonMistake(source) === undefined).toBe(valid);
    }),
  );
});
