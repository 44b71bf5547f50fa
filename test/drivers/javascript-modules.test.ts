import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type JsonValue, type TaskInterface } from '../../src/core/index.ts';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import type { Session } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_450);
afterAll(() => box.close());

const functions = (...names: readonly string[]): TaskInterface => ({
  kind: 'function',
  functions: names.map((name) => ({ name, parameters: [], returns: { type: 'json' } })),
});

const withSession = async <T>(code: string, taskInterface: TaskInterface, use: (session: Session) => Promise<T>): Promise<T> => {
  const launch = javascript().launch(code, taskInterface, ['express']);
  const session = await box.open({ launch, limits: defaultLimits, files: [], environment: {} });
  try {
    return await use(session);
  } finally {
    await session.close();
  }
};

const callF = (code: string, ...args: readonly JsonValue[]) =>
  withSession(code, functions('f'), async (session) => (session.loaded.loaded ? session.call('f', args) : session.loaded));

const web: TaskInterface = { kind: 'http', framework: { javascript: 'express' }, application: 'app' };

describe('a JavaScript file is taken as models write it:', () => {
  it.each([
    ['exports.f', 'exports.f = () => 1;'],
    ['module.exports of an object', 'module.exports = { f() { return this.one(); }, one: () => 1 };'],
    ['module.exports of one function', 'module.exports = () => 1;'],
    ['module.exports of the named function', 'module.exports = function f() { return 1; };'],
    ['a bare declaration', 'function f() { return 1; }'],
    ['a bare constant', 'const f = () => 1; // the end'],
    ['a bare class method holder that is exported later', 'class A { static f() { return 1; } }\nmodule.exports = A;'],
    ['export function', 'export function f() { return 1; }'],
    ['export default of a function', 'export default () => 1;'],
    ['export default of an object', 'export default { f: () => 1 };'],
    ['import without export', 'import path from "node:path";\nconst f = () => path.join("1").length;'],
    ['await at the top', 'const one = await Promise.resolve(1);\nfunction f() { return one; }'],
    ['an async function', 'async function f() { return 1; }'],
    ['a #! line and a byte order mark', '\uFEFF#!/usr/bin/env node\nexports.f = () => 1;'],
    ['strict mode', '"use strict";\nconst f = () => 1;'],
    ['a package by require', 'const express = require("express");\nexports.f = () => (typeof express === "function" ? 1 : 0);'],
    ['a package by import', 'import express from "express";\nexport const f = () => (typeof express === "function" ? 1 : 0);'],
    ['a server of its own', 'require("http").createServer().listen(3000);\nexports.f = () => 1;'],
    ['a main part', 'exports.f = () => 1;\nif (require.main === module) process.exit(1);'],
  ])('%s', async (_, code) => {
    expect(await callF(code)).toEqual({ ended: 'answered', value: 1 });
  });

  it.each([
    ['a function of another name', 'module.exports = function g() { return 1; };', 'missing-function', /f/],
    ['a file of its own that is not there', 'require("./db");\nexports.f = () => 1;', 'import', /db/],
    ['an error while it runs', 'null.x;\nexports.f = () => 1;', 'import', /TypeError.*line 1/],
    ['a name that a module does not export', 'import { nope } from "node:fs";\nexport const f = () => 1;', 'import', /nope/],
    ['a syntax error in a module', 'import fs from "node:fs";\nexport function f( {', 'syntax', /./],
  ])('%s is told as what it is', async (_, code, kind, detail) => {
    expect(await callF(code)).toMatchObject({ loaded: false, kind, detail: expect.stringMatching(detail) });
  });
});

