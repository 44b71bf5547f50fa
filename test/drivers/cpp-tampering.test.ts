import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cppTampering } from '../../src/drivers/cpp/cpp.ts';

const fixture = (path: string): string => readFileSync(new URL(`../fixtures/${path}`, import.meta.url), 'utf8');

describe('cppTampering', () => {
  it.each(['drivers/cpp/values.cpp', 'drivers/cpp/program.cpp', 'forgeries/cpp/honest.cpp', 'forgeries/cpp/falls.cpp'])(
    'finds nothing in %s',
    (path) => {
      expect(cppTampering(fixture(path))).toBeUndefined();
    },
  );

  it.each([
    ['a comment', '/* no __asan_ tricks, no asm */ int f() { return 1; } // dlsym'],
    ['words in a text', 'const char *m = "constructor failed: asm ##";'],
    ['words in a raw text', 'auto q = R"sql(SELECT "asm" -- dlsym ## \')sql"; auto r = R"(it\'s)";'],
    ['a clone by a method', 'std::unique_ptr<A> clone() const override { return p->clone(); }'],
    ['digits in groups', "int million = 1'000'000; char c = 'x';"],
    ['attributes of the standard', '[[nodiscard]] [[maybe_unused]] static int section(int alias) { return alias; }'],
    ['an operator of a class', 'bool operator==(const A &, const A &) = default; auto *p = ::operator new(8);'],
    ['a macro over several lines', '#define CHECK(x) \\\n  if (!(x)) \\\n    return false'],
    ['demangling', 'abi::__cxa_demangle(typeid(x).name(), nullptr, nullptr, &status);'],
    ['a function that runs another program', 'if (fork() == 0) execl("/bin/ls", "ls", nullptr);'],
    ['a lambda in an index', 'table[[&] { return 1; }()];'],
  ])('is not alarmed by %s', (_, code) => {
    expect(cppTampering(code)).toBeUndefined();
  });

  it.each([
    ['extern "C" const char *__asan_default_options() { return ""; }', /own function/],
    ['auto p = find("__asan_unpoison_memory_region");', /own function/],
    ['auto p = find(R"(__asan_unpoison_memory_region)");', /own function/],
    ['[[gnu::no_sanitize_address]] void f() {}', /attribute/],
    ['[[gnu::optimize("O3")]] void f() {}', /places or compiles/],
    ['[ [ using gnu: alias("g") ]] void f();', /places or compiles/],
    ['<:<:gnu::section(".init_array")]] auto *p = f;', /places or compiles/],
    ['__attribute__((optimize("O3"))) void f() {}', /places or compiles/],
    ['#undef _GLIBCXX_ASSERTIONS', /checks of the C\+\+ library/],
    ['namespace std { void __glibcxx_assert_fail(const char *, int, const char *, const char *) {} }', /checks of the C\+\+ library/],
    ['void *operator new(std::size_t n) { return take(n); }', /rules of its own/],
    ['void * operator new[](std::size_t n) { return take(n); }', /rules of its own/],
    ['void operator delete(void *) noexcept {}', /rules of its own/],
    ['std::set_terminate(leave);', /exceptions/],
    ['extern "C" void __cxa_throw(void *, void *, void (*)(void *)) { for (;;); }', /exceptions/],
    ['auto p = dlsym(nullptr, name);', /by name/],
    ['#define J(a, b) a##b', /pastes/],
    ['if (fork() == 0) work(); wait(nullptr);', /forks/],
    ['clone(work, stack, SIGCHLD, nullptr);', /forks/],
    ['std::ofstream("/proc/self/mem");', /memory or maps/],
  ])('is alarmed by %s', (code, why) => {
    expect(cppTampering(code)).toMatch(why);
  });

  it('sees through literals and comments put around it', () => {
    const noises = [
      '/* " */',
      "// '\n",
      '"/*"',
      '"//"',
      "'\"'",
      '"\\""',
      'R"(")"',
      'R"(/*)"',
      'u8R"x()" /*)x"',
      'LR"(\')"',
      "1'000",
      'nR"(") "',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...noises), fc.constantFrom(...noises), (before, after) => {
        expect(cppTampering(`${before}\nvoid f() { asm("nop"); } ${after}`)).toMatch(/assembly/);
      }),
    );
  });

  it.each([
    ['a raw text that is none', 'auto s = nR"("; void f() { asm("nop"); } auto t = ")";'],
    ['a raw text whose end is spliced', 'auto s = R"x()x\\\n" /* )x"; asm("nop"); /* */'],
    ['a raw text that is spliced', 'auto s = R\\\n"(" /* )"; asm("nop"); /* ") */'],
    ['a word that is spliced', 'int f() { as\\\nm("nop"); }'],
    ['a raw text that is skipped', '#if 0\nR"(\n#endif\nvoid f() { asm("nop"); }\n#if 0\n)"\n#endif'],
  ])('is alarmed by assembly behind %s', (_, code) => {
    expect(cppTampering(code)).toBeDefined();
  });
});
