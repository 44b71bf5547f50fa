import { expect, test } from 'vitest';
import { nearest } from '../../src/schemas/nearest.ts';

test.each([
  ['promts', ['prompts', 'packages'], 'prompts'],
  ['javscript', ['python', 'javascript', 'c'], 'javascript'],
  ['insecrue', ['secure', 'insecure', 'stub'], 'insecure'],
  ['Python', ['python', 'c'], 'python'],
  ['lang', ['languages', 'licence'], 'languages'],
])('takes %s for the word that was meant', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
});

test.each([
  ['zzz', ['python', 'c']],
  ['x', ['c']],
  ['anything', []],
])('finds no word near %s', (word, candidates) => {
  expect(nearest(word, candidates)).toBeUndefined();
});
