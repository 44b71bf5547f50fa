import type { CweId } from '../core/index.ts';

/** What a sanitizer said on stderr. Same shape as the sandbox's SanitizerReport. */
export type SanitizerFacts = {
  /** `address` or `undefined`. */
  readonly sanitizer: string;
  /**
   * The address sanitizer's own word, and the access where it told: `heap-buffer-overflow READ`, `double-free`,
   * `SEGV null READ` (on the first page). For undefined behaviour clang's name of the check: `signed-integer-overflow`.
   */
  readonly error: string;
  /** One line without addresses, so that equal mistakes read equal. */
  readonly summary: string;
  /** Line of the candidate's file, where the innermost frame in it is known. */
  readonly line?: number;
};

/** The name under which the drivers compile the candidate. */
const candidateLine = /(?:^|[\s/])candidate\.c(?:pp)?:(\d+)/m;

/** What the header says in words, and the tool's summary in one. */
const wordings: readonly (readonly [RegExp, string])[] = [
  [/^attempting double-free/, 'double-free'],
  [/^attempting free on address/, 'bad-free'],
  [/^attempting to call malloc_usable_size/, 'bad-malloc_usable_size'],
  [/^requested allocation size/, 'allocation-size-too-big'],
  [/^calloc parameters overflow/, 'calloc-overflow'],
  [/^reallocarray parameters overflow/, 'reallocarray-overflow'],
  [/^pvalloc parameters overflow/, 'pvalloc-overflow'],
  [/^specified RSS limit exceeded/, 'rss-limit-exceeded'],
  [/^allocator is out of memory/, 'out-of-memory'],
  [/^(?:memcpy|memmove|strcpy|strcat|strncpy|strncat|\w+)-param-overlap/, 'param-overlap'],
];

/** Ordered: the first that matches names the check. */
const checks: readonly (readonly [RegExp, string])[] = [
  [/^signed integer overflow|^negation of|^division of .* by -1 cannot/, 'signed-integer-overflow'],
  [/^unsigned integer overflow/, 'unsigned-integer-overflow'],
  [/^division by zero/, 'integer-divide-by-zero'],
  [/^shift exponent/, 'shift-exponent'],
  [/^left shift of/, 'shift-base'],
  [/^index .* out of bounds/, 'bounds'],
  [/null pointer/, 'null'],
  [/^variable length array bound/, 'vla-bound'],
  [/outside the range of representable values/, 'float-cast-overflow'],
  [/which is not a valid value for type/, 'invalid-value'],
  [/^pointer index expression|^(?:addition|subtraction) of unsigned offset/, 'pointer-overflow'],
  [/misaligned/, 'alignment'],
  [/insufficient space for an object|address .* with insufficient space/, 'object-size'],
  [/unreachable program point/, 'unreachable'],
  [/without returning a value/, 'return'],
  [/through pointer to incorrect function type/, 'function'],
  [/^passing zero to/, 'builtin'],
];

const worded = (text: string, table: readonly (readonly [RegExp, string])[]): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

const lineIn = (text: string): { readonly line?: number } => {
  const line = candidateLine.exec(text)?.[1];
  return line === undefined ? {} : { line: Number(line) };
};

const place = (line: number | undefined): string => (line === undefined ? '' : ` at line ${line}`);

/** The null page: a small offset from NULL, as a member or an element has. */
const isNullPage = (address: string | undefined): boolean => address !== undefined && BigInt(address) < 4096n;

const addressReport = (words: string, rest: string): SanitizerFacts => {
  // The first stack is the access; later ones tell where the block was allocated or freed.
  const access = rest.split(/\r?\n\s*\r?\n|\nfreed by|\npreviously allocated|\nallocated by/)[0] ?? rest;
  const kind = worded(words, wordings) ?? /^[\w-]+/.exec(words)?.[0] ?? 'unknown';
  const direction = /^(READ|WRITE) of size/m.exec(access)?.[1] ?? /caused by a (READ|WRITE) memory access/.exec(access)?.[1];
  const isNull = kind === 'SEGV' && isNullPage(/^SEGV on unknown address (0x[0-9a-f]+)/.exec(words)?.[1]);
  const error = [kind, ...(isNull ? ['null'] : []), ...(direction === undefined ? [] : [direction])].join(' ');
  const size = /^(?:READ|WRITE) of size (\d+)/m.exec(access)?.[1];
  const bytes = size === undefined ? '' : ` of ${size} byte${size === '1' ? '' : 's'}`;
  const where = lineIn(access);
  return { sanitizer: 'address', error, summary: `${error}${bytes}${place(where.line)}`, ...where };
};

