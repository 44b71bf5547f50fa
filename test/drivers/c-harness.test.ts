import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type FunctionSignature, type JsonValue } from '../../src/core/index.ts';
import { c, cPrototype, sanitizerExitCode } from '../../src/drivers/c/c.ts';
import type { Ended, Loaded } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_440);
afterAll(() => box.close());

const copyName: FunctionSignature = {
  name: 'copy_name',
  parameters: [
    { name: 'name', type: 'string', nullable: true },
    { name: 'out', type: 'out-bytes', ctype: 'char' },
  ],
  returns: { type: 'integer' },
};

const runAll = async (
  code: string,
  signature: FunctionSignature,
  calls: readonly (readonly JsonValue[])[],
): Promise<{ readonly loaded: Loaded; readonly ended: readonly Ended<JsonValue>[]; readonly stderr: string }> => {
  const launch = c().launch(code, { kind: 'function', functions: [signature] }, []);
  const session = await box.open({ launch, limits: defaultLimits, files: [], environment: {} });
  const ended: Ended<JsonValue>[] = [];
  for (const args of calls) ended.push(await session.call(signature.name, args));
  const { stderr } = await session.output();
  await session.close();
  return { loaded: session.loaded, ended, stderr };
};

const one = async (code: string, signature: FunctionSignature, ...args: readonly JsonValue[]) => {
  const { loaded, ended } = await runAll(code, signature, [args]);
  if (!loaded.loaded) throw new Error(JSON.stringify(loaded));
  return ended[0];
};

const sum = (type: 'bytes' | 'string'): FunctionSignature => ({
  name: 'f',
  parameters: [{ name: 'data', type }],
  returns: { type: 'integer' },
});
const ofInteger = (ctype: string): FunctionSignature => ({
  name: 'f',
  parameters: [{ name: 'x', type: 'integer', ctype }],
  returns: { type: 'integer', ctype },
});

describe('cPrototype', () => {
  it.each<readonly [FunctionSignature, string]>([
    [copyName, 'int copy_name(const char *name, char *out, size_t out_size)'],
    [{ name: 'f', parameters: [], returns: { type: 'void' } }, 'void f(void)'],
    [
      { name: 'f', names: { c: 'g' }, parameters: [{ name: 'd', type: 'bytes' }], returns: { type: 'string' } },
      'char *g(const uint8_t *d, size_t d_len)',
    ],
    [
      { name: 'f', parameters: [{ name: 'v', type: 'integers', ctype: 'int16_t' }], returns: { type: 'boolean' } },
      'bool f(const int16_t *v, size_t v_count)',
    ],
    [{ name: 'f', parameters: [{ name: 'p', type: 'path' }], returns: { type: 'integer', ctype: 'ssize_t' } }, 'ssize_t f(const char *p)'],
  ])('declares %#', (signature, expected) => {
    expect(cPrototype(signature)).toBe(expected);
  });

  it.each<readonly [FunctionSignature, RegExp]>([
    [{ name: 'f', parameters: [{ name: 'x', type: 'json' }], returns: { type: 'void' } }, /has type 'json'/],
    [{ name: 'f', parameters: [], returns: { type: 'bytes' } }, /returns 'bytes'.*out-bytes/],
    [ofInteger('uint128_t'), /'uint128_t' is no integer type.*int64_t/],
  ])('refuses what C has not, with what to do instead', (signature, message) => {
    expect(() => cPrototype(signature)).toThrow(message);
  });
});

