import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  defaultLimits,
  type FunctionSignature,
  type JsonValue,
  type Language,
  type Limits,
  nameIn,
  type TaskInterface,
} from '../../src/core/index.ts';
import type { Driver } from '../../src/drivers/driver.ts';
import type { Ended, Sandbox, Session } from '../../src/sandboxes/sandbox.ts';

export type DriverContract = {
  readonly create: () => Driver;
  readonly sandbox: () => Sandbox;
  readonly extension: string;
  /** Promises that the language has no means to keep, with the reason; nothing else may be skipped. */
  readonly skips: Partial<Record<'json' | 'bytes-out' | 'raise' | 'nul' | 'missing-dependency' | 'http', string>>;
};

const parameter = (name: string, type: FunctionSignature['parameters'][number]['type'], ctype?: string) => ({
  name,
  type,
  ...(ctype === undefined ? {} : { ctype }),
});

const whole = { type: 'integer', ctype: 'int64_t' } as const;

const functions: readonly FunctionSignature[] = [
  {
    name: 'echo_text',
    names: { javascript: 'echoText' },
    parameters: [{ name: 'text', type: 'string', nullable: true }],
    returns: { type: 'string', nullable: true },
  },
  { name: 'echo_whole', parameters: [parameter('whole', 'integer', 'int64_t')], returns: whole },
  { name: 'halve', parameters: [parameter('value', 'number')], returns: { type: 'number' } },
  { name: 'negate', parameters: [parameter('value', 'boolean')], returns: { type: 'boolean' } },
  { name: 'sum_bytes', parameters: [parameter('data', 'bytes')], returns: { type: 'integer' } },
  { name: 'total', parameters: [parameter('values', 'integers', 'int32_t')], returns: { type: 'integer', ctype: 'long' } },
  { name: 'nothing', parameters: [], returns: { type: 'void' } },
  { name: 'chatter', parameters: [parameter('count', 'integer')], returns: { type: 'integer' } },
  { name: 'die', parameters: [], returns: { type: 'void' } },
  { name: 'hang', parameters: [], returns: { type: 'void' } },
  { name: 'infinite', parameters: [], returns: { type: 'number' } },
  { name: 'answer_twice', parameters: [], returns: { type: 'integer' } },
];

/** Only where the language has values of these types. */
const richer: readonly FunctionSignature[] = [
  { name: 'echo_json', parameters: [parameter('value', 'json')], returns: { type: 'json' } },
  { name: 'echo_bytes', parameters: [parameter('data', 'bytes')], returns: { type: 'bytes' } },
];

/** Where exceptions are; it returns nothing, so any type will do that the language has. */
const refuse = (returns: 'json' | 'string'): FunctionSignature => ({
  name: 'refuse',
  parameters: [parameter('text', 'string')],
  returns: { type: returns },
});

const limits: Limits = { ...defaultLimits, loadMs: 40_000 };

const answered = (value: JsonValue): Ended<JsonValue> => ({ ended: 'answered', value });
const bytes = (...content: readonly number[]): JsonValue => ({ $bytes: Buffer.from(content).toString('base64') });

