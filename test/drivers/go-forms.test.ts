import { afterAll, describe, expect, it } from 'vitest';
import type { TaskInterface } from '../../src/core/index.ts';
import { go } from '../../src/drivers/go/go.ts';
import { trialBox } from './box.ts';
import * as sessions from './go-session.ts';

// Without the folder of tools: candidates compile the harness themselves.
const box = trialBox(64_485);
afterAll(() => box.close());

const withSession = sessions.withSession(box);
const call = sessions.callIn(box);
const nothing = sessions.interfaceOf([]);

describe('a Go file is taken as models write it:', () => {
  it.each([
    ['exported', 'func ReadNote() (int, error) { return 1, nil }'],
    ['in snake case', 'func read_note() (int, error) { return 1, nil }'],
    ['without an error', 'func readNote() int { return 1 }'],
    [
      'with an error of its own type',
      'type fault struct{}\nfunc (*fault) Error() string { return "" }\nfunc readNote() (int, *fault) { return 1, nil }',
    ],
    ['as a variable', 'var readNote = func() (int, error) { return 1, nil }'],
    ['with a main that exits', 'import "os"\nfunc main() { os.Exit(1) }\nfunc readNote() (int, error) { return 1, nil }'],
    [
      'with names that the harness has',
      'func answer() {}\nvar functions, table, encode int\nfunc readNote() (int, error) { return 1, nil }',
    ],
    ['with names of basic types', 'type error interface{ Error() string }\nfunc readNote() (int, error) { return 1, nil }'],
    [
      'with an embedded pattern and a raw string',
      'import "regexp"\nvar p = regexp.MustCompile(`^"\\d$`)\nfunc readNote() (int, error) { return 1, nil }',
    ],
    ['as another package', ''],
  ])('%s', async (what, code) => {
    const answer =
      what === 'as another package'
        ? await withSession('package notes\nfunc readNote() (int, error) { return 1, nil }', nothing, (session) =>
            session.call('readNote', []),
          )
        : await call(code, nothing);
    expect(answer).toEqual({ ended: 'answered', value: 1 });
  });

  it.each([
    [
      'an import that nobody uses',
      'import "os"\nfunc readNote() error { return nil }',
      'compile',
      /candidate\.go:2:8: imported and not used: "os"/,
    ],
    ['a package of its own that is not there', 'import "notes/db"\nfunc readNote() error { return db.Open() }', 'compile', /notes\/db/],
    [
      'a package that is internal to the library',
      'import "internal/poll"\nvar _ poll.FD\nfunc readNote() error { return nil }',
      'compile',
      /internal\/poll/,
    ],
    ['other parameters', 'func readNote(a, b string) error { return nil }', 'missing-function', /other parameters.*func\(string, string\)/],
    ['a method alone', 'type s struct{}\nfunc (s) readNote() error { return nil }', 'missing-function', /no function readNote/],
    [
      'a package to be downloaded',
      'import "github.com/lib/pq"\nvar _ = pq.Error{}\nfunc readNote() error { return nil }',
      'missing-dependency',
      /lib\/pq/,
    ],
    ['a panic while it is initialised', 'func init() { panic("early") }\nfunc readNote() error { return nil }', 'died', /early/],
  ])('%s is told as what it is', async (_, code, kind, detail) => {
    expect(await call(code, nothing)).toMatchObject({ loaded: false, kind, detail: expect.stringMatching(detail) });
  });
});

describe('a Go service is put on the port of the tests:', () => {
  const web: TaskInterface = { kind: 'http', framework: { go: 'net/http' }, application: 'app' };
  const handle = 'func hello(w http.ResponseWriter, r *http.Request) { w.Write([]byte("hello")) }';
  it.each([
    ['newHandler', `${handle}\nfunc newHandler() http.Handler { return http.HandlerFunc(hello) }`],
    ['exported', `${handle}\nfunc NewHandler() *http.ServeMux { m := http.NewServeMux(); m.HandleFunc("/", hello); return m }`],
    ['with an error', `${handle}\nfunc newHandler() (http.Handler, error) { return http.HandlerFunc(hello), nil }`],
    ['a bare function', `${handle}\nfunc newHandler() http.HandlerFunc { return hello }`],
    [
      'and not listening by itself',
      `${handle}\nfunc newHandler() http.Handler { return http.HandlerFunc(hello) }\nfunc main() { http.ListenAndServe(":8080", nil) }`,
    ],
    ['listening by itself', `${handle}\nfunc main() { http.HandleFunc("/", hello); http.ListenAndServe(":3000", nil) }`],
    ['listening on the very port', `${handle}\nfunc main() { http.HandleFunc("/", hello); http.ListenAndServe("127.0.0.1:8080", nil) }`],
  ])('%s', async (_, code) => {
    const answer = await withSession(`package main\nimport "net/http"\n${code}`, web, (session) =>
      session.http({ method: 'GET', path: '/' }),
    );
    expect(answer).toMatchObject({ ended: 'answered', value: { status: 200 } });
  });

  it.each([
    ['nothing to serve', 'func f() {}', 'missing-function', /newHandler/],
    ['no handler', 'func newHandler() any { return nil }', 'import', /no handler/],
    [
      'a handler that fails',
      'import "errors"\nfunc newHandler() (any, error) { return nil, errors.New("no store") }',
      'import',
      /no store/,
    ],
    ['a handler that panics', 'func newHandler() any { panic("no store") }', 'import', /no store/],
    ['a main that ends', 'func main() {}', 'not-listening', /main/],
  ])('%s is told as what it is', async (_, code, kind, detail) => {
    expect(await withSession(`package main\n${code}`, web, async (session) => session.loaded)).toMatchObject({
      loaded: false,
      kind,
      detail: expect.stringMatching(detail),
    });
  });
});

describe('a Go program', () => {
  it('of another package is run all the same', async () => {
    const ended = await withSession('package notes\nfunc main() { print("x") }', { kind: 'command' }, (session) =>
      session.exec([], new Uint8Array()),
    );
    expect(ended).toMatchObject({ ended: 'answered', value: { exitCode: 0 } });
  });

  it('without a main does not compile', async () => {
    expect(await withSession('package main\nfunc f() {}', { kind: 'command' }, async (session) => session.loaded)).toMatchObject({
      kind: 'compile',
    });
  });
});

describe('a Go candidate', () => {
  it('may declare no package', () => {
    expect(() => go().launch('package main', nothing, ['github.com/lib/pq'])).toThrow(/standard library alone: 'github\.com\/lib\/pq'/);
  });
});
