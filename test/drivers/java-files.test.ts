import { afterAll, describe, expect, it } from 'vitest';
import type { FunctionSignature, JsonValue, TaskInterface } from '../../src/core/index.ts';
import { java, javaToolFolder } from '../../src/drivers/java/java.ts';
import type { Ended, ExecResult } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';
import { inSolution, javaTrial } from './java-trial.ts';

const box = trialBox(64_750, [javaToolFolder()]);
afterAll(() => box.close());
const { answer, withSession } = javaTrial(box);

const one: Ended<JsonValue> = { ended: 'answered', value: 1 };

describe('a Java file is taken as models write it:', () => {
  it.each([
    ['another public class', 'public class Notes { public static int readOne() { return 1; } }'],
    ['a package', 'package com.example.notes;\n\npublic class Solution { public static int readOne() { return 1; } }'],
    ['a method of an object', 'public class Solution { private final int one; Solution() { one = 1; } int readOne() { return one; } }'],
    ['a private constructor', 'public final class Solution { private Solution() {} private static int readOne() { return 1; } }'],
    [
      'a main of its own',
      'public class Solution { static int readOne() { return 1; } public static void main(String[] a) { System.exit(1); } }',
    ],
    [
      'several classes',
      'class Helper { static int one() { return 1; } }\nclass Solution { static int readOne() { return Helper.one(); } }',
    ],
    [
      'two public classes',
      'public class Helper { static int one = 1; }\npublic class Solution { static int readOne() { return Helper.one; } }',
    ],
    ['a nested class', 'public class Solution { public static class Reader { public static int readOne() { return 1; } } }'],
    ['an inherited method', 'class Base { public int readOne() { return 1; } }\npublic class Solution extends Base {}'],
    ['an interface', 'interface Reader { static int readOne() { return 1; } }'],
    [
      'a record and a switch',
      'record One(int value) {}\nclass A { static int readOne() { return switch (1) { default -> new One(1).value(); }; } }',
    ],
    ['a name in snake case', 'public class Solution { public static int read_one() { return 1; } }'],
    ['a byte order mark', '\uFEFFpublic class Solution { public static int readOne() { return 1; } }'],
    [
      'names of the harness',
      'class Json { static int one = 1; }\nclass Harness {}\nclass Candidate { static int readOne() { return Json.one; } }',
    ],
    ['a name of the language', 'class Function { static int readOne() { return 1; } }'],
    ['methods without a class', 'import java.util.List;\n\npublic static int readOne() {\n    return List.of(1).get(0);\n}\n'],
    ['an overload that does not fit', inSolution('static int readOne(String a) { return 0; }\nstatic int readOne() { return 1; }')],
  ])('%s', async (_, code) => {
    expect(await answer(code)).toEqual(one);
  });

  it.each([
    ['a function of another name', 'public class Solution { static int other() { return 1; } }', 'missing-function', /readOne\(\)/],
    [
      'a method that needs an object that can not be made',
      'public class Solution { Solution(int a) {} int readOne() { return 1; } }',
      'missing-function',
      /readOne/,
    ],
    ['parameters of other types', inSolution('static int readOne(String text) { return 1; }'), 'missing-function', /readOne\(\)/],
    [
      'an error while it is initialised',
      inSolution('static int zero = 0;\nstatic int one = 1 / zero;\nstatic int readOne() { return 1; }'),
      'import',
      /ArithmeticException: \/ by zero \(line 5\)/,
    ],
    [
      'an error in its constructor',
      inSolution('Solution() { throw new IllegalStateException("no"); }\nint readOne() { return 1; }'),
      'import',
      /IllegalStateException: no/,
    ],
    ['a type that it does not define', inSolution('static Helper readOne() { return null; }'), 'compile', /line 4: cannot find symbol/],
    [
      'an import of Java that is not there',
      'import java.utils.List;\nclass Solution { static int readOne() { return 1; } }',
      'compile',
      /java\.utils/,
    ],
    [
      'a file of its own that is not there',
      'package com.example.app;\nimport com.example.model.Note;\nclass Solution { static int readOne() { return 1; } }',
      'compile',
      /com\.example\.model/,
    ],
    ['an unknown variable with members', 'class Solution { static int readOne() { return notes.store.size(); } }', 'compile', /notes/],
    ['a syntax error', 'public class Solution { static int readOne() { return 1 } }', 'syntax', /line 1: ';' expected/],
    ['a syntax error in a method without a class', 'int readOne() { return 1 }', 'syntax', /./],
    ['no code at all', '', 'missing-function', /./],
  ])('says what is wrong with %s', async (_, code, kind, detail) => {
    expect(await answer(code)).toMatchObject({ loaded: false, kind, detail: expect.stringMatching(detail) });
  });

  it('names the package that is missing', async () => {
    const code = 'import com.google.gson.Gson;\npublic class Solution { static Object readOne() { return new Gson(); } }';
    expect(await answer(code)).toMatchObject({ kind: 'missing-dependency', module: 'com.google.gson' });
  });

  it('sees a death while it is initialised', async () => {
    expect(await answer(inSolution('static { System.exit(0); }\nstatic int readOne() { return 1; }'))).toMatchObject({ kind: 'died' });
  });

  it('calls all functions on one object', async () => {
    const functions = ['one', 'two'].map((name): FunctionSignature => ({ name, parameters: [], returns: { type: 'integer' } }));
    const code = 'public class Solution { private int count; public int one() { return ++count; } public int two() { return ++count; } }';
    const values = await withSession(code, { kind: 'function', functions }, async (session) => [
      await session.call('one', []),
      await session.call('two', []),
    ]);
    expect(values).toMatchObject([{ value: 1 }, { value: 2 }]);
  });
});

