import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cTampering } from '../../src/drivers/c/c.ts';

const fixture = (path: string): string => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

describe('cTampering', () => {
  it.each(['drivers/c/values.c', 'drivers/c/program.c', 'forgeries/c/honest.c', 'forgeries/c/falls.c'])('finds nothing in %s', (path) => {
    expect(cTampering(fixture(path))).toBeUndefined();
  });

  it.each([
    ['a comment', '/* no __asan_ tricks, no asm, no constructor */ int f(void) { return 1; } // dlsym'],
    ['words in a message', 'const char *m = "constructor failed in section 3: asm ##";'],
    [
      'a function that runs another program',
      '#include <unistd.h>\nint f(void) { if (fork() == 0) execl("/bin/ls", "ls", (char *)0); return 0; }',
    ],
    ['ordinary attributes', '__attribute__((unused)) static int section(int alias) { return alias; }'],
    ['ordinary includes', '#include <stdio.h>\n# include "x.h"\n#  include  <string.h>'],
    ['a pragma', '#pragma once'],
  ])('is not alarmed by %s', (_, code) => {
    expect(cTampering(code)).toBeUndefined();
  });

  it.each([
    ['const char *__asan_default_options(void) { return ""; }', /own function/],
    ['void *p = find("__asan_unpoison_memory_region");', /own function/],
    ['__asan\\\n_unpoison_memory_region(p, 1);', /own function/],
    ['setenv("ASAN_OPTIONS", "exitcode=0", 1);', /options/],
    ['#ifdef __SANITIZE_ADDRESS__\n#endif', /sanitized/],
    ['#if __has_feature(address_sanitizer)\n#endif', /sanitized/],
    ['__attribute__((no_sanitize("address"))) void f(void) {}', /attribute/],
    ['__attribute__((no_sanitize_address)) void f(void) {}', /attribute/],
    ['#define J(a, b) a##b', /pastes/],
    ['#define J(a, b) a%:%:b', /pastes/],
    ['int f(void) { __asm__("nop"); return 0; }', /assembly/],
    ['void g(void) asm("write");', /assembly/],
    ['__attribute__((constructor)) void f(void) {}', /before or beside/],
    ['__attribute((__constructor__(101))) void f(void) {}', /before or beside/],
    ['#define EARLY constructor', /before or beside/],
    ['__attribute__((section(".init_array"))) void *p = f;', /places or compiles/],
    ['__attribute__((unused, optimize("no-sanitize"))) void f(void) {}', /places or compiles/],
    ['#pragma GCC optimize ("O3")', /compiled/],
    ['_Pragma("GCC optimize (3)")', /compiled/],
    ['void *p = dlsym(0, name);', /by name/],
    ['int fd = open("/proc/self/mem", 2);', /memory or maps/],
    ['mprotect(p, 4096, 7);', /behind the sanitizer/],
    ['if (fork() == 0) work(); wait(0);', /forks/],
    ['syscall(SYS_fork);', /forks/],
    ['#define F <x.h>\n#include F', /macro/],
  ])('is alarmed by %s', (code, why) => {
    expect(cTampering(code)).toMatch(why);
  });

  it('sees through comments and strings put around it', () => {
    fc.assert(
      fc.property(fc.constantFrom('/* " */', "// '\n", '"/*"', '"//"', "'\"'", '"\\""'), (noise) => {
        expect(cTampering(`${noise}\nvoid f(void) { asm("nop"); }`)).toMatch(/assembly/);
      }),
    );
  });
});
