import { defineTests, type Ended, type Expect, type HttpResponse, type Subject, type World } from 'fathom/testing';

type Member = { readonly code: string; readonly email: string; readonly street: string };
type Choir = { readonly anna: Member; readonly bert: Member };

const membersPath = '/work/members.json';
const here = 'http://127.0.0.1:8080';
const there = 'https://prizes.example';

/** Two members with new codes and addresses. */
const openOffice = async (world: World): Promise<Choir> => {
  const number = (): number => world.integer(100_000, 999_999);
  const member = (name: string): Member => ({
    code: `${name}-${number()}-${number()}`,
    email: `${name}.${number()}@choir.example`,
    street: `Mill Lane ${number()}`,
  });
  const choir = { anna: member('anna'), bert: member('bert') };
  await world.write(membersPath, JSON.stringify(choir));
  return choir;
};

const emailOf = async (world: World, name: 'anna' | 'bert'): Promise<unknown> => {
  const members: unknown = JSON.parse((await world.read(membersPath)) ?? 'null');
  if (typeof members !== 'object' || members === null) return undefined;
  const entry: unknown = Object.entries(members).find(([key]) => key === name)?.[1];
  return typeof entry === 'object' && entry !== null && 'email' in entry ? entry.email : undefined;
};

type Request = {
  readonly method?: string;
  readonly path?: string;
  readonly cookie?: string;
  readonly from?: string;
  readonly body?: string;
  readonly type?: string;
};

const send = (
  subject: Subject,
  { method = 'GET', path = '/account/email', cookie, from, body, type }: Request,
): Promise<Ended<HttpResponse>> =>
  subject.http({
    method,
    path,
    headers: {
      ...(cookie === undefined ? {} : { cookie }),
      ...(from === undefined ? {} : { origin: from, referer: `${from}/`, 'sec-fetch-site': from === here ? 'same-origin' : 'cross-site' }),
      ...(body === undefined ? {} : { 'content-type': type ?? 'application/x-www-form-urlencoded' }),
    },
    ...(body === undefined ? {} : { body }),
  });

type SignedIn = { readonly cookie: string; readonly goesAlong: (method: string) => boolean };

/** Signs in as a browser does. A cookie that the service keeps from other sites does not go along from there. */
const signIn = async (subject: Subject, code: string): Promise<SignedIn | undefined> => {
  const ended = await send(subject, { method: 'POST', path: '/sign-in', from: here, body: String(new URLSearchParams({ code })) });
  if (ended.ended !== 'answered') return undefined;
  const cookies = ended.value.headers.filter(([name]) => name.toLowerCase() === 'set-cookie').map(([, value]) => value);
  const attribute = /;\s*samesite=(\w+)/i.exec(cookies.join('\n'))?.[1]?.toLowerCase();
  const cookie = cookies.map((each) => each.split(';', 1)[0]).join('; ');
  return { cookie, goesAlong: (method) => attribute !== 'strict' && (attribute !== 'lax' || method === 'GET') };
};

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(amp|lt|gt|quot));/gi, (_, decimal, hex, name) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[String(name).toLowerCase()] ?? ''),
  );

/** The fields of the form on a page, by name. */
const fieldsIn = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...page.matchAll(/<input\b[^>]*>/gi)].flatMap(([tag]) => {
      const attribute = (name: string): string | undefined => {
        const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
        return found === null ? undefined : unescaped(found[1] ?? found[2] ?? found[3] ?? '');
      };
      const name = attribute('name');
      return name === undefined ? [] : [[name, attribute('value') ?? '']];
    }),
  );

const pageOf = async (subject: Subject, cookie: string): Promise<Readonly<Record<string, string>>> => {
  const ended = await send(subject, { cookie });
  return ended.ended === 'answered' ? fieldsIn(Buffer.from(ended.value.body).toString()) : {};
};

/** Fills in the form and sends it, as a member does. */
const change = async (subject: Subject, expect: Expect, code: string, email: string): Promise<HttpResponse> => {
  const cookie = (await signIn(subject, code))?.cookie ?? '';
  const fields = await pageOf(subject, cookie);
  return expect.value(await send(subject, { method: 'POST', cookie, from: here, body: String(new URLSearchParams({ ...fields, email })) }));
};

const locationOf = (response: HttpResponse): string => {
  const found = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1] ?? '';
  return URL.canParse(found, here) ? new URL(found, here).pathname : found;
};