const undefinedReport = (file: string, line: string, words: string): SanitizerFacts => {
  const where = /candidate\.c(?:pp)?$/.test(file) ? { line: Number(line) } : {};
  const plain = words.replace(/0x[0-9a-f]+/g, '0x…');
  return { sanitizer: 'undefined', error: worded(words, checks) ?? words, summary: `${plain}${place(where.line)}`, ...where };
};

/** Ordered: what the condition of a check of the C++ library speaks of. */
const conditions: readonly (readonly [RegExp, string])[] = [
  [/size\(\)|empty\(\)|_M_len|_Nm\b|_Extent|_Count|_Offset/, 'bounds'],
  [/pointer\(\)|nullptr|engaged|has_value/, 'null'],
];

/** The library names its own place; the stack that the driver has printed after it names the candidate's. */
const libraryReport = (condition: string, rest: string): SanitizerFacts => {
  const where = lineIn(rest);
  const error = worded(condition, conditions) ?? condition;
  return { sanitizer: 'undefined', error, summary: `the C++ library asks for ${condition}${place(where.line)}`, ...where };
};

/**
 * Reads the first report of the address or undefined-behaviour sanitizer (gcc, clang), or of the checks of the C++ library,
 * in a program's stderr.
 * Undefined where there is none: a warning, or a failure of the sanitizer itself, is no report.
 */
export const parseSanitizerReport = (stderr: string): SanitizerFacts | undefined => {
  const address = /==\d+==\s*ERROR: (Address|UndefinedBehavior)Sanitizer: ([^\n]*)/.exec(stderr);
  const behaviour = /(?:^|\n)([^\s:][^\n:]*):(\d+):\d+: runtime error: ([^\n]*)/.exec(stderr);
  const library = /(?:^|\n)[^\s:][^\n:]*\/c\+\+\/[^\n:]*:\d+: [^\n]*: Assertion '([^\n]*)' failed\./.exec(stderr);
  const first = Math.min(...[address, behaviour].flatMap((found) => found?.index ?? []));
  if (library !== null && library.index < first) {
    const [header, condition = ''] = library;
    return libraryReport(condition, stderr.slice(library.index + header.length));
  }
  if (behaviour !== null && (address === null || behaviour.index < address.index)) {
    const [, file = '', line = '', words = ''] = behaviour;
    return undefinedReport(file, line, words.trimEnd());
  }
  if (address === null) return undefined;
  const [header, tool, words = ''] = address;
  const report = addressReport(words.trimEnd(), stderr.slice(address.index + header.length));
  return tool === 'Address' ? report : { ...report, sanitizer: 'undefined' };
};

const byAccess = (access: string): readonly CweId[] => (access === 'READ' ? ['CWE-125'] : access === 'WRITE' ? ['CWE-787'] : ['CWE-119']);

const cweOfCheck: Readonly<Record<string, readonly CweId[]>> = {
  'heap-use-after-free': ['CWE-416'],
  'stack-use-after-return': ['CWE-562', 'CWE-416'],
  'stack-use-after-scope': ['CWE-416'],
  'double-free': ['CWE-415'],
  'bad-free': ['CWE-590'],
  'alloc-dealloc-mismatch': ['CWE-762'],
  'stack-overflow': ['CWE-674'],
  FPE: ['CWE-369'],
  'negative-size-param': ['CWE-195'],
  'param-overlap': ['CWE-475'],
  'allocation-size-too-big': ['CWE-789'],
  'rss-limit-exceeded': ['CWE-789'],
  'out-of-memory': ['CWE-789'],
  'calloc-overflow': ['CWE-190'],
  'reallocarray-overflow': ['CWE-190'],
  'pvalloc-overflow': ['CWE-190'],
  'signed-integer-overflow': ['CWE-190'],
  'unsigned-integer-overflow': ['CWE-190'],
  'integer-divide-by-zero': ['CWE-369'],
  'shift-exponent': ['CWE-1335'],
  'shift-base': ['CWE-1335'],
  // The check tells neither reading from writing: their common parent.
  bounds: ['CWE-119'],
  'object-size': ['CWE-119'],
  'pointer-overflow': ['CWE-823'],
  null: ['CWE-476'],
  'vla-bound': ['CWE-131'],
  'float-cast-overflow': ['CWE-681'],
};

const outOfBounds = /buffer-(?:over|under)flow$|^container-overflow$|^use-after-poison$|^unknown-crash$|^(?:SEGV|BUS)$/;

/**
 * Weaknesses behind the `error` of a report, the most telling first; empty where no CWE says it.
 * Out of bounds: READ is CWE-125, WRITE is CWE-787, neither told is CWE-119.
 */
export const sanitizerCwe = (error: string): readonly CweId[] => {
  const [kind = '', ...more] = error.split(' ');
  if (more.includes('null')) return ['CWE-476'];
  if (outOfBounds.test(kind)) return byAccess(more.at(-1) ?? '');
  return cweOfCheck[kind] ?? [];
};