describe('a JavaScript answer', () => {
  it.each<readonly [string, string, JsonValue]>([
    ['undefined is null', 'undefined', null],
    ['an undefined member is left out, an undefined element is null', '({ a: undefined, b: [undefined] })', { b: [null] }],
    ['a buffer is bytes', 'Buffer.from([1, 2]).subarray(1)', { $bytes: 'Ag==' }],
    ['a typed array of bytes is bytes', 'new Uint8Array([255])', { $bytes: '/w==' }],
    ['a large BigInt keeps every digit', '2n ** 64n', { $integer: '18446744073709551616' }],
    ['a small BigInt is a number', '5n', 5],
    ['an object of a class is its data', 'new (class { x = 1; })()', { x: 1 }],
    ['minus zero is zero', '-0', 0],
  ])('%s', async (_, expression, expected) => {
    expect(await callF(`exports.f = () => ${expression};`)).toEqual({ ended: 'answered', value: expected });
  });

  it.each([
    '() => 1',
    'NaN',
    'Symbol("x")',
    'new Map()',
    'new Date()',
    'new Proxy({}, {})',
    '({ get x() { return 1; } })',
    '({ toJSON: () => 1 })',
    '(() => { const a = []; a.push(a); return a; })()',
    'new String("x")',
    'new Error("x")',
  ])('is raised where it is %s', async (expression) => {
    expect(await callF(`exports.f = () => (${expression});`)).toMatchObject({
      ended: 'raised',
      type: 'TypeError',
      message: expect.stringMatching(/^not JSON/),
    });
  });

  it('is the same whatever the candidate patched', async () => {
    const patches = [
      'JSON.stringify = () => "1"; JSON.parse = () => 0;',
      'Array.prototype.toJSON = Object.prototype.toJSON = () => 1;',
      'Array.prototype[Symbol.iterator] = null; Array.prototype.push = null; Array.prototype.find = null;',
      'Object.defineProperty(Array.prototype, "0", { set() {}, get: () => 9 });',
      'Object.prototype.value = 3; Object.prototype.get = 3;',
      'String.prototype.slice = null; RegExp.prototype.exec = null; Promise.prototype.then = null; Buffer.from = null;',
      'Reflect.apply = null; Reflect.ownKeys = () => []; Function.prototype.call = null; Function.prototype.bind = null;',
    ];
    expect(await callF(`${patches.join('\n')}\nexports.f = (a) => [a];`, { x: ['y'] })).toEqual({
      ended: 'answered',
      value: [{ x: ['y'] }],
    });
  });

  it.each([
    ['an uncaught exception', 'setTimeout(() => { throw new Error("late"); }); return new Promise(() => {});'],
    ['an unhandled rejection', 'Promise.reject(new Error("late")); return new Promise(() => {});'],
  ])('is never made of %s', async (_, body) => {
    expect(await callF(`exports.f = () => { ${body} };`)).toMatchObject({ ended: 'died', exitCode: 1 });
  });
});

describe('a JavaScript service is put on the port of the tests:', () => {
  const app = 'const app = express();\napp.get("/", (request, response) => response.send("hello"));';
  it.each([
    ['exported', `const express = require("express");\n${app}\nmodule.exports = app;`],
    ['exported by name', `const express = require("express");\n${app}\nmodule.exports = { app };`],
    ['bare', `const express = require("express");\n${app}`],
    ['listening by itself', `const express = require("express");\n${app}\napp.listen(process.env.PORT || 3000, "0.0.0.0", () => {});`],
    ['a module', `import express from "express";\n${app}\nexport default app;`],
    [
      'listening later, with another name',
      `const express = require("express");\n${app.replaceAll('app', 'server')}\nsetTimeout(() => server.listen(3000), 50);`,
    ],
    ['plain http', 'require("http").createServer((request, response) => response.end("hello")).listen({ port: 80 });'],
    [
      'exported and listening',
      `const express = require("express");\n${app}\nif (require.main === module) app.listen(3000);\nmodule.exports = app;`,
    ],
  ])('%s', async (_, code) => {
    const answer = await withSession(code, web, (session) => session.http({ method: 'GET', path: '/' }));
    expect(answer).toMatchObject({ ended: 'answered', value: { status: 200 } });
  });

  it('a file without one is told so', async () => {
    expect(await withSession('exports.x = 1;', web, async (session) => session.loaded)).toMatchObject({
      loaded: false,
      kind: 'missing-function',
    });
  });
});
