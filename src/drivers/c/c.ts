import type { FunctionSignature, JsonValue, TaskInterface } from '../../core/index.ts';
import { UserError } from '../../core/index.ts';
import type { LaunchRequest } from '../../sandboxes/sandbox.ts';
import { cName } from '../../signatures/c.ts';
import type { Driver } from '../driver.ts';
import { hasPlainNames, linkedName, shimOf } from './shim.ts';
import { environment, harnessFiles, librariesOf, sanitizerFlags, step } from './toolchain.ts';

export { cPrototype } from '../../signatures/c.ts';
export { cTampering } from './tampering.ts';
export { sanitizerExitCode, sanitizerFlags } from './toolchain.ts';

/**
 * Only these names of the candidate are seen by the harness and the sanitizer, under those that the harness calls. Whatever
 * else it defines (write, malloc, memcpy, __asan_default_options, main) stays its own.
 */
const keepOnly = (names: readonly { readonly name: string; readonly linked: string }[]): JsonValue =>
  step(
    'objcopy',
    ...names.flatMap(({ name, linked }) => [`--redefine-sym=${name}=${linked}`, `--keep-global-symbol=${linked}`]),
    'candidate.o',
  );

const compileCandidate = step('gcc', '-std=gnu11', '-g', '-O0', '-w', ...sanitizerFlags, '-c', 'candidate.c', '-o', 'candidate.o');

const checked = (signature: FunctionSignature): FunctionSignature => {
  if (hasPlainNames(signature)) return signature;
  throw new UserError('interface-name', `The function '${signature.name}' or a parameter of it has a name that is not a C identifier.`);
};

const link = (objects: readonly string[], packages: readonly string[]): JsonValue =>
  step('gcc', ...sanitizerFlags, ...objects, '-o', 'program', ...librariesOf(packages), '-lm', '-lpthread');

/**
 * Compiles the candidate alone with the address and undefined-behaviour sanitizers, and links it to a harness that serves
 * calls. A program (`command`) is linked alone.
 */
export const c = (): Driver => {
  const harness = harnessFiles();
  const launchFunctions = (code: string, signatures: readonly FunctionSignature[], packages: readonly string[]): LaunchRequest => {
    const names = signatures.map((signature, index) => ({ name: cName(signature), linked: linkedName(index) }));
    const payload = {
      files: { ...harness, 'candidate.c': code, 'shim.c': shimOf(signatures.map(checked)) },
      build: [
        compileCandidate,
        keepOnly(names),
        step('gcc', '-std=gnu11', '-O0', '-fno-builtin', '-c', 'shim.c', '-o', 'shim.o'),
        link(['shim.o', 'candidate.o'], packages),
      ],
      command: ['/app/program'],
      load: null,
      environment,
    };
    return { runtime: 'exec', payload, packages: [] };
  };
  return {
    language: 'c',
    summary: 'C11 by gcc with the address and undefined-behaviour sanitizers: functions, programs',
    functionName(name: string, taskInterface: TaskInterface) {
      const signature = taskInterface.kind === 'function' ? taskInterface.functions.find((each) => each.name === name) : undefined;
      return signature === undefined ? name : cName(signature);
    },
    launch(code, taskInterface, packages) {
      if (taskInterface.kind === 'function') return launchFunctions(code, taskInterface.functions, packages);
      if (taskInterface.kind === 'http') {
        throw new UserError(
          'interface-c',
          "A web service can't be had in C: no framework is supported. Leave C out of the task's languages.",
        );
      }
      const payload = {
        files: { 'candidate.c': code },
        build: [compileCandidate, keepOnly([{ name: 'main', linked: 'main' }]), link(['candidate.o'], packages)],
        command: ['/app/program'],
        load: null,
        environment,
        program: true,
      };
      return { runtime: 'exec', payload, packages: [] };
    },
  };
};
