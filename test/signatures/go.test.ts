import { describe, expect, it } from 'vitest';
import type { FunctionSignature } from '../../src/core/index.ts';
import { goDeclaration } from '../../src/signatures/go.ts';

const of = (
  parameters: FunctionSignature['parameters'],
  returns: FunctionSignature['returns'],
  names?: FunctionSignature['names'],
): string => goDeclaration({ name: 'read_note', parameters, returns, ...(names === undefined ? {} : { names }) });

describe('goDeclaration', () => {
  it('writes names in the custom of Go, and an error beside the result', () => {
    const folder = { name: 'folder_name', type: 'path' } as const;
    expect(of([folder, { name: 'name', type: 'string' }], { type: 'string' })).toBe(
      'func readNote(folderName string, name string) (string, error)',
    );
  });

  it('yields an error alone where there is no result', () => {
    expect(of([], { type: 'void' })).toBe('func readNote() error');
  });

  it('takes the name that the task states', () => {
    expect(of([], { type: 'integer' }, { go: 'LoadNote' })).toBe('func LoadNote() (int, error)');
  });

  it.each([
    [{ type: 'integer' }, 'int'],
    [{ type: 'integer', ctype: 'uint8_t' }, 'int'],
    [{ type: 'integer', ctype: 'int64_t' }, 'int64'],
    [{ type: 'integer', ctype: 'size_t' }, 'uint64'],
    [{ type: 'integer', nullable: true }, '*int'],
    [{ type: 'integers' }, '[]int'],
    [{ type: 'integers', ctype: 'long' }, '[]int64'],
    [{ type: 'number' }, 'float64'],
    [{ type: 'boolean' }, 'bool'],
    [{ type: 'bytes' }, '[]byte'],
    [{ type: 'bytes', nullable: true }, '[]byte'],
    [{ type: 'json' }, 'any'],
    [{ type: 'json', nullable: true }, 'any'],
    [{ type: 'string', nullable: true }, '*string'],
  ] as const)('writes %j as %s', (value, type) => {
    expect(of([{ name: 'value', ...value }], value)).toBe(`func readNote(value ${type}) (${type}, error)`);
  });

  it.each(['out-bytes', 'void'] as const)('refuses a parameter of type %s', (type) => {
    expect(() => of([{ name: 'out', type }], { type: 'integer' })).toThrow(expect.objectContaining({ code: 'interface-go' }));
  });
});
