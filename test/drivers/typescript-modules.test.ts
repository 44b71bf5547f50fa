import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type JsonValue, type TaskInterface } from '../../src/core/index.ts';
import { transpile } from '../../src/drivers/typescript/transpile.ts';
import { typescript } from '../../src/drivers/typescript/typescript.ts';
import type { Session } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_580);
afterAll(() => box.close());

const functions: TaskInterface = {
  kind: 'function',
  functions: [{ name: 'read_one', parameters: [{ name: 'x', type: 'json' }], returns: { type: 'json' } }],
};

const web = (framework: string): TaskInterface => ({ kind: 'http', framework: { typescript: framework }, application: 'app' });

const withSession = async <T>(code: string, taskInterface: TaskInterface, use: (session: Session) => Promise<T>): Promise<T> => {
  const launch = typescript().launch(code, taskInterface, ['express', 'fastify']);
  const session = await box.open({ launch, limits: { ...defaultLimits, loadMs: 120_000 }, files: [], environment: {} });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
};

const call = (code: string, ...args: readonly JsonValue[]) =>
  withSession(code, functions, async (session) => (session.loaded.loaded ? session.call('readOne', args) : session.loaded));

describe('a TypeScript file is taken as models write it:', { timeout: 180_000 }, () => {
  it.each([
    ['export function', 'export function readOne(x: number): number { return x; }'],
    ['export const', 'export const readOne = (x: number): number => x;'],
    ['export async function', 'export async function readOne<T>(x: T): Promise<T> { return x; }'],
    ['export default', 'export default function readOne(x: number): number { return x; }'],
    ['export default of an object', 'const readOne = (x: number) => x;\nexport default { readOne };'],
    ['export list with types', 'interface A { a: number }\nfunction readOne(x: number) { return x; }\nexport { readOne, type A };'],
    ['no export at all', 'function readOne(x: number): number { return x; }'],
    ['module.exports', 'const readOne = (x: number): number => x;\nmodule.exports = { readOne };'],
    ['export assignment', 'import path = require("node:path");\nexport = { readOne: (x: number) => Number(path.join(String(x))) };'],
    [
      'import beside require',
      'import type { Stats } from "node:fs";\nimport path from "node:path";\nconst fs = require("fs");\nexport const readOne = (x: number): number => (fs.existsSync(path.sep) ? x : 0);',
    ],
    [
      'a namespace import',
      'import * as path from "path";\nexport const readOne = (x: number): string | number => (path.sep === "/" ? x : "");',
    ],
    [
      'enums, namespaces and parameter properties',
      'enum A { One = 1 }\nconst enum B { One = 1 }\nnamespace N { export const one = B.One; }\nclass C { constructor(private readonly one: number) {} get() { return this.one; } }\nexport const readOne = (x: number) => x * A.One * N.one * new C(1).get();',
    ],
    [
      'overloads, generics, assertions and satisfies',
      'export function readOne(x: number): number;\nexport function readOne(x: string): string;\nexport function readOne(x: any): any { return (<any>x)! satisfies unknown; }',
    ],
    [
      'an abstract class and private names',
      'abstract class A { #x = 1; declare y: number; abstract f(): number; g() { return this.#x; } }\nclass B extends A { f() { return this.g(); } }\nexport const readOne = (x: number) => x * new B().f();',
    ],
    ['await at the top', 'const one: number = await Promise.resolve(1);\nexport const readOne = (x: number): number => x * one;'],
    [
      'import.meta',
      'import { fileURLToPath } from "node:url";\nconst own = fileURLToPath(import.meta.url);\nexport const readOne = (x: number) => x;\nif (process.argv[1] === own) process.exit(1);',
    ],
    ['a main part', 'export const readOne = (x: number) => x;\nif (require.main === module) process.exit(1);'],
    ['types that are wrong', 'export const readOne = (x: string): boolean => x;'],
    ['a byte order mark and a #! line', '\uFEFF#!/usr/bin/env ts-node\nexport const readOne = (x: number) => x;'],
    ['an import that only types use', 'import { Nowhere } from "no-such-types";\nexport const readOne = (x: Nowhere): Nowhere => x;'],
  ])('%s', async (_, code) => {
    expect(await call(code, 1)).toEqual({ ended: 'answered', value: 1 });
  });

  it.each([
    ['a syntax error', 'export const readOne = (x: number => x;', 'syntax', /line 1/],
    ['a syntax error later', 'export const readOne = (x: number) => x;\n\nconst y: = 1;', 'syntax', /line 3/],
    ['what the engine does not parse', 'export const readOne = (x: number) => x;\nfunction f() { await g(); }', 'syntax', /./],
    ['a function of another name', 'export const other = 1;', 'missing-function', /readOne/],
    ['an error while it runs', 'const x: any = null;\nx.y;\nexport const readOne = 1;', 'import', /TypeError/],
    [
      'a package that is not there',
      'import { x } from "no-such-package-here";\nexport const readOne = () => x;',
      'missing-dependency',
      /no-such-package-here/,
    ],
  ])('%s is told as what it is', async (_, code, kind, detail) => {
    expect(await call(code, 1)).toMatchObject({ loaded: false, kind, detail: expect.stringMatching(detail) });
  });

  it('a service of Fastify', async () => {
    const code =
      'import Fastify, { type FastifyInstance, type FastifyRequest } from "fastify";\nexport const app: FastifyInstance = Fastify();\napp.get("/", async (_: FastifyRequest) => "hello");';
    const answer = await withSession(code, web('fastify'), (session) => session.http({ method: 'GET', path: '/' }));
    expect(answer).toMatchObject({ ended: 'answered', value: { status: 200 } });
  });

  it('tells of a program that does not parse before it is started', async () => {
    const loaded = await withSession('const x: = 1;', { kind: 'command' }, async (session) => session.loaded);
    expect(loaded).toMatchObject({ loaded: false, kind: 'compile', detail: expect.stringMatching(/expected.*line 1/) });
  });

  it.each([
    [
      'exported by name',
      'import express, { Request, Response } from "express";\nexport const app = express();\napp.get("/", (_: Request, response: Response) => { response.send("hello"); });',
    ],
    [
      'the default export',
      'import express from "express";\nconst app: express.Application = express();\napp.get("/", (_, response) => { response.send("hello"); });\nexport default app;',
    ],
    [
      'listening by itself',
      'import * as http from "http";\nhttp.createServer((_, response) => response.end("hello")).listen(Number(process.env.PORT ?? 3000));',
    ],
  ])('a service that is %s', async (_, code) => {
    const answer = await withSession(code, web('express'), (session) => session.http({ method: 'GET', path: '/' }));
    expect(answer).toMatchObject({ ended: 'answered', value: { status: 200 } });
  });
});

describe('the TypeScript compiler', () => {
  it('yields the same text for the same text, with line ends of one kind', () => {
    const code = 'export const a: number = 1;\r\nexport enum B { C }\r\n';
    expect(transpile(code)).toEqual(transpile(code));
    expect(JSON.stringify(transpile('export const a: number = 1;\n'))).not.toContain('\\r');
  });
});
