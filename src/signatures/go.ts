import { type FunctionSignature, type Parameter, UserError, type ValueType } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from './signature.ts';

type Value = Omit<Parameter, 'name'>;

/** An `int` of Go holds what every narrower type of C does. */
const integerType = ({ ctype = 'int' }: Value): string => {
  if (/^(?:uint64_t|size_t|unsigned long(?: long)?)$/.test(ctype)) return 'uint64';
  return /^(?:int64_t|ssize_t|long(?: long)?)$/.test(ctype) ? 'int64' : 'int';
};

const types: Readonly<Partial<Record<ValueType, (value: Value) => string>>> = {
  string: () => 'string',
  path: () => 'string',
  integer: integerType,
  number: () => 'float64',
  boolean: () => 'bool',
  bytes: () => '[]byte',
  integers: (value) => `[]${integerType(value)}`,
  json: () => 'any',
};

/** What can be nil as it is; a pointer stands for what can't. */
const hasNil: readonly ValueType[] = ['bytes', 'integers', 'json'];

const typeOf = (signature: FunctionSignature, value: Value): string => {
  const type = types[value.type]?.(value);
  if (type === undefined)
    throw new UserError(
      'interface-go',
      `The function '${signature.name}' can't be had in Go: a value of type '${value.type}' can't be passed. Return 'bytes' instead.`,
    );
  return value.nullable === true && !hasNil.includes(value.type) ? `*${type}` : type;
};

/**
 * `func readNote(folder string, name string) (string, error)`; without a result `func clear(folder string) error`. What may be null is a
 * pointer, unless the type has a nil of its own. Throws a UserError `interface-go` for a type of C.
 */
export const goDeclaration = (signature: FunctionSignature): string => {
  const parameters = signature.parameters.map((each) => `${parameterNameIn('go', each)} ${typeOf(signature, each)}`);
  const results = signature.returns.type === 'void' ? 'error' : `(${typeOf(signature, signature.returns)}, error)`;
  return `func ${functionNameIn('go', signature)}(${parameters.join(', ')}) ${results}`;
};
