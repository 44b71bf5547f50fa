import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits, type Limits, type TaskInterface } from '../../src/core/index.ts';
import type { Driver } from '../../src/drivers/driver.ts';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import { python } from '../../src/drivers/python/python.ts';
import { typescript } from '../../src/drivers/typescript/typescript.ts';
import type { HttpRequest, Session } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_730);
afterAll(() => box.close());

const limits: Limits = { ...defaultLimits, loadMs: 60_000, callMs: 30_000 };

const web = (framework: string): TaskInterface => ({
  kind: 'http',
  framework: { python: framework, javascript: framework, typescript: framework },
  application: 'app',
});

const open = (driver: Driver, framework: string, code: string, own: Partial<Limits> = {}): Promise<Session> =>
  box.open({ launch: driver.launch(code, web(framework), []), limits: { ...limits, ...own }, files: [], environment: {} });

const ask = async (session: Session, request: HttpRequest) => {
  const ended = await session.http(request);
  if (ended.ended !== 'answered') throw new Error(JSON.stringify([ended, await session.output()]));
  const { status, headers, body } = ended.value;
  return { status, headers, text: Buffer.from(body).toString() };
};
const get = (session: Session, path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(session, { method: 'GET', path, headers });

const route = "app.get('/', async () => ({ a: 1 }));";
const built = `const Fastify = require('fastify');\nasync function build(options = {}) { const app = Fastify(options); ${route} return app; }\n`;

describe('a Fastify service is put on the port of the tests:', () => {
  it.each([
    ['exported', `const app = require('fastify')();\n${route}\nmodule.exports = app;`],
    ['exported by name', `const fastify = require('fastify')();\n${route.replace('app', 'fastify')}\nmodule.exports = { app: fastify };`],
    ['bare', `const app = require('fastify')();\n${route}`],
    ['a module', `import Fastify from 'fastify';\nexport const app = Fastify();\n${route}`],
    ['a module that awaits it', `import Fastify from 'fastify';\nconst app = await Fastify();\n${route}\nexport default app;`],
    [
      'a module that awaits its listening',
      `import { fastify } from 'fastify';\nconst app = fastify();\n${route}\nawait app.listen({ port: 80 });`,
    ],
    ['made by an exported function', `${built}module.exports = build;`],
    ['made by an exported function of that name', `${built}exports.app = build;`],
    ['a promise', `${built}exports.app = build();`],
    ['listening with a callback', `const app = require('fastify')();\n${route}\napp.listen({ port: 3000 }, (e) => e && process.exit(1));`],
    [
      'listening only as a program',
      `const app = require('fastify')();\n${route}\nif (require.main === module) app.listen({ port: 3000 });`,
    ],
    [
      'given more routes before it listens',
      `const app = require('fastify')();\nconst start = async () => {
        await app.register(async (part) => { await new Promise((done) => setTimeout(done, 50)); });
        ${route}
        await app.listen({ port: 3000 }).catch(() => process.exit(1));
      };\nstart();\nmodule.exports = { app };`,
    ],
    [
      'listening after the tests already talk to it',
      `const app = require('fastify')();\n${route}\nmodule.exports = app;
       setTimeout(() => app.listen({ port: 3000 }).then(() => { globalThis.late = true; }, () => process.exit(1)), 1_300);
       app.get('/late', async () => { while (!globalThis.late) await new Promise((done) => setTimeout(done, 10)); return 'late'; });`,
    ],
  ])('%s', async (title, code) => {
    const session = await open(javascript(), 'fastify', code);
    expect(session.loaded).toEqual({ loaded: true });
    expect((await get(session, '/')).text).toBe('{"a":1}');
    if (title.startsWith('listening after')) expect((await get(session, '/late')).text).toBe('late');
    await session.close();
  });

  it('written in TypeScript', async () => {
    const code = `import Fastify, { type FastifyInstance } from 'fastify';\nexport const app: FastifyInstance = Fastify();\n${route}`;
    const session = await open(typescript(), 'fastify', code);
    expect((await get(session, '/')).text).toBe('{"a":1}');
    await session.close();
  });
});

describe('an application that is not ready is told as what it is:', () => {
  const fastify = `const app = require('fastify')({ pluginTimeout: 300 });\n${route}\n`;
  const fastapi = 'from fastapi import FastAPI\napp = FastAPI()\n';
  const lifespan = (body: string) => `${fastapi}@app.on_event('startup')\nasync def start():\n    ${body}\n`;
  it.each<readonly [string, string, string, string, RegExp]>([
    [
      'a Fastify hook that fails',
      'fastify',
      `${fastify}app.addHook('onReady', async () => { throw new Error('no database'); });`,
      'import',
      /no database/,
    ],
    [
      'a Fastify plugin that never ends',
      'fastify',
      `${fastify}app.register((part, options, done) => {});`,
      'import',
      /did not start in time/,
    ],
    [
      'a Fastify plugin that is not there',
      'fastify',
      `${fastify}app.register(import('@fastify/nothing'));`,
      'missing-dependency',
      /@fastify\/nothing/,
    ],
    ['a function that yields nothing', 'fastify', 'exports.app = () => undefined;', 'missing-function', /app/],
    ['a promise that fails', 'fastify', "exports.app = Promise.reject(new TypeError('nope'));", 'died', /nope/],
    ['no server at all', 'fastify', 'setTimeout(() => {}, 100);', 'missing-function', /starts no HTTP server/],
    ['a FastAPI start that fails', 'fastapi', lifespan("raise ValueError('no database')"), 'import', /no database/],
    ['a FastAPI application of another name', 'fastapi', fastapi.replace('app =', 'api ='), 'missing-function', /app/],
    [
      'a port that is taken',
      'fastapi',
      `import socket\nheld = socket.create_server(('127.0.0.1', 8080))\n${fastapi}`,
      'not-listening',
      /use/,
    ],
    [
      'an optional package that is not there',
      'fastapi',
      `${fastapi}raise ImportError('email-validator is not installed')`,
      'missing-dependency|import',
      /email/,
    ],
  ])('%s', async (_, framework, code, kind, detail) => {
    const session = await open(framework === 'fastify' ? javascript() : python(), framework, code);
    await session.close();
    expect(session.loaded).toMatchObject({
      loaded: false,
      kind: expect.stringMatching(new RegExp(`^(?:${kind})$`)),
      detail: expect.stringMatching(detail),
    });
  });

  it('a FastAPI start that never ends', async () => {
    const session = await open(python(), 'fastapi', lifespan('import asyncio; await asyncio.sleep(1000)'), { loadMs: 3_000 });
    await session.close();
    expect(session.loaded).toMatchObject({ loaded: false, kind: 'timeout' });
  });

  it('an unknown framework', () => {
    expect(() => python().launch('', web('tornado'), [])).toThrow(/flask and fastapi.*tornado/);
  });
});

describe('a Python service', () => {
  it('is served by what it is, whatever framework the task asks for', async () => {
    const session = await open(
      python(),
      'fastapi',
      "from flask import Flask\napp = Flask(__name__)\n@app.get('/')\ndef root(): return 'flask'",
    );
    expect((await get(session, '/')).text).toBe('flask');
    await session.close();
  });

  it('may have as many threads as it may have processes', async () => {
    const code = `import threading
from fastapi import FastAPI
app = FastAPI()
@app.get('/')
def root():
    gate = threading.Event()
    threads = [threading.Thread(target=gate.wait) for _ in range(40)]
    for thread in threads: thread.start()
    gate.set()
    for thread in threads: thread.join()
    return len(threads)
`;
    const session = await open(python(), 'fastapi', code);
    expect((await get(session, '/')).text).toBe('40');
    await session.close();
  });
});
