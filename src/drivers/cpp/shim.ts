import type { FunctionSignature, Parameter } from '../../core/index.ts';
import { bufferType, integerType } from '../../signatures/c.ts';
import { cppHeaders, cppParameterTypes, cppReturnType } from '../../signatures/cpp.ts';
import { functionNameIn } from '../../signatures/signature.ts';

export const cppName = (signature: FunctionSignature): string => functionNameIn('cpp', signature);

/** Statements that read argument `index` into C++ variables, and the expressions to pass. */
type Taken = { readonly statements: string; readonly passed: readonly string[] };

/** Statements that make `into` from the JSON value `value`; `index` keeps their names apart. */
const takePlain = (signature: FunctionSignature, parameter: Parameter, index: number): { statements: string; made: string } => {
  const value = `args[${index}]`;
  const at = `v${index}`;
  switch (parameter.type) {
    case 'bytes': {
      const type = bufferType(signature, parameter);
      return {
        statements: `size_t n${index}; const auto *${at} = (const ${type} *)take_bytes(${value}, false, &n${index});`,
        made: `std::span<const ${type}>(${at}, n${index})`,
      };
    }
    case 'integer': {
      const { name, range } = integerType(signature, parameter);
      return { statements: '', made: `(${name})take_integer(${value}, ${range.least}, ${range.most})` };
    }
    case 'integers': {
      const { name, range } = integerType(signature, parameter);
      const statements = `TAKE_INTEGERS(${value}, false, ${name}, ${range.least}, ${range.most}, ${at}, n${index})`;
      return { statements, made: `std::span<const ${name}>(${at}, n${index})` };
    }
    case 'number':
      return { statements: '', made: `take_number(${value})` };
    case 'boolean':
      return { statements: '', made: `take_boolean(${value})` };
    default:
      return { statements: `check_text(${value});`, made: `std::string(${value}->text, ${value}->size)` };
  }
};

const takeParameter = (signature: FunctionSignature, parameter: Parameter, index: number): Taken => {
  const at = `a${index}`;
  if (parameter.type === 'out-bytes') {
    const type = bufferType(signature, parameter);
    return {
      statements: `size_t n${index}; auto *${at} = (${type} *)take_buffer(args[${index}], &n${index});`,
      passed: [at, `n${index}`],
    };
  }
  const [type = ''] = cppParameterTypes(signature, parameter);
  const { statements, made } = takePlain(signature, parameter, index);
  const isText = parameter.type === 'string' || parameter.type === 'path';
  // On the heap for good: a function may keep what it was given, and reading beside it is seen.
  const kept = type.replace(/^const | &$/g, '');
  const nullable = parameter.nullable === true;
  const lines = [
    `auto &${at} = *new ${kept}${nullable ? '' : `(${made})`};`,
    ...(nullable ? [`${at}.emplace(${made});`] : []),
    ...(isText ? [`guard(${nullable ? `*${at}` : at});`] : []),
  ];
  if (!nullable) return { statements: [statements, ...lines].join('\n  '), passed: [at] };
  const [declaration = '', ...filled] = lines;
  return {
    statements: `${declaration}\n  if (args[${index}]->kind != JSON_NULL) {\n    ${[statements, ...filled].join('\n    ')}\n  }`,
    passed: [at],
  };
};

const putResult = (signature: FunctionSignature, result: string): string => {
  const { returns } = signature;
  switch (returns.type) {
    case 'string':
    case 'path':
      return `put_characters(${result}.data(), ${result}.size());`;
    case 'bytes':
      return `put_base64((const unsigned char *)${result}.data(), ${result}.size());`;
    case 'integer':
      return integerType(signature, returns).range.signed ? `put_signed(${result});` : `put_unsigned(${result});`;
    case 'integers': {
      const put = integerType(signature, returns).range.signed ? 'put_signed' : 'put_unsigned';
      return `put_text("[");\n  for (size_t at = 0; at < ${result}.size(); at += 1) { if (at > 0) put_text(","); ${put}(${result}[at]); }\n  put_text("]");`;
    }
    case 'number':
      return `put_number(${result});`;
    case 'boolean':
      return `put_text(${result} ? "true" : "false");`;
    default:
      return 'put_text("null");';
  }
};

