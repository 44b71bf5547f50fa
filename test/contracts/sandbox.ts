import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type JsonValue } from '../../src/core/index.ts';
import type { LaunchRequest, Sandbox, Session } from '../../src/sandboxes/sandbox.ts';

/** What the contract must know of an adaptor. */
export type SandboxFacts = {
  readonly level: 'none' | 'container' | 'namespaces';
  /** `/work` and `/app` have these names inside. Off for `none` on a machine that has folders of these names. */
  readonly ownRoot: boolean;
};

const functions = `
import os, time
def add(a, b): return a + b
def echo(value): return value
def kinds(): return [True, 1, 1.5, 'x', None, (1, 2), b'ab', 2 ** 70, {'a': [1]}]
def boom(): raise ValueError('no such note')
def leave(): raise SystemExit(3)
def odd(): return {1, 2}
def say(text): print(text)
def sleep(): time.sleep(600)
def end(): os._exit(7)
def save(name, text):
    with open(name, 'w') as file: file.write(text)
def variable(name): return os.environ.get(name)
def fetch(port):
    import urllib.request
    return urllib.request.urlopen('http://127.0.0.1:%d/hello' % port).read().decode()
class Sly(str):
    def __eq__(self, other): return True
    def __str__(self): return 'forged'
def sly(): return Sly('plain')
`;

const pythonFunctions: LaunchRequest = { runtime: 'python-fork', payload: { code: functions, functions: ['add'] }, packages: [] };
const pythonCode = (code: string, more: { readonly [key: string]: JsonValue } = {}): LaunchRequest => ({
  runtime: 'python-fork',
  payload: { code, ...more },
  packages: [],
});

const speaker = `
import json, os
channel = os.fdopen(3, 'r+b', buffering=0)
load = json.loads(channel.readline())['load']
channel.write(b'{"loaded":true}\\n')
for line in channel:
    request = json.loads(line)
    channel.write(json.dumps({'id': request['id'], 'ok': [load, request['call'], request['args']]}).encode() + b'\\n')
`;

