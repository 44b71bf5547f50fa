import { type FunctionSignature, type Parameter, UserError, type ValueType } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from './signature.ts';

const types: Readonly<Partial<Record<ValueType, string>>> = {
  string: 'string',
  path: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  bytes: 'Buffer',
  integers: 'number[]',
  json: 'any',
  void: 'void',
};

/** The type as a JSDoc comment names it: `Buffer`, `number[]`. Throws like `Declare`. */
export const javascriptType = (signature: FunctionSignature, value: Omit<Parameter, 'name'>): string => {
  const type = types[value.type];
  if (type === undefined)
    throw new UserError(
      'interface-javascript',
      `The function '${signature.name}' can't be had in JavaScript: '${value.type}' is a buffer of C. Return 'bytes' instead.`,
    );
  return value.nullable === true ? `${type} | null` : type;
};

/** `function readNote(folder, name)`. Throws like `Declare`. */
export const javascriptDeclaration = (signature: FunctionSignature): string => {
  for (const value of [...signature.parameters, signature.returns]) javascriptType(signature, value);
  const parameters = signature.parameters.map((each) => parameterNameIn('javascript', each));
  return `function ${functionNameIn('javascript', signature)}(${parameters.join(', ')})`;
};
