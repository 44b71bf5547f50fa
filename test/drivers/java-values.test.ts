import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FunctionSignature, JsonValue, ValueType } from '../../src/core/index.ts';
import { javaToolFolder } from '../../src/drivers/java/java.ts';
import type { Session } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';
import { inSolution, javaTrial, signatureOf } from './java-trial.ts';

const box = trialBox(64_770, [javaToolFolder()]);
afterAll(() => box.close());
const { answer, open } = javaTrial(box);

describe('an argument becomes what the candidate declared:', () => {
  const cases: readonly (readonly [string, ValueType, string, JsonValue, JsonValue, string?])[] = [
    ['an Integer', 'integer', 'Integer a', 7, 7],
    ['a long for an int', 'integer', 'long a', 7, 7],
    ['an Object', 'integer', 'Object a', 7, 7],
    ['a BigInteger', 'integer', 'BigInteger a', { $integer: '9223372036854775808' }, { $integer: '9223372036854775808' }],
    ['a List<Long>', 'integers', 'List<Long> a', [1, 5_000_000_000], [1, 5_000_000_000], 'int64_t'],
    ['a List<Integer>', 'integers', 'List<Integer> a', [1, 2], [1, 2]],
    ['a long[]', 'integers', 'long[] a', [5_000_000_000], [5_000_000_000], 'int64_t'],
    ['null for an array', 'integers', 'int[] a', null, null],
    ['a whole number for a double', 'number', 'double a', 2, 2],
    ['a Map', 'json', 'Map<String, Object> a', { b: [1.5, true, null] }, { b: [1.5, true, null] }],
    ['text for a CharSequence', 'string', 'CharSequence a', 'x', 'x'],
    ['half a pair of surrogates', 'string', 'String a', '\uD83D', '\uD83D'],
    ['a Path', 'path', 'java.nio.file.Path a', '/work/a', 'Path /work/a'],
    ['a File', 'path', 'java.io.File a', '/work/a', 'File /work/a'],
  ];
  const bodies = ['path', 'file'].map(
    (name) =>
      `static String shown(java.${name === 'path' ? 'nio.file.Path' : 'io.File'} a) { return "${name === 'path' ? 'Path' : 'File'} " + a; }`,
  );
  const members = cases.map(
    ([, , parameter], index) =>
      `public static Object read${index}(${parameter}) { return ${/Path|File/.test(parameter) ? 'shown(a)' : 'a'}; }`,
  );
  const functions = cases.map(
    ([, type, , , , ctype], index): FunctionSignature => ({ ...signatureOf([type], ctype), name: `read_${index}` }),
  );
  let session: Session;
  beforeAll(async () => {
    session = await open(inSolution([...bodies, ...members].join('\n')), { kind: 'function', functions });
  });
  afterAll(() => session.close());

  it.each(cases.map(([what, , , value, expected], index) => [what, index, value, expected] as const))(
    '%s',
    async (_, index, value, expected) => {
      expect(await session.call(`read${index}`, [value])).toEqual({ ended: 'answered', value: expected });
    },
  );
});

describe('an argument that does not fit', () => {
  it.each<readonly [string, ValueType, string, JsonValue]>([
    ['a number too large', 'integer', 'int a', 5_000_000_000],
    ['null for an int', 'integer', 'int a', null],
    ['a list for a Map', 'json', 'Map<String, Object> a', []],
  ])('%s ends the process instead of looking like a refusal', async (_, type, parameter, value) => {
    const code = inSolution(`public static Object readOne(${parameter}) { return a; }`);
    expect(await answer(code, [type], [value])).toMatchObject({ ended: 'died', exitCode: 70 });
  });
});

