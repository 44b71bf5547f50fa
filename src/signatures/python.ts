import { type FunctionSignature, type Parameter, UserError, type ValueType } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from './signature.ts';

const types: Readonly<Partial<Record<ValueType, string>>> = {
  string: 'str',
  path: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  bytes: 'bytes',
  integers: 'list[int]',
  json: 'Any',
  void: 'None',
};

const typeOf = (signature: FunctionSignature, value: Omit<Parameter, 'name'>): string => {
  const type = types[value.type];
  if (type === undefined)
    throw new UserError(
      'interface-python',
      `The function '${signature.name}' can't be had in Python: '${value.type}' is a buffer of C. Return 'bytes' instead.`,
    );
  return value.nullable === true ? `${type} | None` : type;
};

/** `def read_note(folder: str, name: str) -> str`, without the colon. Throws like `Declare`. */
export const pythonDeclaration = (signature: FunctionSignature): string => {
  const parameters = signature.parameters.map((each) => `${parameterNameIn('python', each)}: ${typeOf(signature, each)}`);
  return `def ${functionNameIn('python', signature)}(${parameters.join(', ')}) -> ${typeOf(signature, signature.returns)}`;
};