describe('the C driver', () => {
  it('refuses a web service and a name that is no identifier', () => {
    expect(() => c().launch('', { kind: 'http', framework: {}, application: 'app' }, [])).toThrow(/web service/);
    const bad = { ...copyName, name: 'f(); int g' };
    expect(() => c().launch('', { kind: 'function', functions: [bad] }, [])).toThrow(/not a C identifier/);
    expect(() => c().launch('', { kind: 'command' }, ['-Wl,evil'])).toThrow(/not the name of a C library/);
  });

  it('answers a filled buffer whole, with what was left out still visible', async () => {
    const code =
      '#include <stdio.h>\nint copy_name(const char *n, char *out, size_t s) { return s ? snprintf(out, s, "%s", n ? n : "-") : -1; }';
    const { ended } = await runAll(code, copyName, [
      ['abc', 6],
      [null, 4],
      ['abc', 0],
    ]);
    const bytes = (...content: readonly number[]): JsonValue => ({ $bytes: Buffer.from(content).toString('base64') });
    expect(ended).toEqual([
      { ended: 'answered', value: { return: 3, out: bytes(97, 98, 99, 0, 0xaa, 0xaa) } },
      { ended: 'answered', value: { return: 1, out: bytes(45, 0, 0xaa, 0xaa) } },
      { ended: 'answered', value: { return: -1, out: bytes() } },
    ]);
  });

  it('answers text that is not UTF-8 as bytes', async () => {
    const signature: FunctionSignature = { name: 'f', parameters: [], returns: { type: 'string' } };
    expect(await one('char *f(void) { return "\\xff\\xfe"; }', signature)).toEqual({ ended: 'answered', value: { $bytes: '//4=' } });
  });

  it.each([
    ['int8_t', 127, 128],
    ['uint8_t', 255, 256],
    ['int', -2_147_483_648, -2_147_483_649],
    ['unsigned', 4_294_967_295, -1],
    ['uint64_t', { $integer: '18446744073709551615' }, { $integer: '18446744073709551616' }],
    ['ssize_t', { $integer: '-9223372036854775808' }, { $integer: '9223372036854775808' }],
  ])('passes every %s and dies rather than wrap one that does not fit', async (ctype, fits, exceeds) => {
    const code = `#include <stdint.h>\n#include <sys/types.h>\n${ctype} f(${ctype} x) { return x; }`;
    const { ended } = await runAll(code, ofInteger(ctype), [[fits], [exceeds]]);
    expect(ended).toMatchObject([
      { ended: 'answered', value: fits },
      { ended: 'died', exitCode: 97 },
    ]);
  });

  it.each([
    [
      'a read past a string',
      sum('string'),
      'int f(const char *s) { int n = 0; while (s[n]) n++; return s[n + 1]; }',
      'abc',
      'heap-buffer-overflow READ',
    ],
    [
      'a read past bytes',
      sum('bytes'),
      '#include <stdint.h>\n#include <stddef.h>\nint f(const uint8_t *d, size_t n) { return d[n]; }',
      { $bytes: 'AQID' },
      'heap-buffer-overflow READ',
    ],
    [
      'a read of no bytes',
      sum('bytes'),
      '#include <stdint.h>\n#include <stddef.h>\nint f(const uint8_t *d, size_t n) { return d[0]; }',
      { $bytes: '' },
      'heap-buffer-overflow READ',
    ],
    [
      'a full buffer on the stack',
      sum('string'),
      '#include <string.h>\nint f(const char *s) { char b[4]; strcpy(b, s); return b[0]; }',
      'abcdefgh',
      'stack-buffer-overflow WRITE',
    ],
    ['an index', sum('string'), 'int f(const char *s) { int t[3] = {0}; return t[s[0] - 96 + 2]; }', 'b', 'bounds'],
    ['a null pointer', sum('string'), 'int f(const char *s) { int *p = 0; return *p; }', '', 'null'],
    [
      'a double free',
      sum('string'),
      '#include <stdlib.h>\nint f(const char *s) { char *p = malloc(4); free(p); free(p); return 0; }',
      '',
      'double-free',
    ],
    ['an overflow of int', sum('string'), 'int f(const char *s) { int x = 2147483647; return x + s[0]; }', 'a', 'signed-integer-overflow'],
    ['a division by zero', sum('string'), 'int f(const char *s) { return 7 / s[0]; }', '', 'integer-divide-by-zero'],
    [
      'a taken signal',
      sum('string'),
      '#include <signal.h>\n#include <setjmp.h>\nstatic sigjmp_buf b;\nstatic void h(int n) { siglongjmp(b, 1); }\nint f(const char *s) { signal(SIGSEGV, h); if (sigsetjmp(b, 1)) return 0; return *(volatile int *)1024; }',
      '',
      'SEGV null READ',
    ],
  ] as const)('dies with a report at %s', async (_, signature, code, argument, error) => {
    expect(await one(code, signature, argument)).toMatchObject({
      ended: 'died',
      exitCode: sanitizerExitCode,
      sanitizer: { error, line: code.split('\n').findIndex((line) => line.startsWith('int f(')) + 1 },
    });
  });

  it.each([
    ['shifts a high byte to the top', 'int f(const uint8_t *d, size_t n) { return (d[0] << 24) != 0; }'],
    ['loads from an odd address', 'int f(const uint8_t *d, size_t n) { return *(const uint16_t *)(d + 1) != 0; }'],
    ['copies nothing from NULL', '#include <string.h>\nint f(const uint8_t *d, size_t n) { char b[1]; memcpy(b, NULL, 0); return 1; }'],
    ['gets no memory and notices', '#include <stdlib.h>\nint f(const uint8_t *d, size_t n) { return malloc((size_t)1 << 40) == NULL; }'],
    ['leaks', '#include <stdlib.h>\nint f(const uint8_t *d, size_t n) { return malloc(100) != NULL; }'],
  ])('leaves alone code that %s', async (_, code) => {
    const headers = '#include <stdint.h>\n#include <stddef.h>\n';
    expect(await one(headers + code, sum('bytes'), { $bytes: 'yAID' })).toEqual({ ended: 'answered', value: 1 });
  });

  it.each(['write', 'read', 'malloc', 'memcpy', 'main', '__asan_default_options'])(
    'is not disturbed by a candidate that defines %s',
    async (name) => {
      const code = `int ${name}(void) { return 0; }\nint f(const char *s) { return s[0]; }`;
      expect(await one(code, sum('string'), 'a')).toEqual({ ended: 'answered', value: 97 });
    },
  );

  it.each(['run', 'put', 'index', 'read', 'arena'])('can call a function of the name %s', async (name) => {
    const code = `int ${name}(const char *s) { return s[0]; }`;
    expect(await one(code, { ...sum('string'), name }, 'a')).toEqual({ ended: 'answered', value: 97 });
  });

  it('tells a missing function from one that is not exported', async () => {
    expect((await runAll('static int f(const char *s) { return 1; }', sum('string'), [])).loaded).toMatchObject({
      kind: 'missing-function',
    });
  });

  it('says where the code does not compile', async () => {
    expect((await runAll('int f(const char *s) {\n  return s[0]\n}', sum('string'), [])).loaded).toMatchObject({
      kind: 'compile',
      detail: expect.stringMatching(/candidate\.c:2:\d+: error: expected/),
    });
  });
});
