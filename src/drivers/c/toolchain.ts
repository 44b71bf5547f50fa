import { readFileSync } from 'node:fs';
import { type JsonValue, UserError } from '../../core/index.ts';

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

/** For the candidate as it runs. */
export const environment = { ASAN_OPTIONS: asanOptions, UBSAN_OPTIONS: ubsanOptions };

const compileMs = 60_000;

/** Files and flags are part of the message that a compile error yields; more than this says nothing more. */
const detailLimit = 4_000;

/** One step of a build inside the box; the session's own limit on loading is mostly shorter. */
export const step = (...argv: readonly string[]): JsonValue => ({ argv: [...argv], timeoutMs: compileMs, detailLimit });

/** Throws a UserError where a name is none of a library. */
export const librariesOf = (packages: readonly string[]): readonly string[] =>
  packages.map((name) => {
    if (/^[A-Za-z0-9][\w.+-]*$/.test(name)) return `-l${name}`;
    throw new UserError('package-name', `'${name}' is not the name of a C library. Give what follows -l, as in 'sqlite3'.`);
  });

/** The harness that is linked to the candidate: the same for C and C++. */
export const harnessFiles = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['system.h', 'json.c', 'arguments.c', 'harness.c'].map((name) => [
      name,
      readFileSync(new URL(`./inside/${name}`, import.meta.url), 'utf8'),
    ]),
  );
