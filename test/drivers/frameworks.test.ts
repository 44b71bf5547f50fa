import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultLimits, type Limits, type TaskInterface } from '../../src/core/index.ts';
import type { Driver } from '../../src/drivers/driver.ts';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import { python } from '../../src/drivers/python/python.ts';
import type { HttpRequest, Session } from '../../src/sandboxes/sandbox.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_700);
afterAll(() => box.close());

const limits: Limits = { ...defaultLimits, loadMs: 60_000, callMs: 30_000 };

const web = (framework: string): TaskInterface => ({
  kind: 'http',
  framework: { python: framework, javascript: framework, typescript: framework },
  application: 'app',
});

const open = (driver: Driver, framework: string, code: string, own: Partial<Limits> = {}): Promise<Session> =>
  box.open({ launch: driver.launch(code, web(framework), []), limits: { ...limits, ...own }, files: [], environment: {} });

const fixture = (name: string): string => readFileSync(new URL(`../fixtures/drivers/${name}`, import.meta.url), 'utf8');

const ask = async (session: Session, request: HttpRequest) => {
  const ended = await session.http(request);
  if (ended.ended !== 'answered') throw new Error(JSON.stringify([ended, await session.output()]));
  const { status, headers, body } = ended.value;
  return { status, headers, text: Buffer.from(body).toString() };
};
const get = (session: Session, path: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(session, { method: 'GET', path, headers });

const services: readonly (readonly [string, Driver, string])[] = [
  ['flask', python(), fixture('python/service-flask.py')],
  ['fastapi', python(), fixture('python/service-fastapi.py')],
  ['express', javascript(), fixture('javascript/service-express.js')],
  ['fastify', javascript(), fixture('javascript/service-fastify.js')],
];

describe.each(services)('%s', (framework, driver, code) => {
  let session: Session;
  beforeAll(async () => {
    session = await open(driver, framework, code);
  });
  afterAll(() => session.close());

  it('finds routes, with parameters in path and query, and tells what is not there', async () => {
    expect(session.loaded).toEqual({ loaded: true });
    expect(JSON.parse((await get(session, '/items/3?q=a%20b')).text)).toEqual({ number: 3, q: 'a b' });
    expect(await get(session, '/nowhere')).toMatchObject({ status: 404 });
  });

  it('takes and gives JSON', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await ask(session, { method: 'POST', path: '/json', headers, body: '{"grüß":[1,null,"😀"]}' });
    expect(answer.status).toBe(201);
    expect(JSON.parse(answer.text)).toEqual({ grüß: [1, null, '😀'] });
  });

  it('reads forms', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask(session, { method: 'POST', path: '/form', headers, body: 'name=J%C3%BCrgen+B.' });
    expect(JSON.parse(answer.text)).toEqual({ name: 'Jürgen B.' });
  });

  it.runIf(driver.language === 'python')('takes uploaded files', async () => {
    const part = 'Content-Disposition: form-data; name="file"; filename="notes.txt"\r\nContent-Type: text/plain\r\n\r\nhello';
    const headers = { 'content-type': 'multipart/form-data; boundary=edge' };
    const answer = await ask(session, { method: 'POST', path: '/upload', headers, body: `--edge\r\n${part}\r\n--edge--\r\n` });
    expect(JSON.parse(answer.text)).toEqual({ name: 'notes.txt', size: 5 });
  });

  it('redirects, and nobody follows', async () => {
    const { status, headers } = await get(session, '/away');
    expect(status).toBe(302);
    expect(headers.find(([name]) => name.toLowerCase() === 'location')?.[1]).toBe('/items/1');
  });

  it('sets several cookies and reads one', async () => {
    const { headers } = await get(session, '/login');
    const cookies = headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
    expect(cookies).toEqual([expect.stringMatching(/^user=ada;.*HttpOnly/), expect.stringMatching(/^theme=dark/)]);
    expect((await get(session, '/whoami', { cookie: 'theme=dark; user=ada' })).text).toBe('ada');
  });

  it('answers an exception in a handler with 500 and goes on', async () => {
    expect(await get(session, '/fail')).toMatchObject({ status: 500 });
    expect(await get(session, '/items/1')).toMatchObject({ status: 200 });
  });

  it('serves a request while another one waits', async () => {
    expect(JSON.parse((await get(session, '/relay')).text)).toEqual({ number: 7, q: 'x' });
  });

  it('takes and gives large bodies', async () => {
    const headers = { 'content-type': 'application/octet-stream' };
    const answer = await ask(session, { method: 'POST', path: '/size', headers, body: Buffer.alloc(10_000_000, 97) });
    expect(JSON.parse(answer.text)).toEqual({ size: 10_000_000 });
    expect((await get(session, '/large')).text.length).toBe(5_000_000);
  });

  it('dies of a crash in a handler', async () => {
    expect(await session.http({ method: 'GET', path: '/die' })).toMatchObject({ ended: 'died', exitCode: 3 });
  });
});