/** What every driver promises, tried in a real box. */
export const describeDriver = (name: string, contract: DriverContract): void => {
  describe(`${name}: the driver contract`, () => {
    const driver = contract.create();
    const { skips } = contract;
    const offered: TaskInterface = {
      kind: 'function',
      functions: [
        ...functions,
        ...richer.filter(({ name: each }) => skips[each === 'echo_json' ? 'json' : 'bytes-out'] === undefined),
        ...(skips.raise === undefined ? [refuse(skips.json === undefined ? 'json' : 'string')] : []),
      ],
    };
    const read = (file: string): string =>
      readFileSync(new URL(`../fixtures/drivers/${driver.language}/${file}.${contract.extension}`, import.meta.url), 'utf8');
    const open = (file: string, taskInterface: TaskInterface = offered, packages: readonly string[] = []): Promise<Session> =>
      contract.sandbox().open({ launch: driver.launch(read(file), taskInterface, packages), limits, files: [], environment: {} });
    const call = (session: Session, function_: string, ...args: readonly JsonValue[]) =>
      session.call(driver.functionName(function_, offered), args);
    const test = (title: string, body: () => Promise<void>, skip?: string): void => {
      it(title, async (context) => {
        if (skip !== undefined) context.skip(skip);
        await body();
      });
    };

    it('is pure: the same code yields the same request, which holds the code', () => {
      const request = driver.launch(read('values'), offered, []);
      expect(request).toEqual(driver.launch(read('values'), offered, []));
      expect(JSON.stringify(request)).toContain('answer_twice');
    });

    it('knows the name that a function has in its language', () => {
      expect(driver.functionName('echo_text', offered)).toBe(nameIn(driver.language, 'echo_text'));
      expect(driver.functionName('unknown', offered)).toBe('unknown');
    });

    describe('values', () => {
      let session: Session;
      beforeAll(async () => {
        session = await open('values');
      });
      afterAll(() => session.close());
      const crosses: readonly (readonly [string, string, readonly JsonValue[], JsonValue, (keyof typeof skips)?])[] = [
        ['text', 'echo_text', ['grüß 日本 😀 "\\/\n\t\u0001'], 'grüß 日本 😀 "\\/\n\t\u0001'],
        ['empty text', 'echo_text', [''], ''],
        ['null', 'echo_text', [null], null],
        ['text that looks like a tag', 'echo_text', ['{"$bytes":"AA=="}'], '{"$bytes":"AA=="}'],
        ['a long text', 'echo_text', ['é'.repeat(300_000)], 'é'.repeat(300_000)],
        ['text with NUL', 'echo_text', ['a\0b'], 'a\0b', 'nul'],
        ['zero', 'echo_whole', [0], 0],
        ['the greatest safe integer', 'echo_whole', [Number.MAX_SAFE_INTEGER], Number.MAX_SAFE_INTEGER],
        ['the least safe integer', 'echo_whole', [Number.MIN_SAFE_INTEGER], Number.MIN_SAFE_INTEGER],
        ['an integer beyond', 'echo_whole', [{ $integer: '9223372036854775807' }], { $integer: '9223372036854775807' }],
        ['a negative integer beyond', 'echo_whole', [{ $integer: '-9223372036854775808' }], { $integer: '-9223372036854775808' }],
        ['a number', 'halve', [0.1], 0.05],
        ['a large number', 'halve', [1e300], 5e299],
        ['true', 'negate', [false], true],
        ['false', 'negate', [true], false],
        ['bytes', 'sum_bytes', [bytes(0, 1, 255)], 256],
        ['one byte', 'sum_bytes', [bytes(7)], 7],
        ['no bytes', 'sum_bytes', [bytes()], 0],
        ['integers', 'total', [[1, -2, 2_147_483_647]], 2_147_483_646],
        ['no integers', 'total', [[]], 0],
        ['nothing', 'nothing', [], null],
        [
          'nested JSON',
          'echo_json',
          [{ a: [1, { b: null }], 'key "é"': [[]], c: {} }],
          { a: [1, { b: null }], 'key "é"': [[]], c: {} },
          'json',
        ],
        ['a key __proto__', 'echo_json', [JSON.parse('{"__proto__":{"x":1}}')], JSON.parse('{"__proto__":{"x":1}}'), 'json'],
        ['bytes in JSON', 'echo_json', [[bytes(1), bytes()]], [bytes(1), bytes()], 'json'],
        ['bytes back', 'echo_bytes', [bytes(0, 128, 255)], bytes(0, 128, 255), 'bytes-out'],
      ];
      for (const [what, function_, args, expected, needs] of crosses) {
        test(
          `carries ${what}`,
          async () => {
            expect(session.loaded).toEqual({ loaded: true });
            expect(await call(session, function_, ...args)).toEqual(answered(expected));
          },
          needs === undefined ? undefined : skips[needs],
        );
      }

      test('answers a number that is not finite as raised', async () => {
        expect(await call(session, 'infinite')).toMatchObject({
          ended: 'raised',
          type: 'TypeError',
          message: expect.stringMatching(/^not JSON/),
        });
      });

      test(
        "answers an exception with the candidate's own words",
        async () => {
          const types: Readonly<Partial<Record<Language, string>>> = {
            python: 'ValueError',
            cpp: 'std::range_error',
            java: 'IllegalArgumentException',
          };
          const type = types[driver.language] ?? 'RangeError';
          expect(await call(session, 'refuse', 'é')).toEqual({ ended: 'raised', type, message: 'refused: é' });
        },
        skips.raise,
      );

      test('keeps what is printed apart from answers', async () => {
        expect(await call(session, 'chatter', 300)).toEqual(answered(300));
        const { stdout } = await session.output();
        expect(stdout.length).toBeGreaterThanOrEqual(30_000);
      });
    });

    test('says that the code does not parse', async () => {
      const session = await open('syntax');
      await session.close();
      expect(session.loaded).toMatchObject({
        loaded: false,
        kind: ['c', 'cpp', 'go'].includes(driver.language) ? 'compile' : 'syntax',
        detail: expect.stringMatching(/./),
      });
    });

    test('says which function is missing', async () => {
      const session = await open('other');
      await session.close();
      expect(session.loaded).toMatchObject({ loaded: false, kind: 'missing-function', detail: expect.stringMatching(/echo_?text/i) });
    });

    test(
      'says which package is missing',
      async () => {
        const session = await open('dependency');
        await session.close();
        expect(session.loaded).toMatchObject({
          loaded: false,
          kind: 'missing-dependency',
          module: expect.stringMatching(/^no.such.package.here$/),
        });
      },
      skips['missing-dependency'],
    );

    test('tells a death from an answer', async () => {
      const session = await open('values');
      expect(await call(session, 'die')).toMatchObject({ ended: 'died', exitCode: 3 });
      expect(await call(session, 'nothing')).toMatchObject({ ended: 'died' });
      await session.close();
    });

    test('tells hanging from an answer', async () => {
      const launch = driver.launch(read('values'), offered, []);
      const session = await contract.sandbox().open({ launch, limits: { ...limits, callMs: 500 }, files: [], environment: {} });
      expect(await call(session, 'hang')).toMatchObject({ ended: 'timeout' });
      await session.close();
    });

    test('takes no answer that was not asked for', async () => {
      const session = await open('values');
      const first = await call(session, 'answer_twice');
      const second = await call(session, 'nothing');
      await session.close();
      expect(second).toMatchObject({ ended: 'died' });
      expect(first.ended).not.toBe('answered');
    });

    test('runs a program with arguments and input', async () => {
      const session = await open('program', { kind: 'command' });
      const ended = await session.exec(['one', 'two é'], Buffer.from('input\n'));
      await session.close();
      if (ended.ended !== 'answered') throw new Error(JSON.stringify(ended));
      const { exitCode, signal, stdout, stderr } = ended.value;
      expect({ exitCode, signal, stdout: Buffer.from(stdout).toString(), stderr: Buffer.from(stderr).toString() }).toEqual({
        exitCode: 4,
        signal: null,
        stdout: 'one two é|input\n',
        stderr: 'noted',
      });
    });

    test(
      'serves a web application on the port of its choice',
      async () => {
        const framework = { python: 'flask', javascript: 'express', typescript: 'express', go: 'net/http', java: 'jdk' };
        const packages = driver.language === 'python' ? ['flask'] : ['go', 'java'].includes(driver.language) ? [] : ['express'];
        const session = await open('service', { kind: 'http', framework, application: 'app' }, packages);
        expect(session.loaded).toEqual({ loaded: true });
        const ended = await session.http({
          method: 'POST',
          path: '/shout?end=!',
          headers: { 'content-type': 'text/plain; charset=utf-8' },
          body: 'grüß',
        });
        expect(ended).toMatchObject({ ended: 'answered', value: { status: 201 } });
        expect(ended.ended === 'answered' ? Buffer.from(ended.value.body).toString() : '').toBe('GRÜSS!');
        expect(await session.http({ method: 'GET', path: '/die' })).toMatchObject({ ended: 'died' });
        await session.close();
      },
      skips.http,
    );
  });
};
