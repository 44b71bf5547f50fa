import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, type PrintText, printerOf } from '../../support/lower.ts';

let print: PrintText;

beforeAll(async () => {
  print = await printerOf('go');
});

const expressions: readonly Case[] = [
  ['escapes are resolved', 'x := "a\\n\\x41\\u00e9\\"\\101"', `let x = ${JSON.stringify('a\nAé"A')}`],
  ['a raw string keeps its backslashes', 'x := `\\d+\\n"`', 'let x = "\\\\d+\\\\n\\""'],
  ['a rune is a character', "x := '\\n'", 'let x = c"\\n"'],
  ['numbers are their values', 'x := []any{0o17, 0xFF, 1_000, 2.5e3, 0b11, 0x1p-2}', 'let x = <[]any>list{15, 255, 1000, 2500, 3, 0.25}'],
  [
    'conversions by the name of a type are casts',
    'x = string(b); y = []byte("a"); z = (*T)(p)',
    'x = (b as string)\ny = ("a" as []byte)\nz = (p as *T)',
  ],
  ['a type assertion is a cast', 'x, ok := y.(*pkg.T)', 'let {x, ok} = (y as *pkg.T)'],
  ['a conversion to a type of another package looks like a call', 'x = template.HTML(y)', 'x = template.HTML(y)'],
  ['types of arguments are names', 'b := make([]byte, 16); p := new(tls.Config)', 'let b = make([]byte, 16)\nlet p = new(tls.Config)'],
  [
    'a struct has its fields by name',
    'c := &tls.Config{MinVersion: 1, Next: &T{a, b}}',
    'let c = (& <tls.Config>map{"MinVersion": 1, "Next": (& <T>tuple{a, b})})',
  ],
  [
    'elements of lists and maps may leave out their type',
    'x := map[string][]T{k: {{A: 1}}, "l": nil}',
    'let x = <map[string][]T>map{k: <[]T>list{<T>map{"A": 1}}, "l": null}',
  ],
  ['pointers among elements leave out their type too', 'x := []*T{{A: 1}}', 'let x = <[]*T>list{<T>map{"A": 1}}'],
  ['slices have ends, without capacity', 'x = a[1:2]; y = a[:n:m]; z = a[i]', 'x = a[1:2]\ny = a[:n]\nz = a[i]'],
  ['operators', 'x = !a && ^b&^c != 0 || *p < -1', 'x = (((not a) and (((~ b) & (~ c)) != 0)) or ((* p) < (- 1)))'],
  [
    'generic calls are calls of what is generic',
    'Map[int](x); pkg.Map[K, V](x, y); z := Set[int]{}',
    'Map(x)\npkg.Map(x, y)\nlet z = <Set>map{}',
  ],
  ['arguments may be spread', 'f(a, b...)', 'f(a, ...b)'],
  [
    'functions are values',
    'f := func(a, b string, c ...int) error { return g(a) }',
    'let f = {function (a: string, b: string, ...c: int): error; return g(a)}',
  ],
  ['what is received is an element', 'x := <-ch', 'let x = (<- ch)'],
];

