import { type FunctionSignature, type Parameter, UserError } from '../core/index.ts';
import { functionNameIn } from './signature.ts';

/** Range of an integer type, as C expressions: the least value as `int64_t`, the greatest as `uint64_t`. */
type IntegerType = { readonly least: string; readonly most: string; readonly signed: boolean };

const signedType = (name: string): IntegerType => ({ least: `${name}_MIN`, most: `${name}_MAX`, signed: true });
const unsignedType = (name: string): IntegerType => ({ least: '0', most: `${name}_MAX`, signed: false });

const integerTypes: Readonly<Record<string, IntegerType>> = {
  'signed char': signedType('SCHAR'),
  'unsigned char': unsignedType('UCHAR'),
  short: signedType('SHRT'),
  'unsigned short': unsignedType('USHRT'),
  int: signedType('INT'),
  unsigned: unsignedType('UINT'),
  'unsigned int': unsignedType('UINT'),
  long: signedType('LONG'),
  'unsigned long': unsignedType('ULONG'),
  'long long': signedType('LLONG'),
  'unsigned long long': unsignedType('ULLONG'),
  int8_t: signedType('INT8'),
  int16_t: signedType('INT16'),
  int32_t: signedType('INT32'),
  int64_t: signedType('INT64'),
  uint8_t: unsignedType('UINT8'),
  uint16_t: unsignedType('UINT16'),
  uint32_t: unsignedType('UINT32'),
  uint64_t: unsignedType('UINT64'),
  size_t: unsignedType('SIZE'),
  ssize_t: { least: '(-SSIZE_MAX - 1)', most: 'SSIZE_MAX', signed: true },
};

const bufferTypes = ['char', 'unsigned char', 'uint8_t'];

/** The name of a function in C. */
export const cName = (signature: FunctionSignature): string => functionNameIn('c', signature);

const refuse = (signature: FunctionSignature, what: string, next: string): never => {
  throw new UserError('interface-c', `The function '${signature.name}' can't be had in C: ${what}. ${next}`);
};

/** Throws a UserError where `ctype` is no integer type that the harness knows. */
export const integerType = (signature: FunctionSignature, value: Omit<Parameter, 'name'>): { name: string; range: IntegerType } => {
  const name = value.ctype ?? 'int';
  const range = integerTypes[name];
  if (range === undefined) return refuse(signature, `'${name}' is no integer type`, `Use one of: ${Object.keys(integerTypes).join(', ')}.`);
  return { name, range };
};

export const bufferType = (signature: FunctionSignature, value: Omit<Parameter, 'name'>): string => {
  const name = value.ctype ?? 'uint8_t';
  return bufferTypes.includes(name)
    ? name
    : refuse(signature, `'${name}' is no element type of a buffer`, `Use one of: ${bufferTypes.join(', ')}.`);
};

/** The declarations that one parameter becomes: a buffer is a pointer and its size. */
export const cParameters = (signature: FunctionSignature, parameter: Parameter): readonly string[] => {
  const { name } = parameter;
  switch (parameter.type) {
    case 'string':
    case 'path':
      return [`const char *${name}`];
    case 'bytes':
      return [`const ${bufferType(signature, parameter)} *${name}`, `size_t ${name}_len`];
    case 'integer':
      return [`${integerType(signature, parameter).name} ${name}`];
    case 'integers':
      return [`const ${integerType(signature, parameter).name} *${name}`, `size_t ${name}_count`];
    case 'number':
      return [`double ${name}`];
    case 'boolean':
      return [`${parameter.ctype ?? 'bool'} ${name}`];
    case 'out-bytes':
      return [`${bufferType(signature, parameter)} *${name}`, `size_t ${name}_size`];
    case 'json':
    case 'void':
      return refuse(signature, `parameter '${name}' has type '${parameter.type}'`, 'Pass text, bytes, numbers or integers instead.');
  }
};

export const cReturnType = (signature: FunctionSignature): string => {
  const { returns } = signature;
  switch (returns.type) {
    case 'string':
      return 'char *';
    case 'integer':
      return integerType(signature, returns).name;
    case 'number':
      return 'double';
    case 'boolean':
      return returns.ctype ?? 'bool';
    case 'void':
      return 'void';
    default:
      return refuse(signature, `it returns '${returns.type}'`, "Return an integer and let the callee fill an 'out-bytes' parameter.");
  }
};

/**
 * The C declaration of a function, without the semicolon: what the prompt must ask for, and what the harness calls.
 * `bytes data` becomes `const uint8_t *data, size_t data_len`; `integers values` becomes `const int *values, size_t values_count`;
 * `out-bytes out` becomes `uint8_t *out, size_t out_size`, with the capacity in `out_size`.
 * Throws a UserError where a type can't be had in C.
 */
export const cPrototype = (signature: FunctionSignature): string => {
  const type = cReturnType(signature);
  const parameters = signature.parameters.flatMap((parameter) => cParameters(signature, parameter));
  const list = parameters.length === 0 ? 'void' : parameters.join(', ');
  return `${type}${type.endsWith('*') ? '' : ' '}${cName(signature)}(${list})`;
};
