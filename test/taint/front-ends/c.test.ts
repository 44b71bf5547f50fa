import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, type PrintText, printerOf } from '../../support/lower.ts';

let print: PrintText;

beforeAll(async () => {
  print = await printerOf('c');
});

const cases: readonly Case[] = [
  [
    'arrays are declared with their length',
    'char buf[64]; int m[4][N]; char s[] = "a\\n";',
    'let <char[64]> buf\nlet <int[(4 * N)]> m\nlet <char[]> s = "a\\n"',
  ],
  [
    'pointers belong to the type',
    'const char *p = q, **r; unsigned long n;',
    'const <char*> p = q\nconst <char**> r\nlet <unsigned long> n',
  ],
  ['constants', 'static const int N = 5; const char *const names[] = {"a"};', 'const <int> N = 5\nconst <char*[]> names = list{"a"}'],
  [
    'macros that stand for a constant are constants, others are calls',
    '#define SIZE (0x40)\n#define NAME "a"\n#define MAX(a, b) ((a) > (b) ? (a) : (b))\n#undef SIZE\nint x = MAX(SIZE, 2);',
    'const SIZE = 64\nconst NAME = "a"\nlet <int> x = MAX(SIZE, 2)',
  ],
  ['includes', '#include <stdio.h>\n#include "a/b.h"', 'import stdio.h\nimport a/b.h'],
  [
    'functions have types and parameters',
    'static char *f(const char *a, char b[16], int argc, char *argv[], size_t n, ...) { return a; }',
    'function f(a: char*, b: char*, argc: int, argv: char**, n: size_t, ...): char*\n  return a',
  ],
  ['no parameters', 'int f(void) { return 0; }', 'function f(): int\n  return 0'],
  [
    'pointers to functions',
    'int (*fp)(int, char *) = g;\nvoid h(int (*cb)(void *)) { cb(0); (*cb)(0); }',
    'let <int(*)(int,char*)> fp = g\nfunction h(cb: int(*)(void*)): void\n  cb(0)\n  (* cb)(0)',
  ],
  ['functions that are only announced say nothing', 'int f(int); extern void g(void);', ''],
  ['K&R parameters', 'int f(a, b) int a; char *b; { return a; }', 'function f(a, b): int\n  return a'],
  [
    'structures are classes with fields',
    'typedef struct node { struct node *next; char data[8]; int bits : 3; } node_t;\nunion u { int i; } v;',
    'class node()\n  let <struct node*> next\n  let <char[8]> data\n  let <int> bits\nclass u()\n  let <int> i\nlet <union u> v',
  ],
  ['enumerations are constants', 'enum e { A, B = 5, C };', 'const A = 0\nconst B = 5\nconst C = 6'],
  [
    'initialisers',
    'struct s x = { .a = 1, .b[2] = c }; int y[] = { [3] = 4, 5 }; z = (struct p){ 1, 2 };',
    'let <struct s> x = map{"a": 1, "b": c}\nlet <int[]> y = list{3: 4, 5}\nz = <struct p>list{1, 2}',
  ],
  ['members through pointers', 'p->a.b = (*q).c; a[i]->b = 1;', 'p.a.b = (* q).c\na[i].b = 1'],
  [
    'what a pointer points to is a target',
    '*p = 1; *(p + i) = 2; *p++ = *q++; p[0] = 3;',
    '*p = 1\n*(p + i) = 2\n*(p += 1) = (* (q += 1))\np[0] = 3',
  ],
  ['addresses, signs, negation', 'f(&x, -y, ~z, !w);', 'f((& x), (- y), (~ z), (not w))'],
  ['counting is assigning', 'i++; --j; x = i++;', 'i += 1\nj -= 1\nx = (i += 1)'],
  ['operators that assign', 'a += b; c <<= 2; d = e = f;', 'a += b\nc <<= 2\nd = e = f'],
  ['a comma in a statement makes two', 'void f(void) { a = 1, b(); }', 'function f(): void\n  a = 1\n  b()'],
  [
    'a body alone',
    '  char b[8];\n  strcpy(b, a), n++;\n  if (n > 7) return -1;\n',
    'let <char[8]> b\nstrcpy(b, a)\nn += 1\nif (n > 7)\n  return -1',
  ],
  ['several things for one name', '  a *b;\n  c * d;', 'let <a*> b\nlet <c*> d'],
  [
    'casts and sizes',
    'n = (size_t) argc + sizeof(int) + sizeof x + sizeof(*p) + sizeof(struct s[3]);',
    'n = (((((argc as size_t) + (sizeof int)) + (sizeof x)) + (sizeof (* p))) + (sizeof struct s[3]))',
  ],
  ['choices, with and without a middle', 'x = a ? b : c; y = a ?: c;', 'x = (a ? b : c)\ny = (a ? a : c)'],
  [
    'numbers and characters',
    "n = 0x1FUL + 017 + 1.5e3f; c = '\\n'; d = L'x'; e = '\\x41';",
    'n = ((31 + 15) + 1500)\nc = c"\\n"\nd = c"x"\ne = c"A"',
  ],
  ['texts side by side are one, macros between them names', 's = "a" "b\\n" L"c" PRIu64;', 's = `ab\nc${PRIu64}`'],
  ['truth and nothing', 't = true; q = NULL;', 't = true\nq = null'],
  [
    'conditions',
    'if (strncmp(a, b, sizeof a) == 0 && !c || d & 1) f(); else if (g) h(); else { i(); }',
    'if (((strncmp(a, b, (sizeof a)) == 0) and (not c)) or (d & 1))\n  f()\nelse\n  if g\n    h()\n  else\n    i()',
  ],
  [
    'loops',
    'for (int i = 0, j = 1; i < n; i++, j--) f(i);\nfor (;;) { continue; }\nwhile (x) y();\ndo { z(); } while (0);',
    'while let <int> i = 0; let <int> j = 1; (i < n); (i += 1), (j -= 1)\n  f(i)\nwhile ever\n  continue\nwhile x\n  y()\ndo-while 0\n  z()',
  ],
  [
    'a switch joins empty cases and knows what falls through',
    "switch (x) { case 1: case 'a': f(); break; case 2: g(); default: { h(); break; } }",
    'switch x\ncase 1, c"a"\n  f()\ncase 2 falls\n  g()\ndefault\n  block\n    h()',
  ],
  ['jumps', 'goto out; out: f(); return -1;', 'goto out\nlabel out\nf()\nreturn -1'],
  [
    'both sides of a question to the preprocessor',
    '#ifdef X\nint a;\n#elif defined(Y)\nint b;\n#else\nint c;\n#endif\n#if 0\nint d;\n#else\nint e;\n#endif',
    'let <int> a\nlet <int> b\nlet <int> c\nlet <int> e',
  ],
  ['a question within a function', 'void f(void) {\n#ifdef X\n  a();\n#endif\n  b();\n}', 'function f(): void\n  a()\n  b()'],
  ['statements as expressions', 'x = ({ int a = f(); a; });', 'x = {arrow (); let <int> a = f(); return a}()'],
  [
    'assembler and other words of the compiler',
    'asm volatile("nop" : "=r"(a) : "r"(b));\n_Generic(x, int: 1);\noffsetof(struct s, a);\n__extension__ 1;\n__attribute__((unused)) int y;',
    'asm("nop", a, b)\n_Generic(x, int, 1)\noffsetof(struct s, a)\n1\nlet <int> y',
  ],
  [
    'a function cut short',
    'int f(char *a) {\n  char b[10];\n  if (a) {\n    strcpy(b, a',
    'function f(a: char*): int\n  let <char[10]> b\n  if a\n    strcpy(b, a)\n!1',
  ],
  ['a text cut short', 'void f(void) { printf("a%s', 'function f(): void\n  printf("a%s")\n!1'],
  ['a test cut short', 'int f(int n) {\n  if (n <', 'function f(n: int): int\n  if (n < ?missing())\n!1'],
  ['what begins with a closing brace', '  }\n  free(p);\n}\nint g(void) { return 1; }', 'free(p)\nfunction g(): int\n  return 1\n!2'],
  [
    'C++ in a header for C',
    'class A { int f(char *p) { return strlen(p); } };',
    'function A(): class\n  function f(p: char*): int\n    return strlen(p)',
  ],
  ['carriage returns change nothing', 'int f(int a) {\r\n  return a;\r\n}\r\n', 'function f(a: int): int\n  return a'],
];

describe('C is lowered', () => {
  it.each(cases)('%s', (_, source, expected) => {
    expect(print(source)).toBe(expected);
  });
});
