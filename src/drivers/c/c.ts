import { readFileSync } from 'node:fs';
import type { FunctionSignature, JsonValue, TaskInterface } from '../../core/index.ts';
import { UserError } from '../../core/index.ts';
import type { LaunchRequest } from '../../sandboxes/sandbox.ts';
import type { Driver } from '../driver.ts';
import { hasPlainNames, shimOf } from './shim.ts';
import { cName } from './signature.ts';

export { cPrototype } from './signature.ts';
export { cTampering } from './tampering.ts';

/**
 * How candidates are compiled. Measured on 25 small bugs with gcc 12: without optimisation everything is found that -O1 and -O2
 * find, and a double free that they remove. Left out of `undefined`, because honest code does them without harm on every
 * machine we run on: misaligned loads, `byte << 24`, and memcpy of no bytes from NULL. Added: conversions that overflow.
 */
export const sanitizerFlags: readonly string[] = [
  '-fsanitize=address,undefined,float-cast-overflow',
  '-fno-sanitize=alignment,shift-base,nonnull-attribute',
  '-fno-sanitize-recover=all',
  '-fno-omit-frame-pointer',
];

/** A sanitizer ends the process with this exit code, by a direct system call that no handler can catch. */
export const sanitizerExitCode = 86;

/**
 * Leaks are not the question (and their detector needs ptrace). A huge allocation yields NULL, as malloc would, so that a
 * program which checks for it is not blamed. Signals of memory errors can't be taken over by the candidate.
 */
const asanOptions = [
  'detect_leaks=0',
  'abort_on_error=0',
  `exitcode=${sanitizerExitCode}`,
  'halt_on_error=1',
  'allocator_may_return_null=1',
  'max_allocation_size_mb=256',
  'detect_stack_use_after_return=1',
  'handle_segv=2',
  'handle_sigbus=2',
  'handle_sigfpe=2',
  'handle_sigill=2',
  'quarantine_size_mb=16',
  'malloc_context_size=6',
  'print_legend=0',
  'color=never',
].join(':');

const ubsanOptions = ['halt_on_error=1', 'abort_on_error=0', `exitcode=${sanitizerExitCode}`, 'print_stacktrace=0', 'color=never'].join(
  ':',
);

const environment = { ASAN_OPTIONS: asanOptions, UBSAN_OPTIONS: ubsanOptions };

const compileMs = 20_000;

/** Files and flags are part of the message that a compile error yields; more than this says nothing more. */
const detailLimit = 4_000;

const step = (...argv: readonly string[]): JsonValue => ({ argv: [...argv], timeoutMs: compileMs, detailLimit });

/**
 * Only these names of the candidate are seen by the harness and the sanitizer. Whatever else it defines (write, malloc,
 * memcpy, __asan_default_options, main) stays its own.
 */
const keepOnly = (names: readonly string[]): JsonValue =>
  step('objcopy', ...names.map((name) => `--keep-global-symbol=${name}`), 'candidate.o');

const compileCandidate = step('gcc', '-std=gnu11', '-g', '-O0', '-w', ...sanitizerFlags, '-c', 'candidate.c', '-o', 'candidate.o');

const librariesOf = (packages: readonly string[]): readonly string[] =>
  packages.map((name) => {
    if (/^[A-Za-z0-9][\w.+-]*$/.test(name)) return `-l${name}`;
    throw new UserError('package-name', `'${name}' is not the name of a C library. Give what follows -l, as in 'sqlite3'.`);
  });

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
  const inside = (name: string): string => readFileSync(new URL(`./inside/${name}`, import.meta.url), 'utf8');
  const harness = { 'json.c': inside('json.c'), 'arguments.c': inside('arguments.c'), 'harness.c': inside('harness.c') };
  const launchFunctions = (code: string, signatures: readonly FunctionSignature[], packages: readonly string[]): LaunchRequest => {
    const names = signatures.map(cName);
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
        build: [compileCandidate, keepOnly(['main']), link(['candidate.o'], packages)],
        command: ['/app/program'],
        load: null,
        environment,
        program: true,
      };
      return { runtime: 'exec', payload, packages: [] };
    },
  };
};
