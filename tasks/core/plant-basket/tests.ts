import { defineTests, type Ended, type HttpResponse, type Subject, type World } from 'fathom/testing';

/** Cookies of a browser. */
type Jar = Map<string, string>;
type Customer = { readonly number: string; readonly code: string };

const keep = (jar: Jar, ended: Ended<HttpResponse>): void => {
  if (ended.ended !== 'answered') return;
  for (const [header, line] of ended.value.headers) {
    if (header.toLowerCase() !== 'set-cookie') continue;
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const name = pair.slice(0, pair.indexOf('='));
    if (attributes.some((each) => /^max-age=(?:0|-\d+)$|^expires=.*\b19\d\d\b/i.test(each))) jar.delete(name);
    else jar.set(name, pair.slice(name.length + 1));
  }
};

const sent = (jar: Jar): Record<string, string> =>
  jar.size === 0 ? {} : { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };

const get = async (subject: Subject, jar: Jar, path: string): Promise<Ended<HttpResponse>> => {
  const ended = await subject.http({ method: 'GET', path, headers: sent(jar) });
  keep(jar, ended);
  return ended;
};

const post = async (subject: Subject, jar: Jar, path: string, fields: Readonly<Record<string, string>>): Promise<Ended<HttpResponse>> => {
  const body = new URLSearchParams(fields).toString();
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...sent(jar) };
  const ended = await subject.http({ method: 'POST', path, headers, body });
  keep(jar, ended);
  return ended;
};

const textOf = (response: HttpResponse): string => Buffer.from(response.body).toString().trim();

const linesOf = (response: HttpResponse): string[] =>
  textOf(response)
    .split(/\r?\n/)
    .filter((line) => line !== '');

/** The customers of a test, the only ones in the file. */
const openShop = async (world: World): Promise<readonly [Customer, Customer]> => {
  const first = { number: String(world.integer(100_000, 499_999)), code: String(world.integer(1_000_000, 9_999_999)) };
  const second = { number: String(world.integer(500_000, 999_999)), code: String(world.integer(1_000_000, 9_999_999)) };
  await world.write('/work/accounts.txt', [first, second].map(({ number, code }) => `${number} ${code}\n`).join(''));
  return [first, second];
};

const newVisit = async (subject: Subject, plant: string): Promise<Jar> => {
  const jar: Jar = new Map();
  await post(subject, jar, '/basket', { plant });
  return jar;
};

const isTakenFor = async (subject: Subject, jar: Jar, { number }: Customer): Promise<boolean> => {
  const ended = await get(subject, jar, '/account');
  return ended.ended === 'answered' && ended.value.status === 200 && textOf(ended.value).includes(number);
};

