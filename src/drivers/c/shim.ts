import type { FunctionSignature, Parameter } from '../../core/index.ts';
import { bufferType, cName, cParameters, cPrototype, integerType } from '../../signatures/c.ts';

/** Statements that read argument `index` into C variables, and the expressions to pass. */
type Taken = { readonly statements: string; readonly passed: readonly string[] };

const takeParameter = (signature: FunctionSignature, parameter: Parameter, index: number): Taken => {
  const nullable = parameter.nullable === true ? 'true' : 'false';
  const value = `args[${index}]`;
  const at = `a${index}`;
  switch (parameter.type) {
    case 'bytes': {
      const type = bufferType(signature, parameter);
      const statements = `size_t n${index};\n  const ${type} *${at} = (const ${type} *)take_bytes(${value}, ${nullable}, &n${index});`;
      return { statements, passed: [at, `n${index}`] };
    }
    case 'integer': {
      const { name, range } = integerType(signature, parameter);
      return { statements: `${name} ${at} = (${name})take_integer(${value}, ${range.least}, ${range.most});`, passed: [at] };
    }
    case 'integers': {
      const { name, range } = integerType(signature, parameter);
      const statements = `TAKE_INTEGERS(${value}, ${nullable}, ${name}, ${range.least}, ${range.most}, ${at}, n${index})`;
      return { statements, passed: [at, `n${index}`] };
    }
    case 'number':
      return { statements: `double ${at} = take_number(${value});`, passed: [at] };
    case 'boolean':
      return { statements: `bool ${at} = take_boolean(${value});`, passed: [at] };
    case 'out-bytes': {
      const type = bufferType(signature, parameter);
      return { statements: `size_t n${index};\n  ${type} *${at} = take_buffer(${value}, &n${index});`, passed: [at, `n${index}`] };
    }
    default:
      return { statements: `const char *${at} = take_string(${value}, ${nullable});`, passed: [at] };
  }
};

const putResult = (signature: FunctionSignature): string => {
  const { returns } = signature;
  switch (returns.type) {
    case 'string':
      return 'put_string(result);';
    case 'integer':
      return integerType(signature, returns).range.signed ? 'put_signed(result);' : 'put_unsigned(result);';
    case 'number':
      return 'put_number(result);';
    case 'boolean':
      return 'put_text(result ? "true" : "false");';
    default:
      return 'put_text("null");';
  }
};

/** The answer: the result, or, with buffers that the callee fills, an object of the result and each whole buffer. */
const putAnswer = (signature: FunctionSignature): string => {
  const buffers = signature.parameters.flatMap((parameter, index) =>
    parameter.type === 'out-bytes'
      ? [`put_text(",\\"${parameter.name}\\":");\n  put_base64((const unsigned char *)a${index}, n${index});`]
      : [],
  );
  const result = putResult(signature);
  return buffers.length === 0 ? result : ['put_text("{\\"return\\":");', result, ...buffers, 'put_text("}");'].join('\n  ');
};

/**
 * The name that the candidate's object file gets for the function at `index`. Its own may be one of the harness or of the
 * library: `run`, `read`.
 */
export const linkedName = (index: number): string => `fathom_candidate_${index}`;

const callerOf = (signature: FunctionSignature, index: number): string => {
  const taken = signature.parameters.map((parameter, position) => takeParameter(signature, parameter, position));
  const statements = taken.map((each) => each.statements);
  const call = `${linkedName(index)}(${taken.flatMap((each) => each.passed).join(', ')});`;
  const type = signature.returns.type;
  const invoked = type === 'void' ? call : `__auto_type result = ${call}`;
  const body = [...statements, invoked, putAnswer(signature)].join('\n  ');
  return `static void call_${index}(const Value *const *args) {\n  (void)args;\n  ${body}\n}\n`;
};

/**
 * The C file that makes the harness call these functions. They are declared weak, so that a missing one is told at load
 * instead of failing the link. Throws a UserError where a type can't be had in C.
 */
export const shimOf = (signatures: readonly FunctionSignature[]): string => {
  const declarations = signatures.map(
    (signature, index) => `extern __attribute__((weak)) ${cPrototype({ ...signature, names: { c: linkedName(index) } })};`,
  );
  const entries = signatures.map((signature, index) => {
    const count = signature.parameters.length;
    return `    {"${cName(signature)}", ${count}, ${linkedName(index)} != NULL, call_${index}},`;
  });
  return [
    '#include "harness.c"\n',
    ...declarations,
    '',
    ...signatures.map(callerOf),
    'int main(void) {',
    '  const Entry entries[] = {',
    ...entries,
    '  };',
    '  keep_reports();',
    '  return run(entries, sizeof entries / sizeof *entries);',
    '}\n',
  ].join('\n');
};

/** Names of parameters are C identifiers of the generated file; those of buffers also keys of the answer. */
export const hasPlainNames = (signature: FunctionSignature): boolean =>
  [cName(signature), ...signature.parameters.map((parameter) => parameter.name)].every((name) => /^[A-Za-z_]\w*$/.test(name)) &&
  signature.parameters.every((parameter) => cParameters(signature, parameter).length > 0);
