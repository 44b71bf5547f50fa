import { readFileSync } from 'node:fs';
import { type FunctionSignature, type JsonValue, type TaskInterface, UserError } from '../../core/index.ts';
import type { LaunchRequest } from '../../sandboxes/sandbox.ts';
import { environment, harnessFiles, librariesOf, sanitizerFlags, step } from '../c/toolchain.ts';
import type { Driver } from '../driver.ts';
import { cppChecksOf, cppName, cppShimOf, hasPlainNames } from './shim.ts';

export { cppTampering } from './tampering.ts';

/**
 * As C is compiled, and with the checks of the C++ library, because the sanitizers don't see an index beyond the end of a
 * text or vector whose block is larger. Line numbers are all that is needed of debug information.
 */
const cppFlags = ['-std=gnu++20', '-g1', '-O0', '-w', ...sanitizerFlags, '-D_GLIBCXX_ASSERTIONS', '-D_GLIBCXX_SANITIZE_VECTOR'];

const compileCandidate = step('g++', ...cppFlags, '-c', 'candidate.cpp', '-o', 'candidate.o');

const compileOwn = (name: string): JsonValue =>
  step('g++', '-std=gnu++20', '-O0', '-w', '-fno-builtin', '-c', `${name}.cpp`, '-o', `${name}.o`);

/**
 * Only these names of the candidate are seen by the harness, the library and the sanitizers. Sections that the linker
 * would share between object files become the candidate's own first: what it includes may have been changed by its macros.
 */
const keepOnly = (patterns: readonly string[]): readonly JsonValue[] => [
  step('ld', '-r', '--force-group-allocation', 'candidate.o', '-o', 'alone.o'),
  step('objcopy', '--wildcard', ...patterns.map((pattern) => `--keep-global-symbol=${pattern}`), 'alone.o'),
];

const link = (objects: readonly string[], packages: readonly string[]): JsonValue =>
  step('g++', ...sanitizerFlags, ...objects, '-o', 'program', ...librariesOf(packages), '-lm', '-lpthread');

/** Functions outside of every namespace, of whatever parameters: the linker sees to those. */
const mangled = (name: string): string => `_Z${name.length}${name}*`;

const checked = (signature: FunctionSignature): FunctionSignature => {
  if (hasPlainNames(signature)) return signature;
  throw new UserError('interface-name', `The function '${signature.name}' or a parameter of it has a name that is not a C++ identifier.`);
};

/**
 * Compiles the candidate alone, with the sanitizers that C has, and links it to the harness of C. An exception out of a
 * call is raised. A program (`command`) is linked without the harness.
 */
export const cpp = (): Driver => {
  const inside = (name: string): string => readFileSync(new URL(`./inside/${name}`, import.meta.url), 'utf8');
  const [runtime, values, harness] = [inside('runtime.cpp'), inside('values.cpp'), harnessFiles()];
  const request = (
    files: Readonly<Record<string, string>>,
    build: readonly JsonValue[],
    more: Record<string, JsonValue>,
  ): LaunchRequest => {
    const payload = { files, build: [...build], command: ['/app/program'], load: null, environment, ...more };
    return { runtime: 'exec', payload, packages: [] };
  };
  return {
    language: 'cpp',
    summary: 'C++20 by g++ with the address and undefined-behaviour sanitizers: functions, programs',
    functionName(name: string, taskInterface: TaskInterface) {
      const signature = taskInterface.kind === 'function' ? taskInterface.functions.find((each) => each.name === name) : undefined;
      return signature === undefined ? name : cppName(signature);
    },
    launch(code, taskInterface, packages) {
      if (taskInterface.kind === 'http') {
        throw new UserError(
          'interface-cpp',
          "A web service can't be had in C++: no framework is supported. Leave C++ out of the task's languages.",
        );
      }
      if (taskInterface.kind === 'command') {
        const files = { 'candidate.cpp': code, 'runtime.cpp': runtime };
        const build = [compileCandidate, ...keepOnly(['main']), compileOwn('runtime'), link(['runtime.o', 'alone.o'], packages)];
        return request(files, build, { program: true });
      }
      const signatures = taskInterface.functions.map(checked);
      const own = { ...harness, 'runtime.cpp': runtime, 'values.cpp': values, 'shim.cpp': cppShimOf(signatures) };
      const build = [
        compileCandidate,
        ...keepOnly(signatures.map((signature) => mangled(cppName(signature)))),
        compileOwn('shim'),
        link(['shim.o', 'alone.o'], packages),
      ];
      return request({ ...own, 'candidate.cpp': code + cppChecksOf(signatures) }, build, {});
    },
  };
};