/** Everything that any sandbox promises, by behaviour. Only benign programs: containment has its own battery. */
export const sandboxContract = (make: () => Sandbox, facts: SandboxFacts): void => {
  const sandbox = make();
  afterAll(() => sandbox.close());

  const withSession = async <T>(launch: LaunchRequest, use: (session: Session) => Promise<T>, callMs = 10_000): Promise<T> => {
    const limits = { ...defaultLimits, callMs };
    const files = [{ path: 'given/note.txt', content: Buffer.from('tea') }];
    const session = await sandbox.open({ launch, limits, files, environment: { FLAVOUR: 'mint' } });
    try {
      return await use(session);
    } finally {
      await session.close();
    }
  };
  const functionsOf = <T>(use: (session: Session) => Promise<T>, callMs?: number): Promise<T> => withSession(pythonFunctions, use, callMs);
  const loadedOf = (launch: LaunchRequest) => withSession(launch, async (session) => session.loaded);

  describe('a session with functions', () => {
    it('answers calls with values of exact types', async () => {
      const answer = await functionsOf((session) => session.call('kinds', []));
      const value = [true, 1, 1.5, 'x', null, [1, 2], { $bytes: 'YWI=' }, { $integer: '1180591620717411303424' }, { a: [1] }];
      expect(answer).toEqual({ ended: 'answered', value });
    });

    it('hands over any JSON unchanged, text outside of ASCII and tagged bytes included', async () => {
      const value = { text: 'Grüße \u{1f343} \n', list: [1, [true, null]], bytes: { $bytes: 'AAH/' } };
      expect(await functionsOf((session) => session.call('echo', [value]))).toEqual({ ended: 'answered', value });
    });

    it('reduces subclasses without calling what they override', async () => {
      expect(await functionsOf((session) => session.call('sly', []))).toEqual({ ended: 'answered', value: 'plain' });
    });

    it('reports what was raised, exits included, and goes on', async () => {
      const said = await functionsOf(async (session) => [
        await session.call('boom', []),
        await session.call('leave', []),
        await session.call('add', [1, 2]),
      ]);
      expect(said).toEqual([
        { ended: 'raised', type: 'ValueError', message: 'no such note' },
        { ended: 'raised', type: 'SystemExit', message: '3' },
        { ended: 'answered', value: 3 },
      ]);
    });

    it('reports a value that is not JSON as raised', async () => {
      expect(await functionsOf((session) => session.call('odd', []))).toMatchObject({ ended: 'raised', message: 'not JSON: set' });
    });

    it('reports a process that ends as died, with its exit code, and answers died from then on', async () => {
      const said = await functionsOf(async (session) => [await session.call('end', []), await session.call('add', [1, 2])]);
      expect(said).toMatchObject([{ ended: 'died', exitCode: 7 }, { ended: 'died' }]);
    });

    it('reports a call that takes too long as timeout, and answers died from then on', async () => {
      const said = await functionsOf(async (session) => [await session.call('sleep', []), await session.call('add', [1, 2])], 300);
      expect(said).toMatchObject([{ ended: 'timeout', afterMs: 300 }, { ended: 'died' }]);
    });

    it('keeps what was printed apart from answers', async () => {
      const output = await functionsOf(async (session) => {
        await session.call('say', ['{"ok":1}']);
        return session.output();
      });
      expect(output).toEqual({ stdout: '{"ok":1}\n', stderr: '', cut: false });
    });

    it('gives the variables of the session and none of the host', async () => {
      process.env.FATHOM_CONTRACT = 'secret';
      const said = await functionsOf(async (session) => [
        await session.call('variable', ['FLAVOUR']),
        await session.call('variable', ['FATHOM_CONTRACT']),
      ]);
      expect(said).toEqual([
        { ended: 'answered', value: 'mint' },
        { ended: 'answered', value: null },
      ]);
    });
  });

  describe('loading', () => {
    it.each([
      ['syntax', pythonCode('def f(:')],
      ['import', pythonCode('raise RuntimeError("no")')],
      ['import', pythonCode('raise SystemExit(0)')],
      ['missing-dependency', pythonCode('import no_such_module_here')],
      ['missing-function', pythonCode('x = 1', { functions: ['f'] })],
      ['died', pythonCode('import os\nos._exit(0)')],
      ['died', pythonCode('import os\nos.write(3, b"{\\"loaded\\":true}\\n{\\"loaded\\":true}\\n")\nos._exit(0)')],
      ['syntax', pythonCode('def f(:', { program: true })],
    ])('that fails is told as %s', async (kind, launch) => {
      expect(await loadedOf(launch)).toMatchObject({ loaded: false, kind });
    });

    it('names the missing module', async () => {
      expect(await loadedOf(pythonCode('import no_such_module_here.part'))).toMatchObject({ module: 'no_such_module_here' });
    });
  });

  describe('the work folder', () => {
    it('holds the files that were given, is written, read and listed from outside', async () => {
      const seen = await functionsOf(async (session) => {
        await session.write('/work/deep/er/x.txt', Buffer.from('x'));
        await session.call('save', ['made.txt', 'by the candidate']);
        const texts = [await session.read('given/note.txt'), await session.read('made.txt')].map(String);
        return { paths: await session.list('/work'), texts, absent: await session.read('none.txt') };
      });
      expect(seen).toEqual({
        paths: ['deep/er/x.txt', 'given/note.txt', 'made.txt'],
        texts: ['tea', 'by the candidate'],
        absent: undefined,
      });
    });

    it('refuses paths that lead out of it', async () => {
      await functionsOf(async (session) => {
        await expect(session.read('../etc/passwd')).rejects.toThrow('leaves its folder');
        await expect(session.write('/etc/passwd', Buffer.from(''))).rejects.toThrow('not below /work');
      });
    });

    it('is empty again for the next session', async () => {
      await functionsOf((session) => session.call('save', ['trace.txt', 'x']));
      expect(await functionsOf((session) => session.list('/work'))).toEqual(['given/note.txt']);
    });
  });

  describe('a service', () => {
    const flask = `
from flask import Flask, request
app = Flask(__name__)
@app.post('/sum')
def total():
    return {'sum': sum(request.get_json()['numbers'])}, 201, {'X-Kind': 'sum'}
@app.get('/crash')
def crash():
    import os
    os._exit(4)
`;

    it('answers requests over HTTP, and a crash is told as died', async () => {
      const launch = pythonCode(flask, { serve: { application: 'app', port: 8080 } });
      await withSession(launch, async (session) => {
        if (!session.loaded.loaded && session.loaded.kind === 'missing-dependency') return;
        const body = JSON.stringify({ numbers: [1, 2] });
        const answer = await session.http({ method: 'POST', path: '/sum', headers: { 'content-type': 'application/json' }, body });
        if (answer.ended !== 'answered') throw new Error(JSON.stringify(answer));
        expect([answer.value.status, Buffer.from(answer.value.body).toString().trim()]).toEqual([201, '{"sum":3}']);
        expect(answer.value.headers).toContainEqual(['X-Kind', 'sum']);
        expect(await session.http({ method: 'GET', path: '/crash' })).toMatchObject({ ended: 'died', exitCode: 4 });
      });
    });

    it('of the warden records who connects', async () => {
      const seen = await functionsOf(async (session) => {
        const port = await session.listen('metadata', Buffer.from('inner'));
        const answer = await session.call('fetch', [port]);
        const { connections } = await session.sightings();
        return {
          answer,
          names: connections.map((one) => one.listener),
          first: Buffer.from(connections[0]?.received ?? [])
            .toString()
            .slice(0, 10),
        };
      });
      expect(seen).toEqual({ answer: { ended: 'answered', value: 'inner' }, names: ['metadata'], first: 'GET /hello' });
    });
  });

  describe('a program', () => {
    const code = 'import sys\nprint(sys.argv[1:], sys.stdin.read())\nprint("oh", file=sys.stderr)\nsys.exit(len(sys.argv))';

    it('runs afresh each time, with arguments and standard input', async () => {
      const runs = await withSession(pythonCode(code, { program: true }), async (session) => [
        await session.exec(['a', 'b'], Buffer.from('in')),
        await session.exec([], Buffer.from('')),
      ]);
      const texts = runs.map((run) =>
        run.ended === 'answered' ? [run.value.exitCode, String(run.value.stdout), String(run.value.stderr)] : run,
      );
      expect(texts).toEqual([
        [3, "['a', 'b'] in\n", 'oh\n'],
        [1, '[] \n', 'oh\n'],
      ]);
    });

    it('that takes too long is stopped, and the session goes on', async () => {
      const slow = 'import sys, time\nif len(sys.argv) > 1: time.sleep(600)\nprint("quick")';
      const runs = await withSession(
        pythonCode(slow, { program: true }),
        async (session) => [await session.exec(['x'], Buffer.from('')), await session.exec([], Buffer.from(''))],
        700,
      );
      expect(runs).toMatchObject([{ ended: 'timeout' }, { ended: 'answered', value: { exitCode: 0 } }]);
    });
  });

  describe.skipIf(!facts.ownRoot)('an executable (left out where /work and /app lie elsewhere)', () => {
    const executable = (payload: { readonly [key: string]: JsonValue }): LaunchRequest => ({ runtime: 'exec', payload, packages: [] });

    it('speaks the protocol on descriptor 3', async () => {
      const launch = executable({ files: { 'speaker.py': speaker }, command: ['python3', '/app/speaker.py'], load: { a: 1 } });
      expect(await withSession(launch, (session) => session.call('f', [1, 'x']))).toEqual({
        ended: 'answered',
        value: [{ a: 1 }, 'f', [1, 'x']],
      });
    });

    it('is built first; a build that fails is told as compile, with what it said', async () => {
      const step = { argv: ['sh', '-c', 'echo wrong >&2; exit 3'], timeoutMs: 5000, detailLimit: 100 };
      expect(await loadedOf(executable({ files: {}, build: [step], command: ['true'], load: null }))).toMatchObject({
        kind: 'compile',
        detail: 'wrong\n',
      });
      const copy = { argv: ['cp', 'speaker.py', 'built.py'], timeoutMs: 5000, detailLimit: 100 };
      const launch = executable({ files: { 'speaker.py': speaker }, build: [copy], command: ['python3', '/app/built.py'], load: null });
      expect(await loadedOf(launch)).toEqual({ loaded: true });
    });

    it('that ends instead of answering is told as died, with its exit code', async () => {
      expect(await loadedOf(executable({ files: {}, command: ['false'], load: null }))).toMatchObject({ loaded: false, kind: 'died' });
    });

    it('reports a signal by its name', async () => {
      const launch = executable({ files: {}, command: ['sh', '-c', 'kill -SEGV $$'], program: true });
      expect(await withSession(launch, (session) => session.exec([], Buffer.from('')))).toMatchObject({
        value: { signal: 'SIGSEGV', exitCode: null },
      });
    });
  });

  describe('the sandbox', () => {
    it('says how strong it is', async () => {
      const found = await make();
      const availability = await found.probe();
      await found.close();
      expect(availability).toMatchObject({ available: true, isolation: { level: facts.level } });
    });

    it('serves more sessions than it has places, in order', async () => {
      const sums = await Promise.all([1, 2, 3, 4, 5].map((n) => functionsOf((session) => session.call('add', [n, n]))));
      expect(sums.map((sum) => sum.ended === 'answered' && sum.value)).toEqual([2, 4, 6, 8, 10]);
    });

    it('closes a session as often as it is asked to, and refuses to use it then', async () => {
      const session = await sandbox.open({ launch: pythonFunctions, limits: defaultLimits, files: [], environment: {} });
      await session.close();
      await session.close();
      await expect(session.call('add', [1, 2])).rejects.toThrow('closed');
    });
  });
};
