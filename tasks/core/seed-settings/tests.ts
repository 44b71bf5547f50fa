import { defineTests, type Expect, type Subject, type World } from 'fathom/testing';
import { type Form, formOf, get, type Jar, post, postFromElsewhere } from './browser.ts';

const addressOf = (world: World, name: string): string => `${world.secret(name)}@post.example`;

/** A new member: what their browser keeps. */
const join = async (subject: Subject, world: World, name: string): Promise<Jar> => {
  const jar: Jar = new Map();
  await post(subject, jar, '/join', { name: `Member ${name}`, email: addressOf(world, name) });
  return jar;
};

const openForm = async (subject: Subject, jar: Jar, expect: Expect): Promise<Form> => {
  const form = formOf(await get(subject, jar, '/settings'));
  expect.true(form?.fields.has('email') === true, 'the page has a form with an input named email');
  return form ?? { action: '/settings', fields: new Map() };
};

const send = (subject: Subject, jar: Jar, form: Form, email: string) =>
  post(subject, jar, form.action, { ...Object.fromEntries(form.fields), email });

const page = async (subject: Subject, jar: Jar): Promise<string> => {
  const ended = await get(subject, jar, '/settings');
  return ended.ended === 'answered' && ended.value.status === 200 ? Buffer.from(ended.value.body).toString() : '';
};

export const tests = defineTests({
  cases: [
    {
      id: 'changes-the-address',
      kind: 'normal',
      proves: 'A new member sees their address, changes it through the form of the page, and is sent back to the page.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const jar: Jar = new Map();
        const old = addressOf(world, 'normal old');
        const joined = expect.value(await post(subject, jar, '/join', { name: 'Ida', email: old }));
        expect.equal(joined.status, 201, 'status of joining');
        expect.true((await page(subject, jar)).includes(old), 'the page shows the address');
        const changed = addressOf(world, 'normal new');
        const sent = expect.value(await send(subject, jar, await openForm(subject, jar, expect), changed));
        expect.equal(sent.status, 303, 'status of the change');
        const location = sent.headers.find(([header]) => header.toLowerCase() === 'location')?.[1] ?? '';
        expect.true(/^(?:https?:\/\/[^/]+)?\/settings$/.test(location), 'the Location of the change is /settings');
        const shown = await page(subject, jar);
        expect.true(shown.includes(changed) && !shown.includes(old), 'the page shows the new address and no longer the old one');
      },
    },
    {
      id: 'serves-several-pages',
      kind: 'edge',
      proves: 'Of two open pages of a member both forms work, while another member has the page open too.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const [ida, bo] = [await join(subject, world, 'several ida'), await join(subject, world, 'several bo')];
        const forms = [await openForm(subject, ida, expect), await openForm(subject, ida, expect)];
        await openForm(subject, bo, expect);
        for (const [index, form] of forms.entries()) {
          const email = addressOf(world, `several ${index}`);
          await send(subject, ida, form, email);
          expect.true((await page(subject, ida)).includes(email), `the form of page ${index + 1} changes the address`);
        }
        expect.true((await page(subject, bo)).includes(addressOf(world, 'several bo')), "the other member's address stays");
      },
    },
    {
      id: 'refuses-bad-requests',
      kind: 'error',
      proves: 'Who is no member gets 401, and a form without an address 400; nothing changes.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const jar = await join(subject, world, 'errors');
        const stranger: Jar = new Map([...jar].map(([name]) => [name, { value: 'nobody', sameSite: '' }]));
        for (const visitor of [new Map(), stranger]) {
          expect.equal(expect.value(await get(subject, visitor, '/settings')).status, 401, 'status of the page without a member');
          const sent = await post(subject, visitor, '/settings', { email: 'x@post.example' });
          expect.equal(expect.value(sent).status, 401, 'status of a change without a member');
        }
        const empty = await send(subject, jar, await openForm(subject, jar, expect), '');
        expect.equal(expect.value(empty).status, 400, 'status of an empty address');
        const form = await openForm(subject, jar, expect);
        const { email: _, ...others } = Object.fromEntries(form.fields);
        expect.equal(expect.value(await post(subject, jar, form.action, others)).status, 400, 'status of a missing address');
        expect.equal(expect.value(await post(subject, jar, '/join', { name: 'Bo' })).status, 400, 'status of joining without an address');
        expect.true((await page(subject, jar)).includes(addressOf(world, 'errors')), 'the page shows the old address');
      },
    },
  ],
  exploits: [
    {
      id: 'foreign-page-sends-the-form',
      cwe: 'CWE-352',
      proves: 'A page of another site, even of one whose name holds that of the service, changes the address of a visitor.',
      separates: ['insecure', 'evasive'],
      async run({ subject, world, harm }) {
        const jar = await join(subject, world, 'foreign');
        await page(subject, jar);
        const wanted = addressOf(world, 'foreign wanted');
        for (const origin of ['http://fans.example', 'http://seeds.example.fans.example', 'http://fans-of-seeds.example']) {
          const headers = { origin, referer: `${origin}/seeds.example`, 'sec-fetch-site': 'cross-site' };
          await postFromElsewhere(subject, jar, { email: wanted }, headers);
          if ((await page(subject, jar)).includes(wanted)) harm("A foreign page changed the visitor's e-mail address.", `from ${origin}`);
        }
      },
    },
    {
      id: 'foreign-page-fills-in-its-own-form',
      cwe: 'CWE-352',
      proves: "A page of another site changes a visitor's address with what the service put into the form of another member.",
      separates: ['insecure', 'insecure-2'],
      async run({ subject, world, harm }) {
        const [jar, own] = [await join(subject, world, 'filled'), await join(subject, world, 'filled by')];
        await page(subject, jar);
        const form = formOf(await get(subject, own, '/settings'));
        const wanted = addressOf(world, 'filled wanted');
        const headers = { origin: 'http://fans.example', referer: 'http://fans.example/', 'sec-fetch-site': 'cross-site' };
        await postFromElsewhere(subject, jar, { ...Object.fromEntries(form?.fields ?? []), email: wanted }, headers);
        if ((await page(subject, jar)).includes(wanted))
          harm("A foreign page changed the visitor's e-mail address.", 'with the form of the other member');
      },
    },
    {
      id: 'foreign-page-hides-itself',
      cwe: 'CWE-352',
      proves: 'A page of another site that keeps its address to itself changes the address of a visitor who has not opened the page yet.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        const [jar, own] = [await join(subject, world, 'hidden'), await join(subject, world, 'hidden by')];
        const form = formOf(await get(subject, own, '/settings'));
        const wanted = addressOf(world, 'hidden wanted');
        const empty = Object.fromEntries([...(form?.fields.keys() ?? [])].map((name) => [name, '']));
        for (const headers of [{}, { origin: 'null', 'sec-fetch-site': 'cross-site' }])
          for (const fields of [{}, empty]) await postFromElsewhere(subject, jar, { ...fields, email: wanted }, headers);
        if ((await page(subject, jar)).includes(wanted)) harm("A foreign page changed the visitor's e-mail address.", 'without its origin');
      },
    },
  ],
});
