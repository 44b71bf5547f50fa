import type { PatternRule } from '../pattern-rule.ts';

const memory = { languages: ['c', 'cpp'], view: 'code', severity: 'high' } as const;

/** Sizes and lifetimes in C and C++ that one line shows to be wrong. */
export const memoryPatterns: readonly PatternRule[] = [
  {
    ...memory,
    id: 'room-without-end',
    cwe: ['CWE-193', 'CWE-131', 'CWE-787'],
    message: 'There is no room for the end of the text.',
    pattern: /\b(?:m|c)alloc\s?\((?:\s{0,3}1\s{0,3},)?\s{0,3}strlen\s?\(\s{0,3}\w{1,40}\s{0,3}\)\s{0,3}\)/,
    flags: ['char *p = malloc(strlen(name));\n'],
    passes: ['char *p = malloc(strlen(name) + 1);\n'],
  },
  {
    ...memory,
    id: 'copy-without-end',
    cwe: ['CWE-170'],
    message: 'The copy has no end.',
    pattern:
      /\bmemcpy\s?\(\s{0,3}[\w.>-]{1,40}\s{0,3},\s{0,3}(\w{1,40})\s{0,3},\s{0,3}strlen\s?\(\s{0,3}\1\s{0,3}\)\s{0,3}\)(?!;?\s{0,40}\w{1,40}\[)/,
    flags: ['memcpy(out, name, strlen(name));\nreturn out;\n'],
    passes: ['memcpy(out, name, strlen(name) + 1);\n', 'memcpy(out, name, strlen(name));\n  out[5] = 0;\n'],
  },
  {
    ...memory,
    id: 'room-of-source',
    cwe: ['CWE-120', 'CWE-806', 'CWE-787'],
    message: 'The bound is the length of the source, so it bounds nothing.',
    pattern:
      /\bstrn(?:cpy|cat)\s?\(\s{0,3}[^,;\n]{1,60},\s{0,3}(\w{1,40})\s{0,3},\s{0,3}strlen\s?\(\s{0,3}\1\s{0,3}\)(?:\s{0,3}\+\s{0,3}1)?\s{0,3}\)/,
    flags: ['strncpy(out, name, strlen(name) + 1);\n'],
    passes: ['strncpy(out, name, sizeof(out) - 1);\n'],
  },
  {
    ...memory,
    id: 'freed-twice',
    cwe: ['CWE-415'],
    message: 'The same memory is freed twice.',
    pattern: /\bfree\s?\(\s{0,3}(\w{1,40})\s{0,3}\)\s{0,3};\s{0,40}free\s?\(\s{0,3}\1\s{0,3}\)/,
    flags: ['free(p);\n  free(p);\n'],
    passes: ['free(p);\n  free(q);\n'],
  },
  {
    ...memory,
    id: 'one-too-far',
    cwe: ['CWE-193', 'CWE-787', 'CWE-125'],
    message: 'The loop goes one step past the end.',
    pattern: /\bfor\s?\([^;{}\n]{0,80};\s{0,3}\w{1,40}\s{0,3}<=\s{0,3}(?:\(\s?\w{1,20}\s?\)\s?)?\(?\s?sizeof\b/,
    flags: ['for (int i = 0; i <= sizeof(list) / sizeof(list[0]); i++) {}\n'],
    passes: ['for (int i = 0; i < sizeof(list) / sizeof(list[0]); i++) {}\n'],
  },
  {
    ...memory,
    id: 'set-in-condition',
    cwe: ['CWE-481'],
    message: 'The condition sets what it should compare.',
    pattern: /\bif\s?\(\s{0,3}\w{1,40}\s{0,3}=\s{0,3}(?:0|1|NULL|nullptr|true|false)\s{0,3}\)/,
    flags: ['if (admin = 1) {}\n'],
    passes: ['if (admin == 1) {}\n'],
  },
  {
    ...memory,
    id: 'zero-of-pointer',
    cwe: ['CWE-467'],
    message: 'The size is that of the pointer, not of what it points to.',
    pattern:
      /\bchar\s{0,3}\*\s{0,3}(\w{1,40})\s{0,3}[=;,)][^}]{0,300}?\b(?:memset|strncpy|snprintf|fgets)\s?\(\s{0,3}\1\s{0,3},[^;\n]{0,60}\bsizeof\s?\(?\s?\1\b/,
    flags: ['char *out = get();\nsnprintf(out, sizeof(out), form);\n'],
    passes: ['char out[8];\nsnprintf(out, sizeof(out), form);\n'],
  },
  {
    ...memory,
    id: 'stack-returned',
    cwe: ['CWE-562'],
    message: 'The memory is gone when the function returns.',
    pattern:
      /\bchar\s{1,3}(\w{1,40})\s?\[\s{0,3}\w{1,40}\s{0,3}\]\s{0,3}(?:=\s{0,3}[^;\n]{1,20})?;(?:[^{}]|\{[^{}]{0,400}\}){0,600}?\n?\s{0,20}return\s{1,3}\1\s{0,3};/,
    flags: ['char *f(void) {\n  char text[8];\n  fill(text);\n  return text;\n}\n'],
    passes: ['char *f(void) {\n  static int n;\n  char *text = make();\n  return text;\n}\n'],
  },
  {
    ...memory,
    id: 'unchecked-privilege',
    cwe: ['CWE-273', 'CWE-252'],
    message: 'If rights are not dropped, nobody notices.',
    pattern: /(?:^|[;{}])\s{0,40}(?:\(void\)\s?)?set(?:e|re|res)?[ug]id\s?\([^;\n]{1,60}\)\s{0,3};/m,
    flags: ['void f(void) {\n  setuid(getuid());\n}\n'],
    passes: ['void f(void) {\n  if (setuid(getuid()) != 0) abort();\n}\n'],
  },
];
