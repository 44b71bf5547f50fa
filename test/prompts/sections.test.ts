import { expect, test } from 'vitest';
import { sectionsOf, withoutName } from '../../src/prompts/sections.ts';
import { sourceFor } from './sources.ts';

test('a paragraph belongs to the function with whose name it begins', () => {
  const { general, own } = sectionsOf(sourceFor('market-till', 'python'));
  expect(own.map((of) => of.map((paragraph) => paragraph.slice(0, 14)))).toEqual([['`sum_entries(e'], ['`check_line` t']]);
  expect(general.map((paragraph) => paragraph.slice(0, 8))).toEqual(['A line o', '- begins', 'An empty']);
});

test('all paragraphs are general where some function has none', () => {
  const source = sourceFor('market-till', 'python');
  const { general, own } = sectionsOf({ ...source, specification: '`sum_entries` adds up.\n\nLines are checked by `check_line`.' });
  expect(general).toHaveLength(2);
  expect(own).toEqual([[], []]);
});

test.each([
  ['`read_note` returns the text.', 'python', 'Returns the text.'],
  ['`read_note(a, b)` returns the text.', 'java', 'Returns the text.'],
  ['`read_note` returns the text.', 'go', 'read_note returns the text.'],
  ['`read_note`: the text.', 'python', '`read_note`: the text.'],
  ['The text of `read_note` is returned.', 'python', 'The text of `read_note` is returned.'],
] as const)('documentation does not repeat the name: %s in %s', (text, language, expected) => {
  expect(withoutName(text, 'read_note', language)).toBe(expected);
});
