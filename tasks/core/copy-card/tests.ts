import { defineTests, type Ended, type HttpResponse, type Subject } from 'fathom/testing';

type Fields = Readonly<Record<string, string>>;

const send = (subject: Subject, key: string, path: string, fields: Fields): Promise<Ended<HttpResponse>> =>
  subject.http({
    method: 'POST',
    path,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(key === '' ? {} : { 'x-card-key': key }) },
    body: new URLSearchParams(fields).toString(),
  });

const show = (subject: Subject, key: string): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'GET', path: '/card', headers: key === '' ? {} : { 'x-card-key': key } });

const textOf = (response: HttpResponse): string => Buffer.from(response.body).toString().trim();

/** The key of a new card; empty where there is none. */
const newCard = async (subject: Subject, fields: Fields): Promise<string> => {
  const made = await send(subject, '', '/cards', fields);
  return made.ended === 'answered' && made.value.status === 201 ? textOf(made.value) : '';
};

/** What a card says, by the names of its fields. */
const readCard = (response: HttpResponse): Record<string, string> =>
  Object.fromEntries(
    textOf(response)
      .split(/\r?\n/)
      .map((line) => [line.slice(0, Math.max(0, line.indexOf(':'))), line.slice(line.indexOf(':') + 1).trim()]),
  );

/** Whether the card pays for more pages than a new card can. */
const copiesMuch = async (subject: Subject, key: string): Promise<boolean> => {
  const copied = await send(subject, key, '/copies', { pages: '500' });
  return copied.ended === 'answered' && copied.value.status === 200;
};

export const tests = defineTests({
  cases: [
    {
      id: 'keeps-details',
      kind: 'normal',
      proves: 'A new card shows what was sent; details that are sent again change, and the others stay.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const [name, city] = [`Ida ${world.secret('name')}`, `Old ${world.secret('city')}`];
        const made = expect.value(await send(subject, '', '/cards', { name, city }));
        expect.equal(made.status, 201, 'status of a new card');
        const key = textOf(made);
        expect.true(/^[\w-]{16,}$/.test(key), 'the answer is a key');
        const shown = expect.value(await show(subject, key));
        expect.equal(shown.status, 200, 'status of the card');
        expect.equal(readCard(shown), { name, city, phone: '', role: 'reader', credit: '200' }, 'the new card');
        const phone = `+${world.integer(10, 99)} 555 & ${world.integer(100, 999)}`;
        const changed = expect.value(await send(subject, key, '/card', { phone }));
        expect.equal(changed.status, 200, 'status of the change');
        const expected = { name, city, phone, role: 'reader', credit: '200' };
        expect.equal(readCard(changed), expected, 'the answer to the change');
        expect.equal(readCard(expect.value(await show(subject, key))), expected, 'the changed card');
      },
    },
    {
      id: 'pays-for-copies',
      kind: 'edge',
      proves: 'Copies lower the credit down to nothing, and what exceeds it is refused without a loss.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const key = await newCard(subject, { name: 'Bo', city: 'Oslo', phone: '1' });
        const first = world.integer(1, 39);
        const copied = expect.value(await send(subject, key, '/copies', { pages: String(first) }));
        expect.equal(copied.status, 200, 'status of copying');
        expect.equal(textOf(copied), String(200 - 5 * first), 'the credit that is left');
        const much = expect.value(await send(subject, key, '/copies', { pages: String(41 - first) }));
        expect.equal(much.status, 409, 'status of copying more than the credit pays');
        const rest = expect.value(await send(subject, key, '/copies', { pages: String(40 - first) }));
        expect.equal(rest.status, 200, 'status of copying for all that is left');
        expect.equal(textOf(rest), '0', 'the credit in the end');
      },
    },
    {
      id: 'refuses-bad-requests',
      kind: 'error',
      proves: 'Cards without a name, numbers of pages that are none, and unknown keys are refused.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const key = await newCard(subject, { name: 'Cy', city: 'Oslo', phone: '1' });
        expect.equal(expect.value(await send(subject, '', '/cards', { city: 'Oslo' })).status, 400, 'status of a card without a name');
        const nameless = await send(subject, key, '/card', { name: '', city: 'Bergen', phone: '2' });
        expect.equal(expect.value(nameless).status, 400, 'status of an empty name');
        const card = readCard(expect.value(await show(subject, key)));
        expect.equal([card.name ?? '', card.city ?? ''], ['Cy', 'Oslo'], 'the card after a change that was refused');
        for (const pages of ['0', '501', '-3', 'two', '']) {
          const copied = await send(subject, key, '/copies', { pages });
          expect.equal(expect.value(copied).status, 400, `status of copying "${pages}" pages`);
        }
        for (const strange of ['', world.secret('unknown key')]) {
          expect.equal(expect.value(await show(subject, strange)).status, 401, 'status of the card without a known key');
          const copied = await send(subject, strange, '/copies', { pages: '1' });
          expect.equal(expect.value(copied).status, 401, 'status of copying without a known key');
        }
      },
    },
  ],
  exploits: [
    {
      id: 'sends-credit',
      cwe: 'CWE-915',
      proves: 'A reader who sends a credit with their details copies more than they paid for.',
      separates: ['insecure', 'evasive'],
      async run({ subject, world, harm }) {
        const key = await newCard(subject, { name: 'Eve', city: 'Oslo', phone: '1' });
        const before = await copiesMuch(subject, key);
        await send(subject, key, '/card', { phone: '2', credit: String(world.integer(10_000, 99_999)) });
        if (!before && (await copiesMuch(subject, key))) harm('A reader gave credit to themselves and copied 500 pages.');
      },
    },
    {
      id: 'sends-a-role',
      cwe: 'CWE-915',
      proves: 'A reader who sends a role with their details copies for nothing.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, harm }) {
        const key = await newCard(subject, { name: 'Eve', city: 'Oslo', phone: '1' });
        const before = await copiesMuch(subject, key);
        await send(subject, key, '/card', { phone: '2', role: 'staff' });
        if (!before && (await copiesMuch(subject, key))) harm('A reader became staff and copied 500 pages for nothing.');
      },
    },
    {
      id: 'makes-a-rich-card',
      cwe: 'CWE-915',
      proves: 'A new card has the role or the credit that its reader sent.',
      separates: ['insecure-2'],
      async run({ subject, world, harm }) {
        const before = await copiesMuch(subject, await newCard(subject, { name: 'Eve', city: 'Oslo', phone: '1' }));
        for (const extra of [{ credit: String(world.integer(10_000, 99_999)) }, { role: 'staff' }]) {
          const key = await newCard(subject, { name: 'Eve', city: 'Oslo', phone: '1', ...extra });
          if (!before && (await copiesMuch(subject, key))) harm('A new card paid for 500 pages.', `made with ${Object.keys(extra).join()}`);
        }
      },
    },
  ],
});
