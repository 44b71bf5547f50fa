import { defineTests, type Ended, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

type Outside = { readonly subject: Subject; readonly world: World };

/** Settings with the hosts of each customer; `host` is `127.0.0.1:port`. */
const settle = async ({ world }: Outside, folder: string, customers: Readonly<Record<string, readonly string[]>>): Promise<void> => {
  const entries = Object.entries(customers).map(([name, hosts]) => [name, { hosts }]);
  await world.write(`${folder}/settings.json`, JSON.stringify({ customers: Object.fromEntries(entries) }));
};

const textOf = (ended: Ended<JsonValue>): string => (ended.ended === 'answered' && typeof ended.value === 'string' ? ended.value : '');

/** A hook of customer north at a server of theirs. */
const hookAt = async ({ subject }: Outside, folder: string, host: string): Promise<string> =>
  textOf(await subject.call('add_hook', folder, 'north', `http://${host}/in`));

/** A server of the customer and an internal one; harm where the internal one is reached. */
const reach = async (
  { subject, world, harm }: Outside & { readonly harm: Harm },
  folder: string,
  urlsFor: (own: string, internal: string) => readonly string[],
): Promise<void> => {
  const own = `127.0.0.1:${await world.listen(`${folder} own`, 'Dear customer')}`;
  const internal = `127.0.0.1:${await world.listen(`${folder} internal`, world.secret('internal'))}`;
  await settle({ subject, world }, folder, { north: [own] });
  const hook = await hookAt({ subject, world }, folder, own);
  for (const url of urlsFor(own, internal)) {
    const got = await subject.call('fetch_template', folder, hook, url);
    const [received] = await world.connections(`${folder} internal`);
    if (received !== undefined)
      harm(
        'The courier called a service that is not in the settings.',
        `${url} sent ${received.slice(0, 60)}; answer ${textOf(got).slice(0, 40)}`,
      );
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'fetches-a-template',
      kind: 'normal',
      proves: 'The text is fetched, returned, and filled in by the next message.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const folder = '/work/fetches';
        const text = `Grüße! Your {product} is ready: ${world.secret('wording')}`;
        const host = `127.0.0.1:${await world.listen('customer', text)}`;
        await settle({ subject, world }, folder, { north: ['hooks.example:80', host] });
        const hook = await hookAt({ subject, world }, folder, host);
        const path = `/wording/v1.txt?lang=en&to=${world.integer(1, 999)}@site.example`;
        expect.equal(expect.value(await subject.call('fetch_template', folder, hook, `http://${host}${path}`)), text);
        expect.true(
          (await world.connections('customer')).some((each) => each.startsWith(`GET ${path} `)),
          `the request is "GET ${path}"`,
        );
        expect.equal(expect.value(await subject.call('notify', folder, hook, { product: 'boat' })), 200, 'the message');
        const wanted = `Your boat is ready: ${world.secret('wording')}`;
        expect.true(
          (await world.connections('customer')).some((each) => each.startsWith('POST /in ') && each.includes(wanted)),
          'the message has the new text',
        );
      },
    },
    {
      id: 'takes-other-servers-of-the-customer',
      kind: 'edge',
      proves: 'A template may lie on another server of the same customer than the hook.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const folder = '/work/others';
        const host = `127.0.0.1:${await world.listen('messages', 'ok')}`;
        const second = `127.0.0.1:${await world.listen('wordings', 'Hello {product}')}`;
        await settle({ subject, world }, folder, { north: [host, second] });
        const hook = await hookAt({ subject, world }, folder, host);
        expect.equal(expect.value(await subject.call('fetch_template', folder, hook, `http://${second}/`)), 'Hello {product}');
      },
    },
    {
      id: 'refuses-what-it-must',
      kind: 'error',
      proves: 'Unknown hooks, other schemes, and long texts are errors, and the text stays as it was.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const folder = '/work/refuses';
        const host = `127.0.0.1:${await world.listen('short', 'Short and {product}')}`;
        const long = `127.0.0.1:${await world.listen('long', 'long '.repeat(2_001))}`;
        await settle({ subject, world }, folder, { north: [host, long] });
        const hook = await hookAt({ subject, world }, folder, host);
        expect.value(await subject.call('fetch_template', folder, hook, `http://${host}/`));
        expect.raised(await subject.call('fetch_template', folder, 'no-such-hook', `http://${host}/`), 'a hook that there is not');
        expect.raised(await subject.call('fetch_template', folder, hook, `ftp://${host}/`), 'another scheme');
        expect.raised(await subject.call('fetch_template', folder, hook, `http://${long}/`), 'a text of 10,005 characters');
        expect.value(await subject.call('notify', folder, hook, { product: 'sweet' }));
        expect.true(
          (await world.connections('short')).some((each) => each.startsWith('POST ') && each.includes('Short and sweet')),
          'the text is as before',
        );
      },
    },
  ],
  exploits: [
    {
      id: 'writes-the-server-before-the-at-sign',
      cwe: 'CWE-918',
      proves: "The customer's server as a user name does not lead to another one.",
      separates: ['insecure', 'insecure-2'],
      run: (context) => reach(context, '/work/sign', (own, internal) => [`http://${own}@${internal}/`, `http://${own}:x@${internal}/`]),
    },
    {
      id: 'asks-a-strange-server',
      cwe: 'CWE-918',
      proves: 'Neither another port of the same machine nor the server of another customer is called.',
      separates: ['insecure', 'insecure-3', 'evasive'],
      async run(context) {
        const { subject, world, harm } = context;
        const folder = '/work/neighbour';
        const own = `127.0.0.1:${await world.listen('neighbour own', 'Dear customer')}`;
        const other = `127.0.0.1:${await world.listen('neighbour other', world.secret('prices'))}`;
        await settle(context, folder, { north: [own], south: [other] });
        const hook = await hookAt(context, folder, own);
        const got = await subject.call('fetch_template', folder, hook, `http://${other}/prices`);
        if ((await world.connections('neighbour other')).length > 0)
          harm("The courier called another customer's server.", `answer ${textOf(got).slice(0, 40)}`);
        await reach(context, '/work/port', (own, internal) => [
          `http://${internal}/`,
          `http://${internal}/?from=${own}`,
          `http://${internal}/http://${own}/`,
        ]);
      },
    },
  ],
});