describe('a program', () => {
  const run = (code: string, ...argv: readonly string[]) =>
    withSession(code, { kind: 'command' }, async (session): Promise<string> => {
      if (!session.loaded.loaded) return `${session.loaded.kind}: ${session.loaded.detail}`;
      const ended: Ended<ExecResult> = await session.exec(argv, Buffer.from(''));
      return ended.ended === 'answered' ? Buffer.from(ended.value.stdout).toString() : ended.ended;
    });

  it('gets its arguments as they are', async () => {
    const code = 'class Main { public static void main(String... args) { System.out.print(String.join("|", args)); } }';
    expect(await run(code, '@/app/options', '-version', 'ä')).toBe('@/app/options|-version|ä');
  });

  it('may be in a package', async () => {
    expect(await run('package a.b;\npublic class Tool { public static void main(String[] args) { System.out.print(1); } }')).toBe('1');
  });

  it('without a main is told at load', async () => {
    expect(await run('public class Tool { static void main() {} }')).toMatch(/^compile: no class has a public static void main/);
  });
});

describe('a web service', () => {
  const web: TaskInterface = { kind: 'http', framework: { java: 'jdk' }, application: 'app' };
  const imports = 'import com.sun.net.httpserver.*;\nimport java.net.InetSocketAddress;\n';
  const reply =
    'exchange -> { byte[] text = "hello".getBytes(); exchange.sendResponseHeaders(200, text.length); exchange.getResponseBody().write(text); exchange.close(); }';
  const get = (code: string) =>
    withSession(code, web, async (session) => {
      if (!session.loaded.loaded) return session.loaded;
      const ended = await session.http({ method: 'GET', path: '/a' });
      return ended.ended === 'answered' ? `${ended.value.status} ${Buffer.from(ended.value.body)}` : ended;
    });
  const own = `HttpServer server = HttpServer.create(new InetSocketAddress(3000), 0); server.createContext("/", ${reply}); server.start();`;

  it.each([
    [
      'the asked-for method',
      `public class Solution { public static void routes(HttpServer server) { server.createContext("/", ${reply}); } }`,
    ],
    [
      'a method of an object that starts the server too',
      `public class Solution { void routes(HttpServer server) { server.createContext("/", ${reply}); server.setExecutor(null); server.start(); } }`,
    ],
    ['a main that starts a server of its own', `public class App { public static void main(String[] args) throws Exception { ${own} } }`],
    [
      'both',
      `public class Solution { static void routes(HttpServer server) { server.createContext("/", ${reply}); } public static void main(String[] a) throws Exception { ${own} System.exit(1); } }`,
    ],
  ])('is served from %s', async (_, code) => {
    expect(await get(imports + code)).toBe('200 hello');
  });

  it('answers 500 where a handler throws', async () => {
    const code = `${imports}public class Solution { static void routes(HttpServer server) { server.createContext("/", exchange -> { throw new IllegalStateException("no"); }); } }`;
    expect(await get(code)).toBe('500 ');
  });

  it.each([
    ['neither routes nor main', 'public class Solution { static int one = 1; }', 'missing-function', /routes\(HttpServer\)/],
    [
      'routes that throw',
      'public class Solution { static void routes(HttpServer server) { throw new IllegalStateException("no"); } }',
      'import',
      /IllegalStateException: no \(line 3\)/,
    ],
    [
      'a main that starts no server',
      'public class Solution { public static void main(String[] args) { } }',
      'missing-function',
      /started no server/,
    ],
    [
      'a main that throws',
      'public class Solution { public static void main(String[] args) { throw new IllegalStateException("no"); } }',
      'import',
      /IllegalStateException: no/,
    ],
  ])('with %s is refused', async (_, code, kind, detail) => {
    expect(await get(imports + code)).toMatchObject({ loaded: false, kind, detail: expect.stringMatching(detail) });
  });
});

it('works without the prepared harness, more slowly', async () => {
  const bare = trialBox(64_760);
  try {
    expect(await javaTrial(bare).answer(inSolution('static int readOne() { return 1; }'))).toEqual(one);
  } finally {
    await bare.close();
  }
});

it('refuses what can not be had in Java', () => {
  const out: FunctionSignature = { name: 'f', parameters: [{ name: 'out', type: 'out-bytes' }], returns: { type: 'void' } };
  expect(() => java().launch('', { kind: 'function', functions: [out] }, [])).toThrow(/buffer of C/);
  expect(() => java().launch('', { kind: 'command' }, ['gson'])).toThrow(/JDK alone/);
  expect(() => java().launch('', { kind: 'http', framework: { java: 'spring' }, application: 'app' }, [])).toThrow(/spring/);
});
