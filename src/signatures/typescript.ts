import { type FunctionSignature, type Parameter, UserError, type ValueType } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from './signature.ts';

const types: Readonly<Partial<Record<ValueType, string>>> = {
  string: 'string',
  path: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  bytes: 'Uint8Array',
  integers: 'number[]',
  json: 'unknown',
  void: 'void',
};

const typeOf = (signature: FunctionSignature, value: Omit<Parameter, 'name'>): string => {
  const type = types[value.type];
  if (type === undefined)
    throw new UserError(
      'interface-typescript',
      `The function '${signature.name}' can't be had in TypeScript: '${value.type}' is a buffer of C. Return 'bytes' instead.`,
    );
  return value.nullable === true && value.type !== 'json' ? `${type} | null` : type;
};

/** `export function readNote(folder: string, name: string): string`. Throws a UserError `interface-typescript` for a type of C. */
export const typescriptDeclaration = (signature: FunctionSignature): string => {
  const parameters = signature.parameters.map((each) => `${parameterNameIn('typescript', each)}: ${typeOf(signature, each)}`);
  return `export function ${functionNameIn('typescript', signature)}(${parameters.join(', ')}): ${typeOf(signature, signature.returns)}`;
};
