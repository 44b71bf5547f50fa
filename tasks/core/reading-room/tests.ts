import { defineTests, type Ended, type HttpResponse, type Subject, type World } from 'fathom/testing';

type Reader = { readonly card: string; readonly name: string };
type Cookie = { readonly pair: string; readonly marks: readonly string[] };

/** Two readers, known to the service from now on. */
const readers = async (world: World, test: string): Promise<readonly [Reader, Reader]> => {
  const reader = (which: string): Reader => ({
    card: world.secret(`${test} ${which} card`),
    name: `${world.secret(`${test} ${which} first name`)} ${world.secret(`${test} ${which} last name`)}`,
  });
  const both = [reader('one'), reader('two')] as const;
  await world.write('/work/cards.txt', both.map(({ card, name }) => `${card} ${name}\n`).join(''));
  return both;
};

const signIn = (subject: Subject, card: string): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'POST', path: '/sign-in', headers: { 'content-type': 'text/plain' }, body: card });

const ask = (subject: Subject, method: string, path: string, cookie = ''): Promise<Ended<HttpResponse>> =>
  subject.http({ method, path, headers: cookie === '' ? {} : { cookie } });

const textOf = (response: HttpResponse): string => Buffer.from(response.body).toString().trim();

/** The cookies that an answer gives: what a browser sends back, and the marks behind it in small letters. */
const cookiesOf = (ended: Ended<HttpResponse>): readonly Cookie[] =>
  (ended.ended === 'answered' ? ended.value.headers : [])
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .map(([, value]) => {
      const [pair = '', ...marks] = value.split(';').map((part) => part.trim());
      return { pair, marks: marks.map((mark) => mark.toLowerCase()) };
    });

/** The cookie of the visit as a browser sends it back. */
const visitOf = (ended: Ended<HttpResponse>): string => cookiesOf(ended).find(({ pair }) => pair.startsWith('visit='))?.pair ?? '';

/** The cookies that open the desk of a reader: from the sign-in, or given by the desk later. */
const keysOf = async (subject: Subject, { card, name }: Reader): Promise<readonly Cookie[]> => {
  const given = await signIn(subject, card);
  const later = await ask(subject, 'GET', '/desk', visitOf(given));
  const keys: Cookie[] = [];
  for (const cookie of [...cookiesOf(given), ...cookiesOf(later)]) {
    const desk = await ask(subject, 'GET', '/desk', cookie.pair);
    if (desk.ended === 'answered' && desk.value.status === 200 && textOf(desk.value) === name) keys.push(cookie);
  }
  return keys;
};

export const tests = defineTests({
  cases: [
    {
      id: 'knows-its-readers',
      kind: 'normal',
      proves: 'Each reader gets a visit with a cookie of its own, and the desk tells the whole name.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const cookies: string[] = [];
        const both = await readers(world, 'knows');
        for (const { card } of [...both, both[0]]) {
          const given = await signIn(subject, card);
          expect.equal(expect.value(given).status, 200, 'status of a sign-in');
          cookies.push(visitOf(given));
        }
        expect.true(new Set(cookies).size === 3 && !cookies.includes(''), 'each visit has a cookie of its own');
        for (const [index, cookie] of cookies.entries()) {
          const desk = expect.value(await ask(subject, 'GET', '/desk', cookie));
          expect.equal(desk.status, 200, 'status of the desk');
          expect.equal(textOf(desk), both[index % 2]?.name ?? '', 'name of the reader');
        }
      },
    },
    {
      id: 'ends-a-visit',
      kind: 'edge',
      proves: 'Signing out ends this visit and no other.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const [one, two] = await readers(world, 'ends');
        const first = visitOf(await signIn(subject, one.card));
        const second = visitOf(await signIn(subject, two.card));
        expect.equal(expect.value(await ask(subject, 'POST', '/sign-out', first)).status, 200, 'status of a sign-out');
        expect.equal(expect.value(await ask(subject, 'GET', '/desk', first)).status, 401, 'the desk after signing out');
        expect.equal(expect.value(await ask(subject, 'GET', '/desk', second)).status, 200, 'the desk of another reader');
      },
    },
    {
      id: 'sends-strangers-away',
      kind: 'error',
      proves: 'Unknown cards get 403; no cookie, and one of no visit, get 401.',
      separates: ['stub', 'faulty-3'],
      async run({ subject, world, expect }) {
        await readers(world, 'strangers');
        const strange = world.secret('no card');
        expect.equal(expect.value(await signIn(subject, strange)).status, 403, 'status of an unknown card');
        expect.equal(expect.value(await ask(subject, 'GET', '/desk')).status, 401, 'status without a cookie');
        expect.equal(
          expect.value(await ask(subject, 'GET', '/desk', `visit=${strange}`)).status,
          401,
          'status with the cookie of no visit',
        );
      },
    },
  ],
  exploits: [
    {
      id: 'travels-over-plain-http',
      cwe: 'CWE-614',
      proves: 'A browser does not send the cookie of a visit over plain http.',
      separates: ['insecure', 'insecure-2'],
      async run({ subject, world, harm }) {
        const [reader] = await readers(world, 'plain');
        for (const { pair, marks } of await keysOf(subject, reader))
          if (!marks.includes('secure')) harm('A browser sends the cookie of a visit over plain http.', [pair, ...marks].join('; '));
      },
    },
    {
      id: 'is-read-by-a-script',
      cwe: 'CWE-1004',
      proves: 'No script reads the cookie of a visit.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        const [reader] = await readers(world, 'script');
        for (const { pair, marks } of await keysOf(subject, reader))
          if (!marks.includes('httponly')) harm('A script of a page can read the cookie of a visit.', [pair, ...marks].join('; '));
      },
    },
  ],
});