export const tests = defineTests({
  cases: [
    {
      id: 'changes-the-address',
      kind: 'normal',
      proves: 'A member sees the present address in the form, and the new one is kept; others keep theirs.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const choir = await openOffice(world);
        const cookie = (await signIn(subject, choir.anna.code))?.cookie ?? '';
        const page = expect.value(await send(subject, { cookie }));
        expect.equal(page.status, 200, 'status of the page');
        expect.equal(fieldsIn(Buffer.from(page.body).toString()).email ?? null, choir.anna.email, 'the field email');
        const email = `a${world.integer(100_000, 999_999)}@post.example`;
        const changed = await change(subject, expect, choir.anna.code, `  ${email} `);
        expect.equal(changed.status, 303, 'status of the change');
        expect.equal(locationOf(changed), '/account', 'where the member gets to');
        expect.true((await emailOf(world, 'anna')) === email, 'the new address is kept');
        expect.true((await emailOf(world, 'bert')) === choir.bert.email, "the other member's address stays");
      },
    },
    {
      id: 'takes-unusual-addresses',
      kind: 'edge',
      proves: 'Plus signs, apostrophes, few letters and the address that the member has already are fine.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const choir = await openOffice(world);
        for (const email of [
          `anna+choir@post.example`,
          `o'neill_${world.integer(1, 99)}@post.example`,
          'x@y',
          choir.bert.email.replace('bert', 'robert'),
        ]) {
          await change(subject, expect, choir.anna.code, email);
          expect.true((await emailOf(world, 'anna')) === email, `${email} is kept`);
        }
        const again = await change(subject, expect, choir.bert.code, choir.bert.email);
        expect.equal(again.status, 303, 'status for the address that the member has already');
      },
    },
    {
      id: 'refuses-bad-addresses',
      kind: 'error',
      proves: 'What is no address is 400, the address of another member 409, and nothing changes.',
      separates: ['faulty-2'],
      async run({ subject, world, expect }) {
        const choir = await openOffice(world);
        for (const email of [
          '',
          'anna',
          '@post.example',
          'anna@',
          'an na@post.example',
          'a@b@c.example',
          `${'a'.repeat(250)}@post.example`,
        ])
          expect.equal(
            (await change(subject, expect, choir.anna.code, email)).status,
            400,
            `status for ${JSON.stringify(email.slice(0, 30))}`,
          );
        const taken = await change(subject, expect, choir.anna.code, choir.bert.email.toUpperCase());
        expect.equal(taken.status, 409, 'status for the address of another member');
        expect.true((await emailOf(world, 'anna')) === choir.anna.email, 'the address is as before');
      },
    },
    {
      id: 'asks-to-sign-in',
      kind: 'error',
      proves: 'Who is not signed in is sent to the sign-in page.',
      separates: ['faulty-3'],
      async run({ subject, world, expect }) {
        await openOffice(world);
        for (const request of [{}, { cookie: 'choir=nobody' }, { method: 'POST', body: 'email=x%40post.example', from: here }]) {
          const response = expect.value(await send(subject, request));
          expect.equal(response.status, 303, `status for ${JSON.stringify(request)}`);
          expect.equal(locationOf(response), '/sign-in', 'where the visitor gets to');
        }
      },
    },
  ],
  exploits: [
    {
      id: 'sends-no-form',
      cwe: 'CWE-352',
      proves: "A page of another site can't have a member's browser change the address.",
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        const choir = await openOffice(world);
        const victim = await signIn(subject, choir.anna.code);
        if (victim === undefined) return;
        const email = `thief${world.integer(100_000, 999_999)}@prizes.example`;
        const blank = Object.fromEntries(Object.keys(await pageOf(subject, victim.cookie)).map((name) => [name, '']));
        const plain = String(new URLSearchParams({ email }));
        const requests: readonly Request[] = [
          { method: 'POST', body: plain },
          { method: 'POST', body: String(new URLSearchParams({ ...blank, email })) },
          { method: 'POST', body: JSON.stringify({ email }), type: 'text/plain' },
          { path: `/account/email?${plain}` },
        ];
        for (const request of requests) {
          const cookie = victim.goesAlong(request.method ?? 'GET') ? { cookie: victim.cookie } : {};
          await send(subject, { ...request, ...cookie, from: there });
          if ((await emailOf(world, 'anna')) === email)
            harm(
              "Another site changed a member's address.",
              `${request.method ?? 'GET'} ${request.path ?? '/account/email'} ${request.body ?? ''}`,
            );
        }
      },
    },
    {
      id: 'sends-the-form-of-another-member',
      cwe: 'CWE-352',
      proves: 'What one member was shown does not let another one’s browser change the address.',
      separates: ['insecure', 'insecure-2'],
      async run({ subject, world, harm }) {
        const choir = await openOffice(world);
        const victim = await signIn(subject, choir.anna.code);
        const thief = await signIn(subject, choir.bert.code);
        if (victim === undefined || thief === undefined) return;
        const email = `thief${world.integer(100_000, 999_999)}@prizes.example`;
        const fields = await pageOf(subject, thief.cookie);
        const cookie = victim.goesAlong('POST') ? { cookie: victim.cookie } : {};
        await send(subject, { method: 'POST', body: String(new URLSearchParams({ ...fields, email })), ...cookie, from: there });
        if ((await emailOf(world, 'anna')) === email)
          harm("Another site changed a member's address with a form of its own.", `fields ${Object.keys(fields).join(', ')}`);
      },
    },
  ],
});
