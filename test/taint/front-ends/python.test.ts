import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, type PrintText, printerOf } from '../../support/lower.ts';

let print: PrintText;

beforeAll(async () => {
  print = await printerOf('python');
});

const expressions: readonly Case[] = [
  ['an f-string is a template; doubled braces are single', 'f"<p>{name}{{x}}"', '`<p>${name}{x}`'],
  ['a conversion and a format are calls', 'f"{a!r:>{w}} {n:d}"', '`${format(repr(a), `${w}`)} ${format(n, "d")}`'],
  ['an f-string for debugging says its expression', 'f"{a=}"', '`a=${a}`'],
  ['an f-string without expressions is a literal', 'f"abc"', '"abc"'],
  ['strings side by side are one text', '"a\\n" f"b{c}" """d"""', '`a\n' + 'b${c}d`'],
  ['escapes are resolved, unknown ones kept', '"\\x41\\u00e9\\101\\d\\\\"', JSON.stringify('AéA\\d\\')],
  ['raw strings keep their backslashes', 'r"\\d+"', '"\\\\d+"'],
  ['bytes are bytes', 'b"\\x00a"', 'b"\\u0000a"'],
  ['formatting by operator and by method stay what they are', '"%s" % a + "{}".format(b)', '(("%s" % a) + "{}".format(b))'],
  ['numbers are their values', '[0o17, 0xFF, 1_000, 2.5e3, 0b11, -1]', 'list{15, 255, 1000, 2500, 3, (- 1)}'],
  ['a chain of comparisons compares each pair', '0 < a <= b', '((0 < a) and (a <= b))'],
  ['membership and identity are comparisons', 'a not in b or a is not None', '((a not in b) or (a is not null))'],
  ['an assignment may be a value', '(n := len(a)) > 10', '((n = len(a)) > 10)'],
  ['a choice has its test first', 'a if b else c', '(b ? a : c)'],
  ['arguments may be spread and named', 'f(a, *b, k=c, **d)', 'f(a, ...b, k=c, **d)'],
  ['a lone generator is an argument', 'any(x for x in y if x)', 'any(generator{x for x in y if x})'],
  ['comprehensions have clauses', '{k: v for k, v in d.items() for w in v if w}', 'map{k: v for {k, v} in d.items() for w in v if w}'],
  ['dictionaries spread', '{**a, "b": 1}', 'map{...a, "b": 1}'],
  ['slices have ends', 'a[1:2] + a[:n] + a[::2]', '((a[1:2] + a[:n]) + a[:])'],
  ['several subscripts are a tuple', 'a[1, x]', 'a[tuple{1, x}]'],
  ['a lambda returns its body', 'lambda a, *b, c=1: a + c', '{arrow (a, ...b, c = 1); return (a + c)}'],
  ['awaited and yielded values are wrapped', 'await f((yield x))', '(await f((yield x)))'],
];

const statements: readonly Case[] = [
  ['import of a module in a package binds the package', 'import os.path', 'import os as os\nimport os.path'],
  ['import as', 'import numpy as np, sys', 'import numpy as np\nimport sys as sys'],
  ['import of names', 'from ..a.b import c as d, e', 'import ..a.b {c as d, e}'],
  ['import of everything', 'from a import *', 'import a {*}'],
  ['a chain of assignments has all targets', 'a = b = c, d = e', 'a = b = {c, d} = e'],
  ['nested targets', '(a, *b), [c.d] = x', '{{a, ...b}, {c.d}} = x'],
  ['augmented assignment', 'x[i] += 1', 'x[i] += 1'],
  ['annotated names are declared', 'x: Dict[str, int] = {}\ny: str', 'let <Dict[str,int]> x = map{}\nlet <str> y'],
  ['elif is an if within else', 'if a: b()\nelif c: d()\nelse: e()', 'if a\n  b()\nelse\n  if c\n    d()\n  else\n    e()'],
  ['while with else', 'while True:\n  a()\n  continue\nelse: b()', 'while true\n  a()\n  continue\nelse\n  b()'],
  ['for', 'for i, x in enumerate(a):\n  break', 'for {i, x} in items enumerate(a)\n  break'],
  [
    'try',
    'try: a()\nexcept (B, C.d) as e: f(e)\nexcept: pass\nelse: g()\nfinally: h()',
    'try\n  a()\ncatch B|C.d e\n  f(e)\ncatch \nelse\n  g()\nfinally\n  h()',
  ],
  ['with', 'async with open(a) as f, b as (c, d.e): pass', 'with open(a) as f, b as {c, d.e}'],
  [
    'match binds what its patterns capture',
    'match m:\n  case 1 | "b": p()\n  case {"a": x} if x: q(x)\n  case Foo(k=z): r(z)\n  case other: s()',
    'switch m\ncase 1, "b"\n  p()\ncase ?dict_pattern()\n  x = m["a"]\n  if x\n    q(x)\ncase (m instanceof Foo)\n  z = m.k\n  r(z)\ndefault\n  other = m\n  s()',
  ],
  [
    'raise, assert, del, return',
    'raise A(b) from c\nassert d, "m"\ndel a, b[1]\nreturn a, *b',
    'throw A(b)\nassert d\ndelete a\ndelete b[1]\nreturn tuple{a, ...b}',
  ],
  [
    'functions have roles, types, fallbacks and decorators',
    '@app.route("/x")\nasync def f(self, a, /, b: Optional[str] = None, *args, k, **kw) -> str:\n  return a',
    '@app.route("/x") async function f(receiver self, a, b: Optional[str] = null, ...args, k, **kw): str\n  return a',
  ],
  [
    'a static method is static',
    'class A(B, metaclass=M):\n  x = 1\n  @staticmethod\n  def f(a): pass',
    'class A(B)\n  x = 1\n  @staticmethod static function f(a)',
  ],
  ['Python 2 print and exec are calls', 'print >>f, a\nexec a in b', 'print(f, a)\nexec(a, b)'],
  ['declarations of scope and types are dropped', 'global a\npass\ntype X = int\n# c\n', ''],
];

const fragments: readonly Case[] = [
  ['a method without its class, indented', '    def f(self, a):\n        return a\n', 'function f(receiver self, a)\n  return a'],
  ['a body alone', '        x = f(a)\n        if x:\n            return x\n', 'x = f(a)\nif x\n  return x'],
  ['a call cut short keeps its arguments', 'def f(a):\n    x = g(a)\n    h(x, "b', 'function f(a)\n  x = g(a)\n  h(x, "b")\n!1'],
  ['a test cut short is still read', 'def f(a):\n    if a in B', 'function f(a)\n  if (a in B)\n!1'],
  ['carriage returns change nothing', 'def f(a):\r\n    b = a\r\n    return b\r\n', 'function f(a)\n  b = a\n  return b'],
  ['a string cut short', 'x = f"<p>{a}', 'x = `<p>${a}`\n!1'],
  ['an empty text', '', ''],
];

describe('Python is lowered', () => {
  it.each([...expressions, ...statements, ...fragments])('%s', (_, source, expected) => {
    expect(print(source)).toBe(expected);
  });
});
