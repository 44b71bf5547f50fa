import { type FunctionSignature, type Parameter, UserError, type ValueType } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from './signature.ts';

const types: Readonly<Partial<Record<ValueType, string>>> = {
  string: 'String',
  path: 'String',
  number: 'double',
  boolean: 'boolean',
  bytes: 'byte[]',
  json: 'Object',
  void: 'void',
};

/** What can be null has a class. */
const classes: Readonly<Record<string, string>> = { int: 'Integer', long: 'Long', double: 'Double', boolean: 'Boolean' };

/** Types of C that hold integers beyond an `int` of Java. */
const wideType = /^(?:u?int64_t|uint32_t|s?size_t|(?:unsigned )?long(?: long)?|unsigned(?: int)?)$/;

/** The Java type of an integer: `long` where its C type holds more than an `int`. */
export const javaInteger = (value: Omit<Parameter, 'name'>): 'int' | 'long' => (wideType.test(value.ctype ?? 'int') ? 'long' : 'int');

const typeOf = (signature: FunctionSignature, value: Omit<Parameter, 'name'>): string => {
  const type = value.type === 'integer' ? javaInteger(value) : value.type === 'integers' ? `${javaInteger(value)}[]` : types[value.type];
  if (type === undefined)
    throw new UserError(
      'interface-java',
      `The function '${signature.name}' can't be had in Java: '${value.type}' is a buffer of C. Return 'bytes' instead.`,
    );
  return value.nullable === true ? (classes[type] ?? type) : type;
};

const parameterType = (signature: FunctionSignature, parameter: Parameter): string => {
  if (parameter.type !== 'void') return typeOf(signature, parameter);
  throw new UserError('interface-java', `The parameter '${parameter.name}' of '${signature.name}' has type 'void'. Leave it out.`);
};

/** `public static String readNote(String folder, String name) throws Exception`: what goes wrong may be of any kind. Throws like `Declare`. */
export const javaDeclaration = (signature: FunctionSignature): string => {
  const parameters = signature.parameters.map((each) => `${parameterType(signature, each)} ${parameterNameIn('java', each)}`);
  return `public static ${typeOf(signature, signature.returns)} ${functionNameIn('java', signature)}(${parameters.join(', ')}) throws Exception`;
};
