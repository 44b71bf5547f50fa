/**
 * Why a C file could have disarmed the sanitizers, or undefined. Pure; meant to err on the side of suspicion: what is
 * suspected here can't be acquitted by the sanitizers' silence (`unknown: tampered`), and is not convicted either.
 * Looked at as the compiler sees it: spliced lines joined, comments gone. Names of the sanitizers' own functions count in
 * strings too, because they can be looked up by name.
 */
export const cTampering = (code: string): string | undefined => {
  const text = withoutComments(code.replace(/\\[ \t]*\r?\n/g, ''));
  const bare = text.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, (literal) => `${literal[0]}${literal[0]}`);
  const forks = /\b(?:v?fork|clone3?|_Fork)\s*\(/.test(bare) || /\bSYS_(?:v?fork|clone3?)\b/.test(bare);
  return suspicionIn(text, bare) ?? (forks ? suspicionOfFork(bare) : undefined);
};

/** What is suspicious in C and C++ alike. `text` is the code without comments, `bare` without what literals hold, too. */
export const suspicionIn = (text: string, bare: string): string | undefined =>
  (suspicions.find(({ pattern }) => pattern.test(text)) ?? suspicionsOutsideStrings.find(({ pattern }) => pattern.test(bare)))?.why;

/** A parent that survives its child's crash can answer as if nothing had happened. */
export const suspicionOfFork = (bare: string): string | undefined =>
  /\b(?:exec[lv][pe]*|fexecve|execveat)\s*\(/.test(bare) ? undefined : 'forks without executing another program';

export type Suspicion = { readonly pattern: RegExp; readonly why: string };

const suspicions: readonly Suspicion[] = [
  { pattern: /__(?:asan|ubsan|lsan|msan|tsan|hwasan|sanitizer|interceptor|interception)_/, why: "names a sanitizer's own function" },
  { pattern: /\b(?:ASAN|UBSAN|LSAN|MSAN|TSAN)_OPTIONS\b/, why: "names the sanitizers' options" },
  { pattern: /__SANITIZE_|address_sanitizer|ASAN_(?:UN)?POISON/, why: 'asks whether it is sanitized' },
  { pattern: /\bno_?sanitize|no_address_safety_analysis|disable_sanitizer_instrumentation/, why: 'turns a sanitizer off by an attribute' },
  { pattern: /\/proc\/(?:self|thread-self|\d)/, why: "opens its own process's memory or maps" },
  { pattern: /lib(?:a|ub)san/, why: "names a sanitizer's library" },
];

const suspicionsOutsideStrings: readonly Suspicion[] = [
  { pattern: /\b(?:asm|__asm|__asm__)\b/, why: 'holds assembly, which no sanitizer watches' },
  { pattern: /\b_Pragma\s*\(|#\s*pragma\s+(?:GCC|clang)\s+(?:optimize|push_options|attribute|target)/, why: 'changes how it is compiled' },
  { pattern: /\b(?:__)?(?:constructor|destructor|ifunc|weakref|naked)(?:__)?\b/, why: 'has code that runs before or beside its calls' },
  {
    pattern: /__attribute(?:__)?\s*\(\s*\((?:[^()]|\([^()]*\))*\b(?:__)?(?:optimize|alias|section)(?:__)?\b/,
    why: 'has an attribute that places or compiles code in its own way',
  },
  { pattern: /##|%:%:|\?\?=\?\?=/, why: "pastes names together, so that they can't be read" },
  { pattern: /\b(?:dlsym|dlvsym|dlopen|dlmopen)\b/, why: 'looks functions up by name' },
  { pattern: /\b(?:process_vm_writev|ptrace|mprotect|pkey_mprotect|personality)\b/, why: 'changes memory behind the sanitizer' },
  { pattern: /\b(?:__init_array|__preinit_array|__malloc_hook|__free_hook)\b/, why: 'puts itself between the program and its runtime' },
  { pattern: /#\s*include\s*[^\s"<]/, why: 'includes a file that only a macro names' },
];

/** Comments become a space; strings and character constants stay as they are. */
const withoutComments = (code: string): string =>
  code.replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g, (match) =>
    match.startsWith('/') ? ' ' : match,
  );
