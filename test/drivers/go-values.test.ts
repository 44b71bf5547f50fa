import { afterAll, describe, expect, it } from 'vitest';
import type { JsonValue, TaskInterface } from '../../src/core/index.ts';
import { goToolFolder } from '../../src/drivers/go/go.ts';
import { trialBox } from './box.ts';
import { callIn, interfaceOf, type Parameters } from './go-session.ts';

const box = trialBox(64_486, [goToolFolder(process.env)]);
afterAll(() => box.close());

const call = callIn(box);
const given = (type: Parameters[number]['type']): TaskInterface => interfaceOf([{ name: 'value', type }]);
const nothing = interfaceOf([]);

describe('a Go argument', () => {
  it.each<readonly [string, string, Parameters[number]['type'], JsonValue, JsonValue]>([
    [
      'is what encoding/json decodes',
      'func readNote(v any) (any, error) { _, ok := v.(map[string]any)["a"].([]any)[0].(float64); return ok, nil }',
      'json',
      { a: [1] },
      true,
    ],
    [
      'keeps every digit of a large integer',
      'func readNote(v any) (any, error) { return v.(int64) + 1, nil }',
      'json',
      { $integer: '9007199254740993' },
      { $integer: '9007199254740994' },
    ],
    ['goes into a map', 'func readNote(v map[string]int) (int, error) { return v["a"], nil }', 'json', { a: 7 }, 7],
    [
      'goes into a struct',
      'type note struct { Title string `json:"title"` }\nfunc readNote(v note) (string, error) { return v.Title, nil }',
      'json',
      { title: 'x' },
      'x',
    ],
    ['goes into a named type', 'type Name string\nfunc readNote(v Name) (Name, error) { return v, nil }', 'string', 'x', 'x'],
    ['goes into many', 'func readNote(v ...int) (int, error) { return len(v), nil }', 'integers', [1, 2], 2],
    ['goes into another kind of number', 'func readNote(v float64) (float64, error) { return v, nil }', 'integer', 3, 3],
  ])('%s', async (_, code, type, value, expected) => {
    expect(await call(code, given(type), value)).toEqual({ ended: 'answered', value: expected });
  });

  it.each<readonly [string, string, Parameters[number]['type'], JsonValue]>([
    ['too large', 'func readNote(v int8) error { return nil }', 'integer', 300],
    ['of another type', 'func readNote(v int) error { return nil }', 'string', 'x'],
    ['null for what has no nil', 'func readNote(v string) error { return nil }', 'string', null],
    ['not whole', 'func readNote(v int) error { return nil }', 'number', 0.5],
  ])('that is %s is never answered', async (_, code, type, value) => {
    expect(await call(code, given(type), value)).toMatchObject({ ended: 'died', exitCode: 70 });
  });
});

