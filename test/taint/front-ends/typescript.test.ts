import { beforeAll, describe, expect, it } from 'vitest';
import { type Case, type PrintText, printerOf } from '../../support/lower.ts';

let print: PrintText;

beforeAll(async () => {
  print = await printerOf('typescript');
});

const cases: readonly Case[] = [
  [
    'types of parameters are kept as text',
    'function f(this: Foo, a: Map<string, number>, b?: string, ...c: string[]): Promise<void> {}',
    'function f(receiver this: Foo, a: Map<string,number>, b: string, ...c: string[]): Promise<void>',
  ],
  [
    'types of variables are kept as text',
    'let a: string | undefined = b; const c: A.B[] = []',
    'let <string|undefined> a = b\nconst <A.B[]> c = list{}',
  ],
  [
    'casts',
    'x = a as unknown as string; y = <any>b; z = c!; w = d satisfies E; v = f as const',
    'x = ((a as unknown) as string)\ny = (b as any)\nz = (c as !)\nw = (d as E)\nv = (f as const)',
  ],
  [
    'enumerations are maps',
    'enum E { A, B = "b", C = 4, D }\nconst enum F { X }',
    'const E = map{"A": 0, "B": "b", "C": 4, "D": 5}\nconst F = map{"X": 0}',
  ],
  [
    'parameter properties set fields',
    'class A { constructor(private readonly a: string, public b = 1, c: number) { this.d = c } }',
    'class A()\n  function constructor(a: string, b = 1, c: number)\n    this.a = a\n    this.b = b\n    this.d = c',
  ],
  [
    'decorators of classes, members and parameters',
    '@Controller("x")\nexport class A {\n  @Input() a: string\n  @Get(":id")\n  async m(@Param("id") id: string, @Body() dto: Dto) { return id }\n}',
    '@Controller("x") class A()\n  let <string> a\n  @Get(":id") async function m(@Param("id") id: string, @Body() dto: Dto)\n    return id',
  ],
  ['namespaces are transparent', 'namespace N.M { export const a = f() }', 'const a = f()'],
  [
    'declarations of types are dropped',
    'interface I { a: string; m(): void }\ntype T = { a: string }\ndeclare const x: T\ndeclare function f(a: string): void\nfunction g(a: string): void;\nabstract class B { abstract m(): void }',
    'class B()',
  ],
  ['generic calls', 'f<string>(a); new Map<string, T>([[a, b]]); g<T>', 'f(a)\nnew Map(list{list{a, b}})\ng'],
  [
    'arrow functions with types',
    'const f = async <T,>(a: T, { b }: { b: string } = {}): Promise<T> => a',
    'const f = {async arrow (a: T, {b: b}: {b:string} = map{}): Promise<T>; return a}',
  ],
  [
    'imports of types and values',
    'import type { A } from "a"\nimport { type B, C as D } from "b"\nimport e = require("e")\nimport F = G.H',
    'import a {A}\nimport b {B, C as D}\nimport e as e\nconst F = G.H',
  ],
  ['export assignment', 'export = a', 'a'],
  [
    'fields',
    'class A<T> extends B<T> implements I, J { private static readonly x: number = 1; declare y: string; z? = f(); [k: string]: any }',
    'class A(B, I, J)\n  const <number> x = 1\n  let <string> y\n  let z = f()',
  ],
  ['optional chaining with assertions', 'a?.b!.c![d]', '((a?.b as !).c as !)[d]'],
  [
    'a guard is a function',
    'function isA(x: unknown): x is A { return typeof x === "string" && "a" in x }',
    'function isA(x: unknown): x is A\n  return (((typeof x) == "string") and ("a" in x))',
  ],
  ['loops over casts', 'for (const x of y as string[]) f(x)', 'for x in items (y as string[])\n  f(x)'],
  ['for with a declaration', 'for (let i: number = 0; i < n; i += 1) f(i)', 'while let <number> i = 0; (i < n); (i += 1)\n  f(i)'],
  [
    'switch over a type',
    'switch (a.kind) { case "x": { f(); break } default: g(a satisfies never) }',
    'switch a.kind\ncase "x"\n  block\n    f()\ndefault\n  g((a as never))',
  ],
  ['template literals', 'const q: string = `select ${a as string}`', 'const <string> q = `select ${(a as string)}`'],
  [
    'regular expressions',
    'if (!/^[a-z]+$/u.test(a)) throw new Error(`bad ${a}`)',
    'if (not /^[a-z]+$/u.test(a))\n  throw new Error(`bad ${a}`)',
  ],
  ['try with an unknown error', 'try { f() } catch (e: unknown) { g(e) }', 'try\n  f()\ncatch  e\n  g(e)'],
  [
    'getters and overloads',
    'class A { get x(): string { return this.#x } m(a: string): void; m(a: any) { f(a) } }',
    'class A()\n  function x(): string\n    return this.#x\n  function m(a: any)\n    f(a)',
  ],
  [
    'abstract methods are dropped and others kept',
    'abstract class A { abstract f(a: string): void; protected g(a: string) { return a } }',
    'class A()\n  function g(a: string)\n    return a',
  ],
  [
    'elements of TSX',
    'const x: A = <p dangerouslySetInnerHTML={{ __html: a as string }}>{b}</p>',
    'const <A> x = jsx("p", map{"dangerouslySetInnerHTML": map{"__html": (a as string)}}, b)',
  ],
  ['an old cast is no element', 'const x = <Foo>bar; f(<any>y)', 'const x = (bar as Foo)\nf((y as any))'],
  [
    'destructured parameters',
    'export async function handler({ query: { id }, body = {} }: Request, res: Response) { res.json(id) }',
    'async function handler({query: {id: id}, body: body = map{}}: Request, res: Response)\n  res.json(id)',
  ],
  [
    'a method without its class',
    '  @Get()\n  async find(@Query("q") q: string, private b?: number): Promise<string> {\n    return this.db.query(q)\n  }',
    '@Get() async function find(@Query("q") q: string, b: number): Promise<string>\n  this.b = b\n  return this.db.query(q)',
  ],
  [
    'a method cut short',
    'class A {\n  private m(a: string): void {\n    const b: string = f(a',
    'class A()\n  function m(a: string): void\n    const <string> b = f(a)\n!1',
  ],
  ['a type cut short', 'const f = (a: Map<string', 'const f = a\n!2'],
  ['non-null in a target', 'a!.b = c; (d as any).e = f', '(a as !).b = c\n(d as any).e = f'],
];

describe('TypeScript is lowered', () => {
  it.each(cases)('%s', (_, source, expected) => {
    expect(print(source)).toBe(expected);
  });
});
