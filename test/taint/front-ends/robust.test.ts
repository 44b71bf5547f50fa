import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages } from '../../../src/core/index.ts';
import type { Program, Span } from '../../../src/taint/syntax/ir.ts';
import { type LowerText, lowererOf } from '../../support/lower.ts';
import { printProgram } from '../../support/print-ir.ts';
import { type WitnessFile, witnessFiles } from '../../support/witnesses.ts';

const lowerers = new Map<Language, LowerText>();

beforeAll(async () => {
  for (const language of languages) lowerers.set(language, await lowererOf(language));
});

const lower = (language: Language, source: string): Program => {
  const lowerer = lowerers.get(language);
  if (lowerer === undefined) throw new Error(`no front end for ${language}`);
  return lowerer(source);
};

const spans = (value: unknown, found: Span[] = []): readonly Span[] => {
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'span') found.push(inner);
    else spans(inner, found);
  }
  return found;
};

/** Every place lies in the text, and its line and column say the same as its offset. */
const checkPlaces = (program: Program, source: string): void => {
  const lines = source.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  for (const { start: from, end, line, column, endLine, endColumn } of [...spans(program.body), ...program.errors]) {
    if (from < 0 || end < from || end > source.length) throw new Error(`[${from}, ${end}) in a text of ${source.length}`);
    if ((starts[line - 1] ?? -1) + column - 1 !== from) throw new Error(`${line}:${column} is not ${from}`);
    if ((starts[endLine - 1] ?? -1) + endColumn - 1 !== end) throw new Error(`${endLine}:${endColumn} is not ${end}`);
  }
};

const lowered = (language: Language, source: string): true => {
  const program = lower(language, source);
  checkPlaces(program, source);
  printProgram(program);
  return true;
};

const all = witnessFiles();
const of = (language: Language): readonly WitnessFile[] => all.filter((file) => file.language === language);

const marks = [
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  '`',
  '\\',
  '/',
  '*',
  '#',
  '\n',
  '\r\n',
  ' ',
  '\t',
  ';',
  ':',
  ',',
  '.',
  '=',
  '<',
  '>',
  '&',
  '|',
  '!',
  '?',
  '@',
  '$',
  '${',
  '\0',
  '\u{1F600}',
  'é',
  '\ud800',
  '0x',
  '1e',
  'if',
  'else',
  'for',
  'def',
  'class',
  'function',
  'return',
  'case',
  'try',
  'catch',
  'import',
  'new',
  'a',
  '_b',
  'lambda',
  'func',
  'switch',
  'with',
  'async',
  '=>',
  '->',
  '::',
  '//',
  '/*',
  '"""',
  'f"',
];

describe.each(languages)('%s: any text is lowered', (language) => {
  it('random characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (source) => lowered(language, source)),
      { numRuns: 150, seed: 1 },
    );
  });

  it('random tokens', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...marks), { maxLength: 40 }), (tokens) => lowered(language, tokens.join(''))),
      { numRuns: 300, seed: 2 },
    );
  });

  it('witnesses cut short, with parts cut out, and with parts put in', () => {
    const files = of(language);
    fc.assert(
      fc.property(
        fc.nat(files.length - 1),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(40),
        fc.constantFrom('', ...marks),
        (index, at, length, put) => {
          const source = files[index]?.source ?? '';
          const from = Math.floor(at * source.length);
          lowered(language, source.slice(0, from));
          return lowered(language, source.slice(0, from) + put + source.slice(from + length));
        },
      ),
      { numRuns: 60, seed: 3 },
    );
  });

  it('nested beyond all measure', () => {
    for (const open of ['(', '[', '{', '{a:', 'if (a) {', '-', 'a.b(', 'x = ', '"', 'f(', '!', '<a>', 'a ? ', 'a + '])
      lowered(language, open.repeat(3_000));
  });

  it('witnesses with carriage returns say the same', () => {
    for (const { source } of of(language).slice(0, 10)) {
      const plain = printProgram(lower(language, source));
      const other = source.replaceAll('\n', '\r\n');
      expect(printProgram(lower(language, other)).replaceAll('\\r\\n', '\\n').replaceAll('\r\n', '\n')).toBe(plain);
    }
  });
});