describe('a Go answer', () => {
  const before = `import ("encoding/json"; "math"; "math/big"; "time")
type base struct { Id int; A string }
type note struct { base; A int; B string \`json:"b"\`; C []int \`json:",omitempty"\`; D int \`json:"-"\`; e int }
var sample = &note{base{7, "x"}, 1, "2", nil, 3, 4}
var _, _, _, _ = json.Number(""), math.Pi, big.Int{}, time.Time{}`;
  const body = (type: string, expression: string): string => `${before}\nfunc readNote() (${type}, error) { return ${expression}, nil }`;

  it.each<readonly [string, string, string, JsonValue]>([
    ['text that is not UTF-8 is bytes', 'string', '"\\xff"', { $bytes: '/w==' }],
    ['an array of bytes is bytes', '[2]byte', '[2]byte{1, 2}', { $bytes: 'AQI=' }],
    ['no slice is an empty list', '[]string', 'nil', []],
    ['no bytes are empty bytes', '[]byte', 'nil', { $bytes: '' }],
    ['no map is an empty object', 'map[string]int', 'nil', {}],
    ['nil is null', 'any', 'nil', null],
    ['a large unsigned integer keeps every digit', 'uint64', '1<<64 - 1', { $integer: '18446744073709551615' }],
    ['a big integer too', '*big.Int', 'new(big.Int).Lsh(big.NewInt(1), 70)', { $integer: '1180591620717411303424' }],
    ['minus zero is zero', 'float64', 'math.Copysign(0, -1)', 0],
    ['a map has its keys as text', 'any', 'map[int]bool{2: true}', { '2': true }],
    ['a struct is its exported fields', '*note', 'sample', { Id: 7, A: 1, b: '2' }],
    ['JSON text is what it says', 'any', 'json.RawMessage(`{"a": [1e2]}`)', { a: [100] }],
    ['a number as text is a number', 'any', 'json.Number("12")', 12],
  ])('%s', async (_, type, expression, expected) => {
    expect(await call(body(type, expression), nothing)).toEqual({ ended: 'answered', value: expected });
  });

  it('of several values is a list', async () => {
    expect(await call('func readNote() (int, bool, error) { return 1, true, nil }', nothing)).toEqual({
      ended: 'answered',
      value: [1, true],
    });
  });

  it('may be null where the task says so', async () => {
    const code = 'func readNote() ([]byte, error) { return nil, nil }';
    expect(await call(code, interfaceOf([], true))).toEqual({ ended: 'answered', value: null });
  });

  it.each([
    ['func()', 'func() {}'],
    ['chan int', 'make(chan int)'],
    ['complex128', '1i'],
    ['any', 'time.Now()'],
    ['any', 'map[bool]int{true: 1}'],
    ['any', 'json.RawMessage(`{`)'],
    ['any', 'func() any { a := []any{nil}; a[0] = a; return a }()'],
  ])('is raised where it is a %s: %s', async (type, expression) => {
    expect(await call(body(type, expression), nothing)).toMatchObject({
      ended: 'raised',
      type: 'TypeError',
      message: expect.stringMatching(/^not JSON/),
    });
  });

  it.each([
    ['an error', 'import "errors"\nfunc readNote() error { return errors.New("no note") }', 'errors.errorString', 'no note'],
    [
      'an error of its own',
      'type NoNote struct{}\nfunc (*NoNote) Error() string { return "no note" }\nfunc readNote() error { return &NoNote{} }',
      'NoNote',
      'no note',
    ],
    ['a panic with a text', 'func readNote() error { panic("no note") }', 'panic', 'no note'],
    [
      'a panic of the runtime',
      'func readNote() error { var m map[string]int; m["a"] = 1; return nil }',
      'runtime.plainError',
      'assignment to entry in nil map',
    ],
    [
      'an error that panics when asked',
      'type Bad struct{}\nfunc (Bad) Error() string { panic(1) }\nfunc readNote() error { return Bad{} }',
      'Bad',
      'its message could not be had',
    ],
    [
      'a goroutine that is ended',
      'import "runtime"\nfunc readNote() error { runtime.Goexit(); return nil }',
      'Goexit',
      'the goroutine ended without a result',
    ],
  ])('is raised for %s', async (_, code, type, message) => {
    expect(await call(code, nothing)).toEqual({ ended: 'raised', type, message });
  });

  it.each([
    ['a panic in another goroutine', 'func readNote() error { go panic("late"); select {} }', 2],
    ['recursion without end', 'func readNote() error { return readNote() }', 2],
    ['log.Fatal', 'import "log"\nfunc readNote() error { log.Fatal("no"); return nil }', 1],
    [
      'a race on a map that the runtime sees',
      'func readNote() error { m := map[int]int{}; for i := 0; i < 8; i++ { go func() { for { m[1]++ } }() }; select {} }',
      2,
    ],
  ])('is never made of %s', async (_, code, exitCode) => {
    expect(await call(code, nothing)).toMatchObject({ ended: 'died', exitCode });
  });
});
