import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, type PrintText, printerOf } from '../../support/lower.ts';

let print: PrintText;

beforeAll(async () => {
  print = await printerOf('java');
});

const expressions: readonly Case[] = [
  ['escapes are resolved', 's = "a\\n\\u0041\\101\\"\\s";', `s = ${JSON.stringify('a\nAA" ')}`],
  ['a text block has no indentation', 's = """\n    a "b" \\\n    c\n      d  \n    """;', `s = ${JSON.stringify('a "b" c\n  d\n')}`],
  ['a template is put together', 's = STR."a \\{b.c} d";', 's = `a ${b.c} d`'],
  ['numbers are their values', "f(0x1FL, 017, 1_000, 0b11, 1.5f, 'a');", 'f(31, 15, 1000, 3, 1.5, c"a")'],
  ['calls have their receivers', 'this.f(a).g(); super.h(); A.super.i(); j();', 'this.f(a).g()\nsuper.h()\nsuper.i()\nj()'],
  ['type arguments are dropped', 'List.<String>of(a); new HashMap<K, V>(b); new A.B<C>();', 'List.of(a)\nnew HashMap(b)\nnew A.B()'],
  ['an array is made by a call of its type', 'b = new byte[16]; c = new int[n][];', 'b = new byte[](16)\nc = new int[][](n)'],
  [
    'an array with elements is a list',
    'a = new String[]{"x", y}; int[] b = {1, 2};',
    'a = <String[]>list{"x", y}\nlet <int[]> b = <int[]>list{1, 2}',
  ],
  ['casts', 'a = (String) b; c = (A & B) d;', 'a = (b as String)\nc = (d as A&B)'],
  [
    'classes and methods are values',
    'f(Foo.class, int[].class, String::valueOf, Foo::new, this::g);',
    'f(Foo.class, int[].class, String.valueOf, Foo.new, this.g)',
  ],
  [
    'lambdas',
    'f(() -> a, x -> x + 1, (x, y) -> { return y; }, (String z) -> z);',
    'f({arrow (); return a}, {arrow (x); return (x + 1)}, {arrow (x, y); return y}, {arrow (z: String); return z})',
  ],
  [
    'a class of one method is that method',
    'new Thread(new Runnable() { public void run() { f(); } });',
    'new Thread({function run(): void; f()})',
  ],
  [
    'another class without a name is the map of its members',
    'x = new A(b) { int c = 1; void d() { e(); } void f() {} };',
    'x = <A>map{b, "c": 1, "d": {function d(): void; e()}, "f": {function f(): void}}',
  ],
  ['operators', 'x = !a && b == c || ~d >>> 2 < -e;', 'x = (((not a) and (b == c)) or (((~ d) >>> 2) < (- e)))'],
  ['a choice', 'x = a ? b : c;', 'x = (a ? b : c)'],
  [
    'a pattern of instanceof sets its name',
    'if (!(a instanceof String s && s.isEmpty())) f(s);',
    'if (not (((s = (a as String)) instanceof String) and s.isEmpty()))\n  f(s)',
  ],
  ['a record is taken apart', 'if (o instanceof P(int x, Q(var y))) f(x, y);', 'if (({x, {y}} = o) instanceof P)\n  f(x, y)'],
  [
    'a switch as a value is a function called at once',
    'int r = switch (k) { case 1, 2 -> a; case 3 -> { yield b; } default -> throw new E(); };',
    'let <int> r = {arrow (); switch k; case 1, 2; return a; case 3; return b; default; throw new E()}()',
  ],
];