const statements: readonly Case[] = [
  [
    'imports bind the name of the package',
    'import (\n\t"crypto/tls"\n\tj "encoding/json"\n\t. "a"\n\t_ "b"\n)',
    'import crypto/tls as tls\nimport encoding/json as j\nimport a {*}\nimport b as _',
  ],
  [
    'versions and dialects are no names of packages',
    'import "github.com/golang-jwt/jwt/v5"\nimport "gopkg.in/yaml.v3"\nimport "github.com/mattn/go-sqlite3"',
    'import github.com/golang-jwt/jwt/v5 as jwt\nimport gopkg.in/yaml.v3 as yaml\nimport github.com/mattn/go-sqlite3 as sqlite3',
  ],
  ['several results are taken apart', 'a, err := f()\n_, b = g()', 'let {a, err} = f()\n{_, b} = g()'],
  ['an exchange takes a tuple apart', 'a, b[i] = b[i], a', '{a, b[i]} = tuple{b[i], a}'],
  ['writing through a pointer, counting, operators', '*p = 1; a.b++; c -= 2; d &^= e', '*p = 1\na.b += 1\nc -= 2\nd &= (~ e)'],
  [
    'constants count on',
    'const (\n\tA = 1 << iota\n\tB\n\tC, D int = 1, 2\n)',
    'const A = (1 << 0)\nconst B = (1 << 1)\nconst <int> {C, D} = tuple{1, 2}',
  ],
  ['variables', 'var (\n\ta, b string\n\tc = f()\n)\nvar d [16]byte', 'let <string> a\nlet <string> b\nlet c = f()\nlet <[16]byte[16]> d'],
  [
    'a struct is a class, what it embeds a base, its tags are dropped',
    'type T struct {\n\tA, B string `json:"a"`\n\t*sync.Mutex\n}',
    'class T(sync.Mutex)\n  let <string> A\n  let <string> B',
  ],
  ['other types say nothing', 'type I interface{ M(a int) error }\ntype S = string\ntype F func()', ''],
  [
    'a method has its receiver first',
    'func (s *Store) Find(id string) error { return s.err }',
    'function Find(receiver s: *Store, id: string): error\n  return s.err',
  ],
  [
    'named results are variables, and a bare return yields them',
    'func f() (n int, err error) { n = 1; return }',
    'function f(): (int,error)\n  let <int> n\n  let <error> err\n  n = 1\n  return tuple{n, err}',
  ],
  [
    'a function within has results of its own',
    'func f() (err error) { g := func() { return }; return }',
    'function f(): (error)\n  let <error> err\n  let g = {function (); return}\n  return err',
  ],
  [
    'type parameters are dropped',
    'func Map[K comparable, V any](m map[K]V, _ int) V { return m[k] }',
    'function Map(m: map[K]V, _: int): V\n  return m[k]',
  ],
  ['defer and go', 'defer f.Close()\ngo func() { g() }()', 'defer f.Close()\nspawn {function (); g()}()'],
  [
    'what stands before a test goes into a block',
    'if err := f(); err != nil {\n\treturn err\n} else if b { g() } else { h() }',
    'block\n  let err = f()\n  if (err != null)\n    return err\n  else\n    if b\n      g()\n    else\n      h()',
  ],
  [
    'loops',
    'for i := 0; i < n; i++ { f(i) }\nfor a { b() }\nfor { break }',
    'while let i = 0; (i < n); (i += 1)\n  f(i)\nwhile a\n  b()\nwhile ever\n  break',
  ],
  [
    'range yields keys, or pairs',
    'for i, v := range a { f(v) }\nfor k := range m { g(k) }\nfor range c { h() }',
    'for {i, v} in pairs a\n  f(v)\nfor k in keys m\n  g(k)\nfor  in keys c\n  h()',
  ],
  [
    'a switch falls only where it says so',
    'switch x := f(); x {\ncase 1, 2:\n\tg()\n\tfallthrough\ncase 3:\ndefault:\n\th()\n}',
    'block\n  let x = f()\n  switch x\n  case 1, 2 falls\n    g()\n  case 3\n  default\n    h()',
  ],
  ['a switch over conditions', 'switch {\ncase a > b:\n\tf()\n}', 'switch \ncase (a > b)\n  f()'],
  [
    'a switch over types narrows the name',
    'switch v := x.(type) {\ncase string:\n\tf(v)\ncase int, nil:\n\tg()\n}',
    'block\n  let v = x\n  switch v\n  case (v instanceof string)\n    let v = (v as string)\n    f(v)\n  case (v instanceof int), (v == null)\n    g()',
  ],
  [
    'channels',
    'ch <- x\nselect {\ncase v, ok := <-ch:\n\tf(v)\ncase out <- y:\ncase <-done:\ndefault:\n}',
    'ch[:] = x\nswitch \ncase ({v, ok} = (<- ch))\n  f(v)\ncase (out[:] = y)\ncase (<- done)\ndefault',
  ],
  [
    'labels and jumps',
    'outer:\n\tfor {\n\t\tcontinue outer\n\t}\n\tgoto end\nend:\n\tf()',
    'label outer\nwhile ever\n  continue outer\ngoto end\nlabel end\nf()',
  ],
];

const fragments: readonly Case[] = [
  [
    'statements without a function',
    '\tid := r.FormValue("id")\n\tif id == "" {\n\t\treturn\n\t}\n',
    'let id = r.FormValue("id")\nif (id == "")\n  return',
  ],
  [
    'a call cut short keeps its arguments',
    'func f(a string) {\n\tb := g(a)\n\th(b, "c',
    'function f(a: string)\n  let b = g(a)\n  h(b, "c")\n!1',
  ],
  ['a block cut short', 'func f(a string) {\n\tif ok(a) {\n\t\tg(a)\n', 'function f(a: string)\n  if ok(a)\n    g(a)\n!1'],
  ['a literal cut short', 'c := &http.Cookie{Name: "a", Secure: t', 'let c = (& <http.Cookie>map{"Name": "a", "Secure": t})\n!1'],
  ['a test cut short is still read', 'func f() {\n\tif a == b', 'function f()\n  if (a == b)\n!1'],
  ['carriage returns change nothing', 'func f() {\r\n\tg()\r\n}\r\n', 'function f()\n  g()'],
  ['an empty text', '', ''],
];

describe('Go is lowered', () => {
  it.each([...expressions, ...statements, ...fragments])('%s', (_, source, expected) => {
    expect(print(source)).toBe(expected);
  });
});
