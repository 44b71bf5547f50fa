import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/core/index.ts';
import { readEnd } from '../../../src/taint/syntax/closers.ts';
import { bareClosers } from '../../../src/taint/syntax/text-end.ts';

const cases: readonly (readonly [title: string, language: Language, source: string, closers: string])[] = [
  ['a whole text needs nothing', 'javascript', 'f({ a: [1] });', ''],
  ['brackets close from the inside out', 'javascript', 'f({ a: [1', ']})'],
  ['brackets in strings and comments are none', 'c', 'f("(", \'{\', /* [ */ a // (\n', ')'],
  ['a string is closed first', 'python', 'f("a', '")'],
  ['a backslash at the end is made a pair', 'python', 'f("a\\', '\\")'],
  ['a string of one line ends with it', 'java', 'f("a\n', ')'],
  ['a string of several lines goes on', 'python', 'f("""a\n"b', '""")'],
  ['of three quotes two may be there', 'python', 'f("""a""', '")'],
  ['a text block goes on', 'java', 'f("""\n  a', '""")'],
  ['a raw string of Go knows no escapes', 'go', 'f(`a\\`', ')'],
  ['a comment is closed', 'c', 'f(); /* a', '*/'],
  ['a comment to the end of the line gets its end', 'python', 'f(1 # a', '\n)'],
  ['a template is closed within its substitution', 'javascript', 'f(`a${g({', '})}`)'],
  ['a template within a template', 'javascript', '`a${`b', '`}`'],
  ['a substitution that has ended leaves the template open', 'javascript', '`a${b}c', '`'],
  ['brackets in regular expressions are none', 'javascript', 'a = /[(/]{/.test(b', ')'],
  ['a division is no regular expression', 'javascript', 'a = (b) / c / (d', ')'],
  ['after return stands a regular expression', 'javascript', 'return /(/', ''],
  ['an element that ends is no regular expression', 'typescript', 'a = <p>{b}</p>; f(<br />', ')'],
  ['a bracket of another kind closes an outer one', 'javascript', 'f({ a: [1 }, b', ')'],
  ['a bracket too many changes nothing', 'javascript', '} f(', ')'],
  ['a raw text of C++ ends with its delimiter', 'cpp', 'f(R"x(a)" b)x", "c', '")'],
  ['a raw text of C++ that is open', 'cpp', 'f(R"x(a)"', ')x")'],
  ['marks between digits of C++ are no quotes', 'cpp', "f(1'000, 0xFF'FF", ')'],
];

const marks = ['(', ')', '{', '}', '[', ']', '"', "'", '`', '${', '\\', '/', '/*', '*/', '//', '#', '\n', 'a', ' ', '"""'];

describe('what closes a text that was cut short', () => {
  it.each(cases)('%s', (_, language, source, closers) => {
    expect(bareClosers(readEnd(source, language))).toBe(closers);
  });

  it('says how deep the brackets go', () => {
    expect(readEnd('f((a), [{b}])', 'c').depth).toBe(3);
  });

  it('is the same whether it is read at once or as the text grows', () => {
    const piece = fc.array(fc.constantFrom(...marks, 'a'.repeat(120), ' '.repeat(90)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 2, maxLength: 8 }), fc.constantFrom(...languages), (pieces, language) => {
        let text = '';
        let end = readEnd('', language);
        for (const each of pieces) {
          const grown = text + each.join('');
          end = readEnd(grown, language, { end, unchanged: text.length });
          text = grown;
          const { checkpoints, ...rest } = end;
          const { checkpoints: _, ...fresh } = readEnd(text, language);
          expect(rest).toEqual(fresh);
          expect(checkpoints.every(({ at }) => at <= text.length)).toBe(true);
        }
      }),
      { numRuns: 1_500, seed: 5 },
    );
  });

  it('needs nothing more once it was closed, whatever the text', () => {
    const text = fc.array(fc.constantFrom(...marks), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (tokens, language) => {
        const source = tokens.join('');
        // What a stroke at the end begins is not known yet.
        fc.pre(!source.endsWith('/'));
        const closed = source + bareClosers(readEnd(source, language));
        // A comment to the end of the line is closed by a line end, and is whole in any case.
        expect(bareClosers(readEnd(closed, language)).trim()).toBe('');
      }),
      { numRuns: 2_000, seed: 4 },
    );
  });
});
