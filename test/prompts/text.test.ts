import { describe, expect, test } from 'vitest';
import { fill, listed, paragraphsOf, unwrapped, withSummary, wrap } from '../../src/prompts/text.ts';

test('a fenced block is one paragraph, blank lines within it included', () => {
  expect(paragraphsOf('a\nb\n\n\n```\nx\n\ny\n```\r\nc\n')).toEqual(['a\nb', '```\nx\n\ny\n```\nc']);
});

describe('wrap', () => {
  test('fills lines up to the width', () => expect(wrap('aa bb cc dd', 5)).toEqual(['aa bb', 'cc dd']));
  test('takes code in backticks and tags of Javadoc for one word', () => {
    expect(wrap('see `a b c` now', 6)).toEqual(['see', '`a b c`', 'now']);
    expect(wrap('see {@code a b} now', 6)).toEqual(['see', '{@code a b}', 'now']);
  });
  test('keeps a word that is too long, and a lone backtick', () => expect(wrap('a `bbbbbbb c', 3)).toEqual(['a', '`bbbbbbb', 'c']));
});

describe('fill', () => {
  test('indents the later lines of an item', () => expect(fill('- aa bb cc\n- dd', 7)).toEqual(['- aa bb', '  cc', '- dd']));
  test('keeps tables and indented lines', () => expect(fill('| a | b |\n| c | d |', 5)).toEqual(['| a | b |', '| c | d |']));
  test('joins the lines of a text', () => expect(fill('aa\nbb\ncc', 20)).toEqual(['aa bb cc']));
  test('puts each tag on a line of its own', () => expect(fill('@param a\n@returns b', 50)).toEqual(['@param a', '@returns b']));
});

test('a request has one line for each paragraph and item', () => {
  expect(unwrapped('a\nb\n- c\n  d')).toBe('a b\n- c d');
  expect(unwrapped('```\na\nb\n```')).toBe('```\na\nb\n```');
});

describe('a summary', () => {
  test('is a first sentence that fits on a line', () => {
    expect(withSummary(['Returns the text. Files are\nUTF-8.', 'More.'], 40)).toEqual(['Returns the text.', 'Files are UTF-8.', 'More.']);
  });
  test.each([
    ['too long', 'Returns the text of the note that is asked for. More.', 20],
    ['ended by what may be an abbreviation', 'Greets St. Peter and others', 40],
    ['above a list', 'Returns it. So:\n- a', 40],
  ])('is not made of a sentence that is %s', (_what, text, width) => {
    expect(withSummary([text], width)).toEqual([text]);
  });
});

test('words are listed with commas and a last and', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