describe('a result is its own data:', () => {
  const data: readonly (readonly [string, string, JsonValue])[] = [
    [
      'lists of every kind',
      'List.of(new ArrayList<>(List.of(1)), Arrays.asList("a", null), new LinkedList<>(), Collections.emptyList())',
      [[1], ['a', null], [], []],
    ],
    [
      'arrays of every kind',
      'new Object[] {new int[] {1}, new String[] {"a"}, new double[] {0.5}, new char[] {\'x\'}, new long[0][]}',
      [[1], ['a'], [0.5], ['x'], []],
    ],
    [
      'maps of every kind',
      'List.of(Map.of("a", 1), new TreeMap<>(Map.of("b", 2)), Collections.unmodifiableMap(new Hashtable<>()))',
      [{ a: 1 }, { b: 2 }, {}],
    ],
    [
      'numbers of every kind',
      'List.of((byte) -1, (short) 2, 3L, 1.5f, 2.5, new BigDecimal("12.30"), BigInteger.TWO)',
      [-1, 2, 3, 1.5, 2.5, 12.3, 2],
    ],
    ['a map that is filled where it is made', 'new HashMap<String, Object>() {{ put("a", 1); }}', { a: 1 }],
    [
      'a map with overridden methods',
      'new TreeMap<>(Map.of("a", 1)) { public Set<Map.Entry<String, Integer>> entrySet() { return Set.of(); } public int size() { return 9; } }',
      { a: 1 },
    ],
    [
      'a list with overridden methods',
      'new ArrayList<>(List.of(1)) { public Object[] toArray() { return new Object[9]; } public Integer get(int i) { return 9; } }',
      [1],
    ],
    ['bytes', 'new byte[] {0, -1}', { $bytes: 'AP8=' }],
    ['bytes in a list', 'List.of(new byte[0])', [{ $bytes: '' }]],
    ['control characters', '"\\u0000\\u001f\\u007f\\u2028"', '\u0000\u001f\u007f\u2028'],
  ];

  const refused: readonly (readonly [string, string])[] = [
    ['an object of its own', 'new Object() { public String toString() { return "1"; } }'],
    ['a list of its own making', 'new AbstractList<Integer>() { public Integer get(int i) { return 1; } public int size() { return 1; } }'],
    ['a number of its own making', 'new BigInteger("1") { public String toString() { return "2"; } }'],
    ['a set', 'Set.of(1)'],
    ['an optional', 'Optional.of(1)'],
    ['text that is not yet a String', 'new StringBuilder("a")'],
    ['keys that are not text', 'Map.of(1, 2)'],
    ['a number that is not finite', '1 / 0.0'],
    ['a number beyond all doubles', 'new BigDecimal("1e400")'],
    [
      'a list that holds itself',
      '((java.util.function.Supplier<Object>) () -> { List<Object> a = new ArrayList<>(); a.add(a); return a; }).get()',
    ],
    ['seventeen million characters', '"x".repeat(17_000_000)'],
  ];

  const expressions = [...data, ...refused].map(([, expression]) => expression);
  const members = expressions.map((each, index) => `public static Object read${index}() throws Exception { return ${each}; }`);
  const functions = expressions.map((_, index): FunctionSignature => ({ ...signatureOf([]), name: `read_${index}` }));
  let session: Session;
  beforeAll(async () => {
    session = await open(inSolution(members.join('\n')), { kind: 'function', functions });
  });
  afterAll(() => session.close());

  it.each(data.map(([what, , expected], index) => [what, index, expected] as const))('%s', async (_, index, expected) => {
    expect(await session.call(`read${index}`, [])).toEqual({ ended: 'answered', value: expected });
  });

  it.each(refused.map(([what], index) => [what, data.length + index] as const))('%s is not JSON', async (_, index) => {
    expect(await session.call(`read${index}`, [])).toMatchObject({
      ended: 'raised',
      type: 'TypeError',
      message: expect.stringMatching(/^not JSON/),
    });
  });
});

describe('whatever comes out of a call is raised:', () => {
  it.each([
    ['endless recursion', 'static Object readOne() { return readOne(); }', 'StackOverflowError', ''],
    [
      'memory that runs out',
      'static Object readOne() { List<long[]> all = new ArrayList<>(); while (true) all.add(new long[1 << 20]); }',
      'OutOfMemoryError',
      'Java heap space',
    ],
    ['a checked exception', 'static Object readOne() throws Exception { throw new java.io.IOException("é"); }', 'IOException', 'é'],
    [
      'an error of its own',
      'static class Own extends Error { public String getMessage() { throw new Own(); } }\nstatic Object readOne() { throw new Own(); }',
      'Own',
      '(the exception has no text)',
    ],
    ['an exception without a name', 'static Object readOne() { throw new RuntimeException("a") {}; }', 'Solution$1', 'a'],
    [
      "a failed assertion of the harness's own kind",
      'static Object readOne() { throw new ExceptionInInitializerError(); }',
      'ExceptionInInitializerError',
      '',
    ],
  ])('%s', async (_, members, type, message) => {
    expect(await answer(inSolution(members))).toEqual({ ended: 'raised', type, message });
  });
});
