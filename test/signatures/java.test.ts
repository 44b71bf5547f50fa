import { describe, expect, it } from 'vitest';
import type { FunctionSignature } from '../../src/core/index.ts';
import { javaDeclaration } from '../../src/signatures/java.ts';

const of = (
  parameters: FunctionSignature['parameters'],
  returns: FunctionSignature['returns'],
  names?: FunctionSignature['names'],
): string => javaDeclaration({ name: 'read_note', parameters, returns, ...(names === undefined ? {} : { names }) });

describe('javaDeclaration', () => {
  it('writes names in the custom of Java', () => {
    const folder = { name: 'folder_name', type: 'path' } as const;
    expect(of([folder, { name: 'name', type: 'string' }], { type: 'string' })).toBe(
      'public static String readNote(String folderName, String name) throws Exception',
    );
  });

  it('takes the name that the task states', () => {
    expect(of([], { type: 'void' }, { java: 'loadNote' })).toBe('public static void loadNote() throws Exception');
  });

  it.each([
    [{ type: 'integer' }, 'int'],
    [{ type: 'integer', ctype: 'uint16_t' }, 'int'],
    [{ type: 'integer', ctype: 'uint32_t' }, 'long'],
    [{ type: 'integer', ctype: 'size_t' }, 'long'],
    [{ type: 'integer', ctype: 'int64_t', nullable: true }, 'Long'],
    [{ type: 'integer', nullable: true }, 'Integer'],
    [{ type: 'integers' }, 'int[]'],
    [{ type: 'integers', ctype: 'unsigned long', nullable: true }, 'long[]'],
    [{ type: 'number' }, 'double'],
    [{ type: 'number', nullable: true }, 'Double'],
    [{ type: 'boolean' }, 'boolean'],
    [{ type: 'bytes' }, 'byte[]'],
    [{ type: 'json' }, 'Object'],
    [{ type: 'string', nullable: true }, 'String'],
  ] as const)('writes %j as %s', (value, type) => {
    expect(of([{ name: 'value', ...value }], value)).toBe(`public static ${type} readNote(${type} value) throws Exception`);
  });

  it.each(['out-bytes', 'void'] as const)('refuses a parameter of type %s', (type) => {
    expect(() => of([{ name: 'out', type }], { type: 'integer' })).toThrow(expect.objectContaining({ code: 'interface-java' }));
  });
});
