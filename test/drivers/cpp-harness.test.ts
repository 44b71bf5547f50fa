import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type FunctionSignature, type JsonValue, type Parameter } from '../../src/core/index.ts';
import { sanitizerExitCode } from '../../src/drivers/c/c.ts';
import { cpp } from '../../src/drivers/cpp/cpp.ts';
import type { Ended, Loaded } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_570);
afterAll(() => box.close());

const limits = { ...defaultLimits, loadMs: 120_000 };

const runAll = async (
  code: string,
  signature: FunctionSignature,
  calls: readonly (readonly JsonValue[])[],
): Promise<{ readonly loaded: Loaded; readonly ended: readonly Ended<JsonValue>[] }> => {
  const launch = cpp().launch(code, { kind: 'function', functions: [signature] }, []);
  const session = await box.open({ launch, limits, files: [], environment: {} });
  const ended: Ended<JsonValue>[] = [];
  for (const args of calls) ended.push(await session.call(signature.name, args));
  await session.close();
  return { loaded: session.loaded, ended };
};

const one = async (code: string, signature: FunctionSignature, ...args: readonly JsonValue[]) => {
  const { loaded, ended } = await runAll(code, signature, [args]);
  if (!loaded.loaded) throw new Error(JSON.stringify(loaded));
  return ended[0];
};

type Type = Omit<Parameter, 'name'>;

/** `f`, of one parameter `x`. */
const f = (parameter: Type, returns: Type = { type: 'integer' }): FunctionSignature => ({
  name: 'f',
  parameters: [{ ...parameter, name: 'x' }],
  returns,
});

const text = f({ type: 'string' });
const headers = ['algorithm', 'cstdint', 'cstring', 'memory', 'optional', 'span', 'stdexcept', 'string', 'string_view', 'vector'];
const included = headers.map((header) => `#include <${header}>\n`).join('');
const ofText = (body: string): string => `${included}int f(const std::string &x) {\n${body}\n}\n`;
const bytes = (...content: readonly number[]): JsonValue => ({ $bytes: Buffer.from(content).toString('base64') });

