import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, type PrintText, printerOf } from '../../support/lower.ts';

let print: PrintText;

beforeAll(async () => {
  print = await printerOf('javascript');
});

const cases: readonly Case[] = [
  ['a template literal keeps its parts in order', '`<p>${a}\\n${b.c}</p>`', '`<p>${a}\n${b.c}</p>`'],
  ['a template without substitutions is a literal', '`a\\`b`', '"a`b"'],
  ['a tagged template is a call with the parts', 'sql`select ${a} from t`', 'sql("select ", a, " from t")'],
  ['escapes are resolved', "'\\x41\\u{1F600}\\u00e9\\'\\n'", '"A😀é\'\\n"'],
  ['a regular expression keeps its source and flags', '/^a\\/[b/]+$/gi.test(x)', '/^a\\/[b/]+$/gi.test(x)'],
  ['optional chaining is marked', 'a?.b?.[c]?.(d)', 'a?.b[c](d)'],
  ['numbers are their values', '[0x1F, 0b11, 0o17, 1_000n, .5, 1e3]', 'list{31, 3, 15, 1000, 0.5, 1000}'],
  ['equality is one word', 'a === b && a !== c || a ?? d', '((((a == b) and (a != c)) or a) coalesce d)'],
  ['in and instanceof are comparisons', '"a" in b; c instanceof D', '("a" in b)\n(c instanceof D)'],
  ['a choice', 'a ? b : c', '(a ? b : c)'],
  ['signs and words before an operand', '!a; -b; typeof c; void 0', '(not a)\n(- b)\n(typeof c)\n(void 0)'],
  ['counting is assigning', 'a++; x = --b', 'a += 1\nx = (b -= 1)'],
  ['operators that assign', 'a += b; c ??= d; e **= 2', 'a += b\nc ??= d\ne **= 2'],
  ['a chain of assignments has all targets', 'a = b.c = d', 'a = b.c = d'],
  ['a comma in a statement makes two', 'a(), b = c', 'a()\nb = c'],
  ['a comma in an expression is an operator', 'x = (a, b)', 'x = (a , b)'],
  ['delete is a statement', 'delete a.b[c]', 'delete a.b[c]'],
  [
    'objects have keys, methods, getters and spreads',
    '({ a, "b": 1, [k]: v, ...s, m(x) { return x }, get g() { return 1 } })',
    'map{"a": a, "b": 1, k: v, ...s, "m": {function m(x); return x}, "g": {function g(); return 1}}',
  ],
  ['arrays spread', '[a, ...b]', 'list{a, ...b}'],
  ['construction', 'new Map(a, ...b); new X', 'new Map(a, ...b)\nnew X()'],
  [
    'arrow functions return their expression',
    'const f = async (a, { b, c: d = 1, ...e }, [g, , h] = [], ...i) => a + b',
    'const f = {async arrow (a, {b: b, c: d = 1, ...e}, {g, , h} = list{}, ...i); return (a + b)}',
  ],
  [
    'an arrow with a block',
    'app.get("/x", (req, res) => { res.send(req.query.a) })',
    'app.get("/x", {arrow (req, res); res.send(req.query.a)})',
  ],
  [
    'function declarations and generators',
    'function f(a = 1) { return a }\nfunction* g() { yield* f(); yield }',
    'function f(a = 1)\n  return a\nfunction g()\n  (yield f())\n  (yield null)',
  ],
  [
    'declarations',
    'let a = 1, b; const { c, d: { e } } = f; var g = await h()',
    'let a = 1\nlet b\nconst {c: c, d: {e: e}} = f\nlet g = (await h())',
  ],
  ['targets are taken apart', '[a, b.c] = d; ({ a, b: c = 1 } = d)', '{a, b.c} = d\n{a: a, b: c = 1} = d'],
  ['if, else if, else', 'if (a) b(); else if (c) { d() } else e()', 'if a\n  b()\nelse\n  if c\n    d()\n  else\n    e()'],
  [
    'loops',
    'for (let i = 0, n = a.length; i < n; i++) b(i)\nwhile (a) continue\ndo { b() } while (c)\nfor (;;) break',
    'while let i = 0; let n = a.length; (i < n); (i += 1)\n  b(i)\nwhile a\n  continue\ndo-while c\n  b()\nwhile ever\n  break',
  ],
  [
    'for of and for in',
    'for (const [k, v] of a) b(k)\nfor (var k in o) c(k)\nfor await (const x of y) {}',
    'for {k, v} in items a\n  b(k)\nfor k in keys o\n  c(k)\nfor x in items y',
  ],
  [
    'a switch joins empty cases and knows what falls through',
    'switch (a) { case 1: case 2: b(); break; case 3: c(); default: d() }',
    'switch a\ncase 1, 2\n  b()\ncase 3 falls\n  c()\ndefault\n  d()',
  ],
  ['try, catch, finally', 'try { a() } catch (e) { b(e) } finally { c() }', 'try\n  a()\ncatch  e\n  b(e)\nfinally\n  c()'],
  [
    'a catch without a name, and with a pattern',
    'try { a() } catch { b() }\ntry { a() } catch ({ code }) { b(code) }',
    'try\n  a()\ncatch \n  b()\ntry\n  a()\ncatch  #caught\n  let {code: code} = #caught\n  b(code)',
  ],
  ['labels', 'outer: for (const a of b) { break outer }', 'label outer\nfor a in items b\n  break outer'],
  [
    'classes',
    'class A extends b.C { #x = 1; static y = 2; static { z() } constructor(a) { super(a); this.#x = a } async *m() {} static s() {} get [k]() { return 1 } }',
    'class A(b.C)\n  let #x = 1\n  let y = 2\n  block\n    z()\n  function constructor(a)\n    super(a)\n    this.#x = a\n  async function m()\n  static function s()\n  function [k]()\n    return 1',
  ],
  ['a class that is assigned has its name', 'const A = class extends B { m() { return 1 } }', 'class A(B)\n  function m()\n    return 1'],
  [
    'a class as a value is the map of its members',
    'module.exports = class { x = 1; m(a) { return a } }',
    'module.exports = <class>map{"x": 1, "m": {function m(a); return a}}',
  ],
  [
    'imports',
    'import a, { b as c, default as d } from "x"\nimport * as e from "y"\nimport "z"',
    'import x {default as a, b as c, default as d}\nimport y as e\nimport z',
  ],
  ['requiring stays a call', 'const { exec } = require("child_process")', 'const {exec: exec} = require("child_process")'],
  [
    'exports are transparent',
    'export const a = 1\nexport function f() {}\nexport default (b) => b\nexport { c } from "d"\nexport * from "e"\nexport { a }',
    'const a = 1\nfunction f()\n{arrow (b); return b}\nimport d {c}\nimport e',
  ],
  [
    'elements are calls of jsx',
    'x = <div id="a" {...p} onClick={() => f(b)} hidden><p dangerouslySetInnerHTML={{ __html: c }} />d {e} {/* f */}<A.B /></div>',
    'x = jsx("div", map{"id": "a", ...p, "onClick": {arrow (); return f(b)}, "hidden": true}, jsx("p", map{"dangerouslySetInnerHTML": map{"__html": c}}), "d ", e, jsx(A.B, map{}))',
  ],
  ['with', 'with (a) b()', 'a\nb()'],
  ['what says nothing is dropped', '#!/usr/bin/env node\n"use strict"; debugger; ; // c\n/* d */', '"use strict"'],
  [
    'a method without its class',
    'async find(req, res) {\n  const q = req.query.q\n  return db.query("a" + q)\n}',
    'async function find(req, res)\n  const q = req.query.q\n  return db.query(("a" + q))',
  ],
  [
    'two members without their class',
    'static a(b) { return b }\n#c(d) { return d }',
    'static function a(b)\n  return b\nfunction #c(d)\n  return d',
  ],
  [
    'a handler cut short',
    'app.get("/", (req, res) => {\n  const x = req.query.a;\n  if (x) {\n    res.send("<p>" + x',
    'app.get("/", {arrow (req, res); const x = req.query.a; if x; res.send(("<p>" + x))})\n!1',
  ],
  ['a template cut short', 'f(`a${b', 'f(`a${b}`)\n!1'],
  ['a test cut short', 'function f(a) {\n  if (a in', 'function f(a)\n  if (a in ?missing())\n!1'],
  ['what begins with a closing brace', '} else { f(a) }\ng(b)', 'block\n  f(a)\ng(b)\n!1'],
  ['carriage returns change nothing', 'function f(a) {\r\n  return a\r\n}\r\n', 'function f(a)\n  return a'],
];

describe('JavaScript is lowered', () => {
  it.each(cases)('%s', (_, source, expected) => {
    expect(print(source)).toBe(expected);
  });
});