const putAnswer = (signature: FunctionSignature): string => {
  const nullable = signature.returns.nullable === true && signature.returns.type !== 'void';
  const result = nullable
    ? `if (!result.has_value()) put_text("null");\n  else { ${putResult(signature, '(*result)')} }`
    : putResult(signature, 'result');
  const buffers = signature.parameters.flatMap((parameter, index) =>
    parameter.type === 'out-bytes'
      ? [`put_text(",\\"${parameter.name}\\":");\n  put_base64((const unsigned char *)a${index}, n${index});`]
      : [],
  );
  return buffers.length === 0 ? result : ['put_text("{\\"return\\":");', result, ...buffers, 'put_text("}");'].join('\n  ');
};

const callerOf = (signature: FunctionSignature, index: number): string => {
  const taken = signature.parameters.map((parameter, position) => takeParameter(signature, parameter, position));
  const call = `::${cppName(signature)}(${taken.flatMap((each) => each.passed).join(', ')})`;
  const invoked = signature.returns.type === 'void' ? `${call};` : `auto &result = *new ${cppReturnType(signature)}(${call});`;
  const body = [...taken.map((each) => each.statements), invoked, putAnswer(signature)].join('\n  ');
  return `static void call_${index}(const Value *const *args) {\n  (void)args;\n  ${body}\n}\n`;
};

const typeListOf = (signature: FunctionSignature): readonly string[] =>
  signature.parameters.flatMap((parameter) => cppParameterTypes(signature, parameter));

const typesOf = (signature: FunctionSignature): string => typeListOf(signature).join(', ');

const head = [
  '#include "system.h"',
  '#include "runtime.cpp"',
  'extern "C" void __asan_poison_memory_region(const volatile void *address, size_t size);',
];

/**
 * The C++ file that makes the harness call these functions. They are declared weak, so that a missing one is told at load
 * instead of failing the link. The harness has a namespace of its own: a function of the task may have any name.
 * Throws a UserError where a type can't be had in C++.
 */
export const cppShimOf = (signatures: readonly FunctionSignature[]): string => {
  const declarations = signatures.map(
    (signature) => `extern __attribute__((weak)) ${cppReturnType(signature)} ${cppName(signature)}(${typesOf(signature)});`,
  );
  const entries = signatures.map((signature, index) => {
    const pointer = `(${cppReturnType(signature)} (*)(${typesOf(signature)}))&::${cppName(signature)}`;
    return `    {"${cppName(signature)}", ${signature.parameters.length}, (${pointer}) != nullptr, guarded<call_${index}>},`;
  });
  return [
    ...head,
    ...cppHeaders(signatures).map((header) => `#include <${header}>`),
    ...declarations,
    'namespace fathom_harness {',
    '#include "harness.c"',
    '#include "values.cpp"',
    ...signatures.map(callerOf),
    'static int serve_all() {',
    '  const Entry entries[] = {',
    ...entries,
    '  };',
    '  return run(entries, sizeof entries / sizeof *entries);',
    '}',
    '}',
    'int main() {',
    '  fathom_runtime::reports_to = fathom_harness::keep_reports();',
    '  return fathom_harness::serve_all();',
    '}\n',
  ].join('\n');
};

/** Names are identifiers of the generated file; those of buffers also keys of the answer. */
export const hasPlainNames = (signature: FunctionSignature): boolean =>
  [cppName(signature), ...signature.parameters.map(({ name }) => name)].every((name) => /^[A-Za-z_]\w*$/.test(name));

/**
 * Lines to follow the candidate: they make a function of another result a compile error. The linker does not see to that,
 * because names of functions hold the types of parameters only. Where a function is missing they say nothing.
 */
export const cppChecksOf = (signatures: readonly FunctionSignature[]): string => {
  const functions = signatures.map((signature) => ({
    name: cppName(signature),
    type: cppReturnType(signature),
    types: typesOf(signature),
    given: typeListOf(signature).map((each) => `fathom_check::given<${each}>()`),
  }));
  return [
    '\n',
    ...cppHeaders(signatures).map((header) => `#include <${header}>`),
    'namespace fathom_check {',
    'struct absent {};',
    'template <typename, typename> inline constexpr bool right = false;',
    'template <typename Type> inline constexpr bool right<Type, Type> = true;',
    'template <typename Type> inline constexpr bool right<absent, Type> = true;',
    'template <typename Type> Type given();',
    '}',
    'namespace fathom_absent {',
    ...functions.map(({ name, types }) => `template <int = 0> fathom_check::absent ${name}(${types});`),
    '}',
    'using namespace fathom_absent;',
    ...functions.map(
      ({ name, type, given }) =>
        `static_assert(fathom_check::right<decltype(${name}(${given.join(', ')})), ${type}>, "${name} must return ${type}");`,
    ),
    '',
  ].join('\n');
};
