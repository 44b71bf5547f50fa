import { describe, expect, it } from 'vitest';
import type { FunctionSignature, ValueType } from '../../src/core/index.ts';
import { typescriptDeclaration } from '../../src/signatures/typescript.ts';

const taking = (type: ValueType, returns: FunctionSignature['returns']): FunctionSignature => ({
  name: 'take_it',
  parameters: [{ name: 'the_value', type }],
  returns,
});

describe('a TypeScript declaration', () => {
  it.each<readonly [FunctionSignature, string]>([
    [taking('path', { type: 'string' }), 'export function takeIt(theValue: string): string'],
    [taking('bytes', { type: 'bytes', nullable: true }), 'export function takeIt(theValue: Uint8Array): Uint8Array | null'],
    [taking('integers', { type: 'json' }), 'export function takeIt(theValue: number[]): unknown'],
    [taking('integer', { type: 'void' }), 'export function takeIt(theValue: number): void'],
    [{ name: 'a', names: { typescript: 'Own' }, parameters: [], returns: { type: 'boolean' } }, 'export function Own(): boolean'],
  ])('is written as %#', (signature, expected) => {
    expect(typescriptDeclaration(signature)).toBe(expected);
  });

  it('is refused for a buffer of C', () => {
    expect(() => typescriptDeclaration(taking('out-bytes', { type: 'integer' }))).toThrow(/'out-bytes' is a buffer of C/);
  });
});
