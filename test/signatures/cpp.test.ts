import { describe, expect, it } from 'vitest';
import type { FunctionSignature, Parameter } from '../../src/core/index.ts';
import { cppDeclaration, cppHeaders } from '../../src/signatures/cpp.ts';

type Type = Omit<Parameter, 'name'>;

const taking = (parameter: Type, returns: Type = { type: 'void' }): FunctionSignature => ({
  name: 'take_it',
  parameters: [{ ...parameter, name: 'the_value' }],
  returns,
});

describe('a C++ declaration', () => {
  it.each<readonly [FunctionSignature, string]>([
    [
      {
        name: 'readNote',
        parameters: [
          { name: 'folder', type: 'path' },
          { name: 'noteName', type: 'string' },
        ],
        returns: { type: 'string' },
      },
      'std::string read_note(const std::string &folder, const std::string &note_name)',
    ],
    [{ name: 'a', names: { cpp: 'Own' }, parameters: [], returns: { type: 'number' } }, 'double Own()'],
    [taking({ type: 'bytes' }, { type: 'bytes' }), 'std::vector<std::uint8_t> take_it(std::span<const std::uint8_t> the_value)'],
    [taking({ type: 'bytes', ctype: 'char' }, { type: 'boolean' }), 'bool take_it(std::span<const char> the_value)'],
    [taking({ type: 'integers', ctype: 'int64_t' }, { type: 'integers' }), 'std::vector<int> take_it(std::span<const int64_t> the_value)'],
    [taking({ type: 'integer', ctype: 'size_t' }), 'void take_it(size_t the_value)'],
    [taking({ type: 'out-bytes', ctype: 'char' }, { type: 'integer' }), 'int take_it(char *the_value, size_t the_value_size)'],
    [
      taking({ type: 'string', nullable: true }, { type: 'string', nullable: true }),
      'std::optional<std::string> take_it(const std::optional<std::string> &the_value)',
    ],
    [taking({ type: 'bytes', nullable: true }), 'void take_it(std::optional<std::span<const std::uint8_t>> the_value)'],
    [taking({ type: 'integer', nullable: true }), 'void take_it(std::optional<int> the_value)'],
  ])('is written as %#', (signature, expected) => {
    expect(cppDeclaration(signature)).toBe(expected);
  });

  it.each<readonly [FunctionSignature, RegExp]>([
    [taking({ type: 'json' }), /'take_it' can't be had in C\+\+: parameter 'the_value' has type 'json'/],
    [taking({ type: 'string' }, { type: 'json' }), /returns 'json'/],
    [taking({ type: 'integer', ctype: 'uint128_t' }), /'uint128_t' is no integer type/],
  ])('is refused where C++ has no such type', (signature, message) => {
    expect(() => cppDeclaration(signature)).toThrow(message);
  });

  it('names the headers that it needs', () => {
    expect(cppHeaders([taking({ type: 'bytes' }, { type: 'string' })])).toEqual(['cstdint', 'span', 'string']);
    expect(cppHeaders([taking({ type: 'integer' }), taking({ type: 'out-bytes' }, { type: 'integers' })])).toEqual([
      'cstddef',
      'cstdint',
      'vector',
    ]);
    expect(cppHeaders([taking({ type: 'integer' })])).toEqual([]);
  });
});
