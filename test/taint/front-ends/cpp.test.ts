import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, type PrintText, printerOf } from '../../support/lower.ts';

let print: PrintText;

beforeAll(async () => {
  print = await printerOf('cpp');
});

const cases: readonly Case[] = [
  [
    'names in scopes are members',
    'std::string s = a::b::c(x); ::f(); std::cout << s << std::endl;',
    'let <std::string> s = a.b.c(x)\nf()\n((std.cout << s) << std.endl)',
  ],
  [
    'templates are called by their names',
    'auto p = std::make_unique<Foo>(1); std::get<0>(t); a.template f<int>(b);',
    'let <auto> p = std.make_unique(1)\nstd.get(t)\na.f(b)',
  ],
  [
    'casts',
    'x = static_cast<int>(n) + reinterpret_cast<char*>(p) + int(y) + (int) z;',
    'x = ((((n as int) + (p as char*)) + (y as int)) + (z as int))',
  ],
  [
    'values are made',
    'std::string t("a"); std::string u{"b", 1}; Foo z(x, y); auto w = Foo{3}; std::vector<int> v(10);',
    'let <std::string> t = new std.string("a")\nlet <std::string> u = new std.string("b", 1)\nlet <Foo> z = new Foo(x, y)\nlet <auto> w = new Foo(3)\nlet <std::vector<int>> v = new std.vector(10)',
  ],
  [
    'scalars in braces are what is in them',
    'int x{5}; int *p{nullptr}; char b[4]{};',
    'let <int> x = 5\nlet <int*> p = null\nlet <char[4]> b = list{}',
  ],
  [
    'initialisers',
    'std::map<std::string, int> m = {{"a", 1}}; P q{.x = 1}; int a[2] = {1, 2};',
    'let <std::map<std::string,int>> m = list{list{"a", 1}}\nlet <P> q = new P(1)\nlet <int[2]> a = list{1, 2}',
  ],
  ['references belong to the type', 'const std::string& r = s; int&& q = f();', 'const <std::string&> r = s\nlet <int&&> q = f()'],
  [
    'new and delete',
    'auto p = new T[n]; auto q = new Foo(a, b); auto r = new (place) Foo{1}; delete p; delete[] q;',
    'let <auto> p = new new[](n)\nlet <auto> q = new Foo(a, b)\nlet <auto> r = new Foo(1)\ndelete p\ndelete q',
  ],
  ['names taken from pairs', 'auto [k, v] = m; for (const auto& [a, b] : m) f(a);', 'let <auto> {k, v} = m\nfor {a, b} in items m\n  f(a)'],
  [
    'ranges',
    'for (const auto& x : xs) f(x); for (int i = 0; auto y : g()) f(y);',
    'for x in items xs\n  f(x)\nlet <int> i = 0\nfor y in items g()\n  f(y)',
  ],
  [
    'declarations in conditions',
    'if (auto it = m.find(k); it != m.end()) f(it); if (int x = g()) h(x); while (auto p = next()) f(p); switch (int a = f(); a) { case 1: break; }',
    'let <auto> it = m.find(k)\nif (it != m.end())\n  f(it)\nif (x = g())\n  h(x)\nwhile (p = next())\n  f(p)\nlet <int> a = f()\nswitch a\ncase 1',
  ],
  [
    'lambdas',
    'auto l = [&, x, y = std::move(z)](int a, const auto& b) mutable -> int { return a + x; }; auto g = [=] { return 1; };',
    'let <auto> l = {arrow (a: int, b: auto&); let y = std.move(z); return (a + x)}\nlet <auto> g = {arrow (); return 1}',
  ],
  [
    'try and throw',
    'try { f(); } catch (const std::exception& e) { g(e.what()); } catch (...) { throw; }\nthrow std::runtime_error("x" + s);',
    'try\n  f()\ncatch std::exception e\n  g(e.what())\ncatch \n  throw\nthrow std.runtime_error(("x" + s))',
  ],
  ['a function that is a try', 'void f() try { a(); } catch (int) { b(); }', 'function f(): void\n  try\n    a()\n  catch int\n    b()'],
  [
    'methods outside of their class have a receiver',
    'int A::f(const std::string& s, int n = 3) const { return this->a + s.size(); }',
    'function f(receiver this: A, s: std::string&, n: int = 3): int\n  return (this.a + s.size())',
  ],
  [
    'constructors set fields',
    'A::A(int a) : x_(a), B{a, 2}, c() { f(); }\nclass D { public: D(int q) : r(q) {} D() = default; ~D() { g(); } };',
    'function <init>(receiver this: A, a: int)\n  this.x_ = a\n  this.B = tuple{a, 2}\n  f()\nclass D()\n  function <init>(q: int)\n    this.r = q\n  function ~D()\n    g()',
  ],
  [
    'classes',
    'class A : public B, private ns::C<int> { public: virtual void f() const override; static int s; int a_ = 1, *p{nullptr}; void g(int x) { a_ = x; } friend class Z; using Q = int; };',
    'class A(B, ns.C)\n  let <int> s\n  let <int> a_ = 1\n  let <int*> p = null\n  function g(x: int): void\n    a_ = x',
  ],
  ['structures', 'struct P { int x, y; char name[16]; };', 'class P()\n  let <int> x\n  let <int> y\n  let <char[16]> name'],
  [
    'operators',
    'A& operator=(const A& o) { return *this; } bool operator==(const A& a, const A& b) { return a.x == b.x; } struct F { operator bool() const { return true; } };',
    'function operator=(o: A&): A&\n  return (* this)\nfunction operator==(a: A&, b: A&): bool\n  return (a.x == b.x)\nclass F()\n  function operator bool()\n    return true',
  ],
  [
    'templates are transparent',
    'template <typename T, int N = 3> T f(T a) { return a; } template <class T> class X { T t; };',
    'function f(a: T): T\n  return a\nclass X()\n  let <T> t',
  ],
  [
    'namespaces are transparent',
    'namespace a::b { int x; } namespace { void f() {} } inline namespace q {} extern "C" { int g() { return 1; } }',
    'let <int> x\nfunction f(): void\nfunction g(): int\n  return 1',
  ],
  [
    'names that are brought in',
    'using namespace std; using std::string; using enum E; namespace c = a::b; using T = int;',
    'import std {*}\nimport std {string}\nimport E {*}\nimport a::b as c',
  ],
  [
    'packs',
    'template <class... T> void f(T&&... r) { g(std::forward<T>(r)...); (h(r), ...); }',
    'function f(...r: T&&): void\n  g(...std.forward(r))\n  fold(h(r))',
  ],
  [
    'texts',
    'auto s = R"(raw \\n)"; auto t = R"x(a)b)x"; auto u = u8"a\\n"; auto v = "a"s; auto n = 1\'000;',
    'let <auto> s = "raw \\\\n"\nlet <auto> t = "a)b"\nlet <auto> u = "a\\n"\nlet <auto> v = "a"\nlet <auto> n = 1000',
  ],
  ['words for signs', 'x = a and b or not c; y = a not_eq b; z = a bitand b;', 'x = ((a and b) or (not c))\ny = (a != b)\nz = (a & b)'],
  ['enumerations', 'enum class E : int { X, Y = 4 }; enum F { Z };', 'const X = 0\nconst Y = 4\nconst Z = 0'],
  [
    'what asks the compiler',
    'x = sizeof...(T) + alignof(T); static_assert(sizeof(int) == 4, "m"); decltype(x) y = x;',
    'x = ((sizeof T) + (alignof T))\nlet <decltype(x)> y = x',
  ],
  [
    'coroutines',
    'task f() { auto x = co_await g(); co_yield x; co_return x; }',
    'function f(): task\n  let <auto> x = (await g())\n  (yield x)\n  return x',
  ],
  [
    'concepts are dropped',
    'template <typename T> concept C = requires(T t) { t.f(); }; template <C T> void f(T t) { t.f(); }',
    'function f(t: T): void\n  t.f()',
  ],
  ['several indices', 'v[1, x] = 2;', 'v[tuple{1, x}] = 2'],
  ['goto and labels', 'void f() { goto x; x: y(); }', 'function f(): void\n  goto x\n  label x\n  y()'],
  [
    'a method without its class',
    'void set(const std::string& a) const noexcept {\n  name_ = a;\n}',
    'function set(a: std::string&): void\n  name_ = a',
  ],
  [
    'a method cut short',
    'std::string A::read(const std::string& p) {\n  std::ifstream in("/data/" + p',
    'function read(receiver this: A, p: std::string&): std::string\n  let <std::ifstream> in = new std.ifstream(("/data/" + p))\n!1',
  ],
  ['a raw text cut short', 'auto s = R"x(abc', 'let <auto> s = "abc"\n!2'],
  ['what begins with a closing brace', '}\nint f() { return 1; }', 'function f(): int\n  return 1\n!1'],
];

describe('C++ is lowered', () => {
  it.each(cases)('%s', (_, source, expected) => {
    expect(print(source)).toBe(expected);
  });
});
