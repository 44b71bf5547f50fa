import { describe, expect, test } from 'vitest';
import { type FunctionSignature, type Language, languages, type ValueType } from '../../src/core/index.ts';
import { declarationIn, functionNameIn, keywordIn } from '../../src/signatures/index.ts';

const readNote: FunctionSignature = {
  name: 'read_note',
  parameters: [
    { name: 'folder', type: 'path' },
    { name: 'note_name', type: 'string' },
  ],
  returns: { type: 'string' },
};

describe('one function', () => {
  test.each<[Language, string]>([
    ['python', 'def read_note(folder: str, note_name: str) -> str'],
    ['javascript', 'function readNote(folder, noteName)'],
    ['typescript', 'export function readNote(folder: string, noteName: string): string'],
    ['java', 'public static String readNote(String folder, String noteName) throws Exception'],
    ['go', 'func readNote(folder string, noteName string) (string, error)'],
    ['c', 'char *read_note(const char *folder, const char *note_name)'],
    ['cpp', 'std::string read_note(const std::string &folder, const std::string &note_name)'],
  ])('in %s', (language, expected) => expect(declarationIn(language, readNote)).toBe(expected));
});

const taking = (type: ValueType, given: Partial<FunctionSignature['returns']> = {}): FunctionSignature => ({
  name: 'take_it',
  parameters: [{ name: 'the_value', type, ...given }],
  returns: { type: 'void' },
});

describe('types in Python', () => {
  test.each<[ValueType, string]>([
    ['integer', 'int'],
    ['number', 'float'],
    ['boolean', 'bool'],
    ['bytes', 'bytes'],
    ['integers', 'list[int]'],
    ['json', 'Any'],
  ])('%s', (type, expected) => expect(declarationIn('python', taking(type))).toBe(`def take_it(the_value: ${expected}) -> None`));

  test('may be none', () =>
    expect(declarationIn('python', taking('string', { nullable: true }))).toBe('def take_it(the_value: str | None) -> None'));
});

describe('types in Go', () => {
  test.each<[ValueType, Partial<FunctionSignature['returns']>, string]>([
    ['integer', {}, 'int'],
    ['integer', { ctype: 'int64_t' }, 'int64'],
    ['integers', { ctype: 'int64_t' }, '[]int64'],
    ['number', {}, 'float64'],
    ['bytes', {}, '[]byte'],
    ['bytes', { nullable: true }, '[]byte'],
    ['json', { nullable: true }, 'any'],
    ['string', { nullable: true }, '*string'],
  ])('%s %j', (type, given, expected) => expect(declarationIn('go', taking(type, given))).toBe(`func takeIt(theValue ${expected}) error`));
});

describe('types in C', () => {
  test.each<[ValueType, Partial<FunctionSignature['returns']>, string]>([
    ['bytes', {}, 'const uint8_t *the_value, size_t the_value_len'],
    ['integers', { ctype: 'int64_t' }, 'const int64_t *the_value, size_t the_value_count'],
    ['out-bytes', { ctype: 'char' }, 'char *the_value, size_t the_value_size'],
    ['boolean', {}, 'bool the_value'],
  ])('%s %j', (type, given, expected) => expect(declarationIn('c', taking(type, given))).toBe(`void take_it(${expected})`));
});

describe('a type that the language does not have', () => {
  test.each(languages.filter((language) => language !== 'c' && language !== 'cpp'))('a buffer of C in %s', (language) => {
    expect(() => declarationIn(language, taking('out-bytes'))).toThrow(expect.objectContaining({ code: `interface-${language}` }));
  });
  test.each(['c', 'cpp'] as const)('any JSON in %s', (language) => {
    expect(() => declarationIn(language, taking('json'))).toThrow(expect.objectContaining({ code: `interface-${language}` }));
  });
});

test('a name that the task states for a language wins over the custom', () => {
  const named = { ...readNote, names: { go: 'FetchNote' } };
  expect(languages.map((language) => functionNameIn(language, named))).toEqual([
    'read_note',
    'readNote',
    'readNote',
    'readNote',
    'FetchNote',
    'read_note',
    'read_note',
  ]);
});

test('a keyword among the names is told', () => {
  const taken = (name: string): FunctionSignature => ({ ...readNote, parameters: [{ name, type: 'string' }] });
  expect(languages.filter((language) => keywordIn(language, taken('range')) !== undefined)).toEqual(['go']);
  expect(languages.filter((language) => keywordIn(language, taken('new')) !== undefined)).toEqual([
    'javascript',
    'typescript',
    'java',
    'cpp',
  ]);
  expect(languages.filter((language) => keywordIn(language, taken('default_name')) !== undefined)).toEqual([]);
});
