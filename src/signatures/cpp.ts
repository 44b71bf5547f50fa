import { type FunctionSignature, type Parameter, UserError } from '../core/index.ts';
import { bufferType, integerType } from './c.ts';
import { functionNameIn, parameterNameIn } from './signature.ts';

type Value = Omit<Parameter, 'name'>;

const refuse = (signature: FunctionSignature, what: string, next: string): never => {
  throw new UserError('interface-cpp', `The function '${signature.name}' can't be had in C++: ${what}. ${next}`);
};

/** The element type of bytes as C++ writes it. */
const elementOf = (signature: FunctionSignature, value: Value): string => {
  const type = bufferType(signature, value);
  return type === 'uint8_t' ? 'std::uint8_t' : type;
};

const numberType = (signature: FunctionSignature, value: Value): string | undefined => {
  switch (value.type) {
    case 'integer':
      return integerType(signature, value).name;
    case 'number':
      return 'double';
    case 'boolean':
      return value.ctype ?? 'bool';
    default:
      return undefined;
  }
};

const viewOf = (element: string): string => `std::span<const ${element}>`;
const reference = (type: string): string => `const ${type} &`;
const optional = (type: string): string => `std::optional<${type}>`;

/**
 * The types that one parameter becomes: an `out-bytes` is a pointer and its size, as in C; what may be null is a
 * `std::optional`. Throws a UserError where a type can't be had in C++.
 */
export const cppParameterTypes = (signature: FunctionSignature, parameter: Parameter): readonly string[] => {
  const nullable = parameter.nullable === true;
  const number = numberType(signature, parameter);
  if (number !== undefined) return [nullable ? optional(number) : number];
  switch (parameter.type) {
    case 'string':
    case 'path':
      return [reference(nullable ? optional('std::string') : 'std::string')];
    case 'bytes':
    case 'integers': {
      const view = viewOf(parameter.type === 'bytes' ? elementOf(signature, parameter) : integerType(signature, parameter).name);
      return [nullable ? optional(view) : view];
    }
    case 'out-bytes':
      return [`${bufferType(signature, parameter)} *`, 'size_t'];
    default:
      return refuse(signature, `parameter '${parameter.name}' has type '${parameter.type}'`, 'Pass text, bytes or numbers instead.');
  }
};

/** Throws like `cppParameterTypes`. */
export const cppReturnType = (signature: FunctionSignature): string => {
  const { returns } = signature;
  const owned = (): string => {
    switch (returns.type) {
      case 'string':
      case 'path':
        return 'std::string';
      case 'bytes':
        return `std::vector<${elementOf(signature, returns)}>`;
      case 'integers':
        return `std::vector<${integerType(signature, returns).name}>`;
      default:
        return refuse(signature, `it returns '${returns.type}'`, 'Return text, bytes or numbers instead.');
    }
  };
  if (returns.type === 'void') return 'void';
  const type = numberType(signature, returns) ?? owned();
  return returns.nullable === true ? optional(type) : type;
};

const joined = (type: string, name: string): string => (/[&*]$/.test(type) ? `${type}${name}` : `${type} ${name}`);

/**
 * `std::string read_note(const std::string &folder, const std::string &name)`: what the prompt asks for, and what the harness
 * calls. `bytes` become `std::span<const std::uint8_t>`; returned, they are a `std::vector`. Throws a UserError
 * `interface-cpp` where a type can't be had in C++.
 */
export const cppDeclaration = (signature: FunctionSignature): string => {
  const parameters = signature.parameters.flatMap((parameter) => {
    const name = parameterNameIn('cpp', parameter);
    return cppParameterTypes(signature, parameter).map((type, index) => joined(type, index === 0 ? name : `${name}_size`));
  });
  return `${joined(cppReturnType(signature), functionNameIn('cpp', signature))}(${parameters.join(', ')})`;
};

const headers: readonly (readonly [RegExp, string])[] = [
  [/\bsize_t\b/, 'cstddef'],
  [/\bu?int\d+_t\b/, 'cstdint'],
  [/std::optional\b/, 'optional'],
  [/std::span\b/, 'span'],
  [/std::string\b/, 'string'],
  [/\bssize_t\b/, 'sys/types.h'],
  [/std::vector\b/, 'vector'],
];

/** The standard headers that the declarations need: `['span', 'string']`. Throws like `cppDeclaration`. */
export const cppHeaders = (signatures: readonly FunctionSignature[]): readonly string[] => {
  const text = signatures.map(cppDeclaration).join('\n');
  return headers.flatMap(([pattern, header]) => (pattern.test(text) ? [header] : []));
};