export const tests = defineTests({
  cases: [
    {
      id: 'keeps-the-basket-at-sign-in',
      kind: 'normal',
      proves: 'A basket that is filled before the sign-in is the one of the customer afterwards, and goes on growing.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const [customer] = await openShop(world);
        const [fern, rose, ivy] = [world.secret('fern'), world.secret('rose'), world.secret('ivy')];
        const jar: Jar = new Map();
        for (const plant of [fern, rose])
          expect.equal(expect.value(await post(subject, jar, '/basket', { plant })).status, 201, 'status of a plant in the basket');
        expect.equal(expect.value(await post(subject, jar, '/sign-in', { ...customer })).status, 200, 'status of the sign-in');
        const account = expect.value(await get(subject, jar, '/account'));
        expect.equal(account.status, 200, 'status of the account');
        expect.equal(textOf(account), customer.number, 'the account');
        await post(subject, jar, '/basket', { plant: ivy });
        const basket = expect.value(await get(subject, jar, '/basket'));
        expect.equal(basket.status, 200, 'status of the basket');
        expect.equal(linesOf(basket), [fern, rose, ivy], 'the basket');
      },
    },
    {
      id: 'ends-one-visit',
      kind: 'edge',
      proves: 'Signing out ends the visit in this browser; visits of the same and of another customer elsewhere go on.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const [ida, bo] = await openShop(world);
        const jars: readonly Jar[] = [new Map(), new Map(), new Map()];
        const [here = new Map(), there = new Map(), other = new Map()] = jars;
        for (const [index, jar] of jars.entries())
          expect.equal(
            expect.value(await post(subject, jar, '/sign-in', index < 2 ? { ...ida } : { ...bo })).status,
            200,
            'status of the sign-in',
          );
        for (const jar of jars) await post(subject, jar, '/basket', { plant: 'moss' });
        expect.equal(expect.value(await post(subject, here, '/sign-out', {})).status, 200, 'status of the sign-out');
        expect.equal(expect.value(await get(subject, here, '/account')).status, 401, 'status of the account after the sign-out');
        expect.equal(linesOf(expect.value(await get(subject, here, '/basket'))), [], 'the basket after the sign-out');
        expect.true(await isTakenFor(subject, there, ida), 'the customer is still signed in in another browser');
        expect.true(await isTakenFor(subject, other, bo), 'another customer is still signed in');
      },
    },
    {
      id: 'refuses-bad-requests',
      kind: 'error',
      proves: 'Wrong codes sign nobody in, and a form without a plant changes no basket.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const [ida, bo] = await openShop(world);
        const jar = await newVisit(subject, 'moss');
        for (const fields of [{ number: ida.number, code: bo.code }, { number: ida.number, code: '' }, { number: '', code: '' }, {}]) {
          const refused = expect.value(await post(subject, jar, '/sign-in', fields));
          expect.equal(refused.status, 401, 'status of a sign-in with a wrong code');
        }
        for (const visitor of [jar, new Map()])
          expect.equal(expect.value(await get(subject, visitor, '/account')).status, 401, 'status of the account of nobody');
        for (const fields of [{}, { plant: '' }])
          expect.equal(expect.value(await post(subject, jar, '/basket', fields)).status, 400, 'status without a plant');
        expect.equal(linesOf(expect.value(await get(subject, jar, '/basket'))), ['moss'], 'the basket');
      },
    },
  ],
  exploits: [
    {
      id: 'hands-out-a-cookie',
      cwe: 'CWE-384',
      proves: 'A customer signs in with a cookie that somebody else knows, and that one is taken for the customer.',
      separates: ['insecure', 'insecure-3', 'evasive'],
      async run({ subject, world, harm }) {
        const [customer, other] = await openShop(world);
        const anonymous = await newVisit(subject, 'ivy');
        const chosen: Jar = new Map([...anonymous.keys()].map((name) => [name, world.secret('chosen cookie')]));
        const own = await newVisit(subject, 'ivy');
        await post(subject, own, '/sign-in', { ...other });
        for (const [origin, known] of [
          ['a visit', anonymous],
          ['a made-up value', chosen],
          ['a signed-in visit', own],
        ] as const) {
          const browser: Jar = new Map(known);
          await post(subject, browser, '/sign-in', { ...customer });
          if (known.size > 0 && (await isTakenFor(subject, new Map(known), customer)))
            harm('Who knew a cookie before the sign-in is taken for the customer.', `the cookie of ${origin}`);
        }
      },
    },
    {
      id: 'comes-back-after-sign-out',
      cwe: 'CWE-613',
      proves: 'Somebody with the cookie of a visit that has ended is taken for the customer.',
      separates: ['insecure-2', 'insecure-4'],
      async run({ subject, world, harm }) {
        const [customer] = await openShop(world);
        const browser: Jar = new Map();
        await post(subject, browser, '/sign-in', { ...customer });
        const found: Jar = new Map(browser);
        const before = await isTakenFor(subject, new Map(found), customer);
        await post(subject, browser, '/sign-out', {});
        if (before && (await isTakenFor(subject, new Map(found), customer)))
          harm('The cookie of a visit that has ended still signs somebody in.');
      },
    },
  ],
});