describe('the C++ driver', { timeout: 180_000 }, () => {
  it('refuses a web service, JSON, and names that are no identifiers', () => {
    expect(() => cpp().launch('', { kind: 'http', framework: {}, application: 'app' }, [])).toThrow(/web service/);
    const launch = (signature: FunctionSignature) => () => cpp().launch('', { kind: 'function', functions: [signature] }, []);
    expect(launch(f({ type: 'json' }))).toThrow(/'x' has type 'json'/);
    expect(launch({ ...text, names: { cpp: 'f(); int g' } })).toThrow(/not a C\+\+ identifier/);
  });

  it.each<readonly [string, Type, Type, string, JsonValue, JsonValue]>([
    ['text with NUL', { type: 'string' }, { type: 'string' }, 'std::string f(const std::string &x) { return x; }', 'a\0é', 'a\0é'],
    [
      'text that is not UTF-8 as bytes',
      { type: 'string' },
      { type: 'string' },
      'std::string f(const std::string &x) { return x + "\\xff"; }',
      'a',
      bytes(97, 255),
    ],
    [
      'integers back',
      { type: 'integers', ctype: 'int64_t' },
      { type: 'integers', ctype: 'int64_t' },
      'std::vector<int64_t> f(std::span<const int64_t> x) { return {x.rbegin(), x.rend()}; }',
      [1, { $integer: '-9223372036854775808' }],
      [{ $integer: '-9223372036854775808' }, 1],
    ],
    [
      'no bytes instead of null',
      { type: 'bytes', nullable: true },
      { type: 'bytes', nullable: true },
      'std::optional<std::vector<std::uint8_t>> f(std::optional<std::span<const std::uint8_t>> x) { if (!x) return {}; return std::vector<std::uint8_t>(x->begin(), x->end()); }',
      bytes(),
      bytes(),
    ],
    [
      'null instead of no bytes',
      { type: 'bytes', nullable: true },
      { type: 'bytes', nullable: true },
      'std::optional<std::vector<std::uint8_t>> f(std::optional<std::span<const std::uint8_t>> x) { if (!x) return {}; return std::vector<std::uint8_t>(x->begin(), x->end()); }',
      null,
      null,
    ],
    [
      'a number that may be null',
      { type: 'integer', nullable: true },
      { type: 'boolean' },
      'bool f(std::optional<int> x) { return x == 7; }',
      7,
      true,
    ],
  ])('carries %s', async (_, parameter, returns, code, given, expected) => {
    expect(await one(included + code, f(parameter, returns), given)).toEqual({ ended: 'answered', value: expected });
  });

  it('answers a filled buffer whole', async () => {
    const signature: FunctionSignature = {
      name: 'fill',
      parameters: [{ name: 'out', type: 'out-bytes', ctype: 'char' }],
      returns: { type: 'integer' },
    };
    const code = '#include <cstddef>\nint fill(char *out, size_t out_size) { for (size_t i = 1; i < out_size; i++) out[i] = 7; return 5; }';
    expect(await one(code, signature, 3)).toEqual({ ended: 'answered', value: { return: 5, out: bytes(0xaa, 7, 7) } });
  });

  it('dies rather than wrap an integer that does not fit', async () => {
    const code = '#include <cstdint>\nint f(uint8_t x) { return x; }';
    expect((await runAll(code, f({ type: 'integer', ctype: 'uint8_t' }), [[255], [256]])).ended).toMatchObject([
      { ended: 'answered', value: 255 },
      { ended: 'died', exitCode: 97 },
    ]);
  });

  it.each([
    ['an exception of the library', 'throw std::runtime_error("no: " + x);', 'std::runtime_error', 'no: é'],
    ['an exception of its own', 'struct Odd : std::logic_error { using logic_error::logic_error; };\nthrow Odd(x);', /Odd$/, 'é'],
    ['a nested name without inline namespaces', 'throw std::pair<std::string, int>(x, 1);', /^std::pair<std::basic_string<.*, int>$/, ''],
    ['a number', 'throw 42;', 'int', ''],
    ['a text that is not UTF-8', 'throw std::runtime_error("a\\xff");', 'std::runtime_error', 'a?'],
    ['memory that is not to be had', 'std::vector<char> much(std::size_t{1} << 40);\nreturn much[0];', 'std::bad_alloc', 'std::bad_alloc'],
    ['a text that is not to be had', 'return std::string(std::size_t{1} << 30, x[0]).size();', 'std::bad_alloc', 'std::bad_alloc'],
  ] as const)('answers %s as raised', async (_, body, type, message) => {
    expect(await one(ofText(body), text, 'é')).toEqual({
      ended: 'raised',
      type: typeof type === 'string' ? type : expect.stringMatching(type),
      message,
    });
  });

  it.each([
    ['past the NUL of a short text', 'const char *at = x.c_str();\nreturn at[x.size() + 1];', 'use-after-poison READ', 'abc'],
    ['past the NUL of a long text', 'const char *at = x.c_str();\nreturn at[x.size() + 1];', 'heap-buffer-overflow READ', 'a'.repeat(99)],
    ['past the end of a view', 'std::string_view view = x;\nreturn view[view.size()];', 'bounds', 'abc'],
    ['past the end of a text in its block', 'std::string own = x;\nown.reserve(200);\nreturn own[own.size() + 1];', 'bounds', 'abc'],
    ['past a vector in its block', 'std::vector<int> v{1, 2, 3};\nv.reserve(9);\nreturn v.data()[5];', 'container-overflow READ', ''],
    ['the last of nothing', 'std::vector<int> v;\nreturn v.back();', 'bounds', ''],
    ['nothing', 'std::optional<int> nothing;\nreturn *nothing;', 'null', ''],
    ['what is gone', 'auto p = std::make_unique<int>(1);\nint *raw = p.get();\np.reset();\nreturn *raw;', 'heap-use-after-free READ', ''],
    ['a view of what is gone', 'std::string_view view = std::string(40, x[0]);\nreturn view[3];', 'heap-use-after-free READ', 'a'],
    [
      'a moved vector’s iterator',
      'std::vector<int> v{1};\nauto it = v.begin();\nv.push_back(2);\nreturn *it;',
      'heap-use-after-free READ',
      '',
    ],
    ['an overflowing sum', 'int much = 2147483647;\nreturn much + int(x.size());', 'signed-integer-overflow', 'a'],
  ])('dies with a report at a use of %s', async (_, body, error, argument) => {
    expect(await one(ofText(body), text, argument)).toMatchObject({
      ended: 'died',
      exitCode: sanitizerExitCode,
      sanitizer: { error, line: headers.length + 1 + body.split('\n').length },
    });
  });

  it('dies with a report where memory is given back in another way', async () => {
    const ended = await one(ofText('int *p = new int[3];\ndelete p;\nreturn 0;'), text, '');
    expect(ended).toMatchObject({ ended: 'died', exitCode: sanitizerExitCode, sanitizer: { error: 'alloc-dealloc-mismatch' } });
  });

  it.each([
    ['a byte beyond', 'bytes', 'return x.data()[x.size()];', bytes(1, 2, 3)],
    ['a byte of none', 'bytes', 'return x.data()[0];', bytes()],
    ['an element beyond', 'integers', 'return x.data()[x.size()];', [1, 2, 3]],
  ] as const)('sees %s', async (_, type, body, argument) => {
    const element = type === 'bytes' ? 'std::uint8_t' : 'int';
    const ended = await one(`${included}int f(std::span<const ${element}> x) { ${body} }`, f({ type }), argument);
    expect(ended).toMatchObject({ ended: 'died', sanitizer: { error: 'heap-buffer-overflow READ' } });
  });

  it('cannot be kept from a report by a handler', async () => {
    const code = `#include <csetjmp>\n#include <csignal>\n${included}static sigjmp_buf back;\nstatic void jump(int) { siglongjmp(back, 1); }\n`;
    const body =
      'int f(const std::string &x) { for (int n = 1; n < 32; n++) signal(n, jump); if (sigsetjmp(back, 1)) return 1; return x[9]; }';
    expect(await one(code + body, text, 'abc')).toMatchObject({
      ended: 'died',
      exitCode: sanitizerExitCode,
      sanitizer: { error: 'bounds' },
    });
  });

  it.each([
    [
      'copies, moves and changes a text',
      'std::string a = x, b = std::move(a);\nb += x;\nstd::string c(b, 1);\nstd::swap(b, c);\nreturn c == "abcabc";',
    ],
    ['ends at the NUL', 'return x[x.size()] == 0 && std::strlen(x.c_str()) == 3;'],
    ['copies nothing', 'std::vector<char> none;\nstd::memcpy(none.data(), x.data(), 0);\nreturn 1;'],
    ['catches what it threw', 'try { std::vector<int>(1).at(5); } catch (const std::out_of_range &) { return 1; }\nreturn 0;'],
    ['gets no memory and notices', 'return new (std::nothrow) char[std::size_t{1} << 40] == nullptr;'],
    ['leaks', 'return *new int(1);'],
  ])('leaves alone code that %s', async (_, body) => {
    expect(await one(ofText(body), text, 'abc')).toEqual({ ended: 'answered', value: 1 });
  });

  it('takes what large parts of the library need', async () => {
    const code = `#include <filesystem>\n#include <fstream>\n#include <iostream>\n#include <map>\n#include <regex>\n#include <sstream>\n#include <thread>\n${included}
static const std::map<std::string, int> table{{"abc", 1}};
static const std::regex pattern("[a-c]+");
int f(const std::string &x) {
  std::filesystem::path folder = std::filesystem::weakly_canonical("/work/../work");
  { std::ofstream out(folder / x); out << "content"; }
  std::ostringstream all;
  all << std::ifstream(folder / x).rdbuf();
  int sum = 0;
  std::thread([&] { sum = table.at(x); }).join();
  std::cout << all.str() << std::endl;
  return std::regex_match(x, pattern) && all.str() == "content" ? sum : 0;
}`;
    expect(await one(code, text, 'abc')).toEqual({ ended: 'answered', value: 1 });
  });

  it.each(['run', 'put', 'serve', 'index', 'read', 'greatest', 'reports_to'])('can call a function of the name %s', async (name) => {
    const code = `#include <string>\nint ${name}(const std::string &x) { return x.size(); }`;
    expect(await one(code, { ...text, name }, 'abc')).toEqual({ ended: 'answered', value: 3 });
  });

  it.each([
    ['malloc', 'extern "C" void *malloc(unsigned long) { return nullptr; }'],
    ['write', 'extern "C" long write(int, const void *, unsigned long) { return 0; }'],
    ['main', 'int main() { return 0; }'],
    ['__asan_default_options', 'extern "C" const char *__asan_default_options() { return "exitcode=0"; }'],
    ['fathom::run', 'namespace fathom { int run() { return 0; } int raised; }'],
    [
      'the library’s templates otherwise',
      'template <> std::string::size_type std::string::find_first_of(char, size_type) const { return 7; }',
    ],
  ])('is not disturbed by a candidate that defines %s', async (_, definition) => {
    const code = `#include <string>\n${definition}\nint f(const std::string &x) { return x[0]; }`;
    expect(await one(code, text, 'a')).toEqual({ ended: 'answered', value: 97 });
  });

  it('lets a candidate’s own operator new serve the candidate alone', async () => {
    const own = `#include <cstdlib>\n#include <new>\nstatic int count;\nvoid *operator new(std::size_t n) { count++; return std::malloc(n); }\nvoid operator delete(void *p) noexcept { std::free(p); }\nvoid operator delete(void *p, std::size_t) noexcept { std::free(p); }\n`;
    const code = `${own}${included}int f(const std::string &x) { int before = count; std::vector<int> v(3); return count - before; }`;
    expect((await runAll(code, text, [['a'], ['b']])).ended).toMatchObject([{ value: 1 }, { value: 1 }]);
  });

  it.each([
    ['a hidden function', 'static int f(const std::string &x) { return 1; }'],
    ['one in a namespace', 'namespace n { int f(const std::string &x) { return 1; } }'],
    ['one of other parameters', 'int f(const char *x) { return 1; }'],
  ])('tells a missing function from %s', async (_, definition) => {
    expect((await runAll(`#include <string>\n${definition}`, text, [])).loaded).toMatchObject({ kind: 'missing-function' });
  });

  it.each([
    ['another result', 'const char *f(const std::string &x) { return x.c_str(); }'],
    ['an optional result', '#include <optional>\nstd::optional<std::string> f(const std::string &x) { return x; }'],
    ['another number', 'long f(const std::string &x) { return 1; }'],
  ])('does not call a function of %s', async (_, definition) => {
    expect((await runAll(`#include <string>\n${definition}`, text, [])).loaded).toMatchObject({
      kind: 'compile',
      detail: expect.stringMatching(/f must return int/),
    });
  });

  it.each([
    ['noexcept', '#include <string>\nint f(const std::string &x) noexcept { return 1; }'],
    ['declared before', '#include <string>\nint f(const std::string &);\n[[nodiscard]] int f(const std::string &) { return 1; }'],
    [
      'overloaded',
      '#include <string>\nlong f(long x) { return x; }\nlong f(const char *) { return 2; }\nint f(const std::string &x) { return f(1L); }',
    ],
    ['followed by an open line', '#include <string>\nint f(const std::string &x) { return 1; } // the end'],
    [
      'beside names of the library',
      '#include <string>\nusing namespace std;\nint given = 1, right = 1;\nint f(const string &x) { return 1; }',
    ],
  ])('calls a function that is %s', async (_, code) => {
    expect(await one(code, text, 'a')).toEqual({ ended: 'answered', value: 1 });
  });

  it('goes on after exceptions from deep within', async () => {
    const code = `${included}#include <cstdio>
static int deep(int depth, const std::string &x) {
  char room[200];
  std::snprintf(room, sizeof room, "%d%s", depth, x.c_str());
  if (depth == 0 && x == "throw") throw std::invalid_argument(room);
  return depth == 0 ? static_cast<int>(std::strlen(room)) : deep(depth - 1, x);
}
int f(const std::string &x) { return deep(20, x); }`;
    const calls = ['throw', 'throw', 'abc', 'throw', 'abcd'].map((each) => [each]);
    expect((await runAll(code, text, calls)).ended).toMatchObject([
      { ended: 'raised' },
      { ended: 'raised' },
      { value: 4 },
      { ended: 'raised' },
      { value: 5 },
    ]);
  });

  it('says where the code does not compile', async () => {
    expect((await runAll('int f(const std::string &x) {\n  return 1;\n}', text, [])).loaded).toMatchObject({
      kind: 'compile',
      detail: expect.stringMatching(/candidate\.cpp:1:\d+: error: .*string/),
    });
  });

  it('ends a program by an exception that nobody catches with an exit code, not a signal', async () => {
    const code =
      '#include <iostream>\n#include <stdexcept>\nint main(int n, char **) { std::cout << "first"; if (n == 1) throw std::runtime_error("why"); std::terminate(); }';
    const launch = cpp().launch(code, { kind: 'command' }, []);
    const session = await box.open({ launch, limits, files: [], environment: {} });
    const thrown = await session.exec([], Buffer.alloc(0));
    const aborted = await session.exec(['x'], Buffer.alloc(0));
    await session.close();
    if (thrown.ended !== 'answered') throw new Error(JSON.stringify(thrown));
    expect(thrown.value).toMatchObject({ exitCode: 134, signal: null });
    expect(Buffer.from(thrown.value.stderr).toString()).toMatch(/std::runtime_error'\n {2}what\(\): {2}why/);
    expect(aborted).toMatchObject({ value: { exitCode: null, signal: 'SIGABRT' } });
  });
});