const statements: readonly Case[] = [
  [
    'imports bind the simple name',
    'package p;\nimport java.io.File;\nimport java.util.*;\nimport static a.B.c;\nimport static a.B.*;',
    'import java.io.File as File\nimport java.util {*}\nimport a.B {c}\nimport a.B {*}',
  ],
  ['declarations', 'final var a = f(); int b = 1, c[]; String[] d;', 'const a = f()\nlet <int> b = 1\nlet <int[]> c\nlet <String[]> d'],
  ['assignments', 'a = b.c = d; e[1] += 2; f++; --g;', 'a = b.c = d\ne[1] += 2\nf += 1\ng -= 1'],
  ['branches', 'if (a) b(); else if (c) { d(); } else ;', 'if a\n  b()\nelse\n  if c\n    d()'],
  [
    'loops',
    'for (int i = 0, j = n; i < j; i++, j--) f(i);\nfor (;;) { break; }\nwhile (a) b();\ndo { c(); } while (d);',
    'while let <int> i = 0; let <int> j = n; (i < j); (i += 1), (j -= 1)\n  f(i)\nwhile ever\n  break\nwhile a\n  b()\ndo-while d\n  c()',
  ],
  ['loops over elements', 'for (final Map.Entry<String, A> e : m.entrySet()) { f(e); }', 'for e in items m.entrySet()\n  f(e)'],
  ['labels', 'outer: for (;;) { continue outer; }', 'label outer\nwhile ever\n  continue outer'],
  [
    'a switch falls through',
    'switch (k) { case 1: case 2: f(); break; case "x": g(); default: h(); }',
    'switch k\ncase 1, 2\n  f()\ncase "x" falls\n  g()\ndefault\n  h()',
  ],
  [
    'a switch of arrows does not',
    'switch (k) { case A, B -> f(); case String s when s.isEmpty() -> { g(); } case null, default -> h(); }',
    'switch k\ncase A, B\n  f()\ncase (((s = (k as String)) instanceof String) and s.isEmpty())\n  g()\ndefault\n  h()',
  ],
  [
    'try has handlers of several types',
    'try { f(); } catch (A | b.C e) { g(e); } finally { h(); }',
    'try\n  f()\ncatch A|b.C e\n  g(e)\nfinally\n  h()',
  ],
  [
    'try with resources',
    'try (var in = new F(a); this.b) { f(in); }\ntry (G g = h()) { i(); } catch (E e) { j(); }',
    'with new F(a) as in, this.b\n  f(in)\ntry\n  with h() as g\n    i()\ncatch E e\n  j()',
  ],
  [
    'synchronized, assert, throw',
    'synchronized (this) { f(); }\nassert a > b : "m";\nthrow new E("x");',
    'block\n  this\n  f()\nassert (a > b)\nthrow new E("x")',
  ],
  [
    'classes have bases, annotations, fields, initialisers and constructors',
    '@RestController @RequestMapping("/x") public class A<T> extends B<T> implements C, d.E {\n  private static final String S = "a";\n  @Autowired Foo foo;\n  static { f(); }\n  { g(); }\n  A(String s) throws X { super(s); this.s = s; }\n  class Inner {}\n}',
    '@RestController @RequestMapping("/x") class A(B, C, d.E)\n  const <String> S = "a"\n  let <Foo> foo\n  block\n    f()\n  block\n    g()\n  function A(s: String)\n    super(s)\n    this.s = s\n  class Inner()',
  ],
  [
    'methods have annotations, types and roles',
    'class A { @GetMapping(path = "/a", produces = {"x"}) static <K> List<String> m(@RequestParam("q") final String q, byte b[], int... n) { return null; } }',
    'class A()\n  @GetMapping(path="/a", produces=list{"x"}) static function m(@RequestParam("q") q: String, b: byte[], ...n: int): List<String>\n    return null',
  ],
  [
    'methods without bodies and annotation types are dropped',
    'interface I extends J { int K = 1; void a(); default int b() { return 2; } }\n@interface N { String value(); }',
    'class I(J)\n  const <int> K = 1\n  function b(): int\n    return 2',
  ],
  [
    'constants of an enum are made',
    'enum E implements I { A(1), B { int f() { return 2; } }; final int v; E(int v) { this.v = v; } }',
    'class E(I)\n  const <E> A = new E(1)\n  const <E> B = {function f(): int; return 2}\n  const <int> v\n  function E(v: int)\n    this.v = v',
  ],
  [
    'a record has fields, accessors and a constructor',
    'record P(String x, int y) { P { check(x); } public int y() { return y + 1; } }\nrecord Q(int a) {}',
    'class P()\n  const <String> x\n  const <int> y\n  function x()\n    return this.x\n  function P(x: String, y: int)\n    check(x)\n    this.x = x\n    this.y = y\n  function y(): int\n    return (y + 1)\nclass Q()\n  const <int> a\n  function a()\n    return this.a\n  function Q(a: int)\n    this.a = a',
  ],
];

const fragments: readonly Case[] = [
  [
    'a method without its class',
    '  @Override\n  public String find(String q) throws E {\n    return db.query(q);\n  }\n',
    '@Override function find(q: String): String\n  return db.query(q)',
  ],
  ['a constructor without its class', 'public A(String s) { this.s = s; }', 'function A(s: String)\n  this.s = s'],
  [
    'fields and methods without their class',
    'private final Db db;\nvoid f(String a) { db.run(a); }',
    'const <Db> db\nfunction f(a: String): void\n  db.run(a)',
  ],
  [
    'statements without a method',
    'String s = req.getParameter("x");\nstmt.execute("a" + s);',
    'let <String> s = req.getParameter("x")\nstmt.execute(("a" + s))',
  ],
  [
    'a block cut short',
    'class A {\n  void f(String a) {\n    if (ok(a)) {\n      g(a);\n',
    'class A()\n  function f(a: String): void\n    if ok(a)\n      g(a)\n!1',
  ],
  [
    'a call cut short keeps its arguments',
    'class A {\n  void f(String a) {\n    String b = g(a);\n    h(b, "c',
    'class A()\n  function f(a: String): void\n    let <String> b = g(a)\n    h(b, "c")\n!1',
  ],
  ['carriage returns change nothing', 'class A {\r\n  int a = 1;\r\n}\r\n', 'class A()\n  let <int> a = 1'],
  ['an empty text', '', ''],
];

describe('Java is lowered', () => {
  it.each([...expressions, ...statements, ...fragments])('%s', (_, source, expected) => {
    expect(print(source)).toBe(expected);
  });
});
