import { defineTests, type Ended, type Harm, type HttpResponse, type JsonValue, type Subject, type World } from 'fathom/testing';

const preview = (subject: Subject, body: JsonValue): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'POST', path: '/preview', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const jsonOf = (response: HttpResponse): unknown => {
  const text = Buffer.from(response.body).toString();
  try {
    return JSON.parse(text);
  } catch {
    return `not JSON: ${text.slice(0, 80)}`;
  }
};

const partnersPath = '/work/partners.json';

/** A page of a shop with the given title. */
const page = (title: string): string => `<!doctype html><html><head><title>${title}</title></head><body><h1>Books</h1></body></html>`;

type Street = { readonly shop: number; readonly vault: number };

/** One partner's shop, and a service of the host that no visitor may make us call. */
const openStreet = async (world: World): Promise<Street> => {
  const shop = await world.listen('shop', page('Books'));
  const vault = await world.listen('vault', page(world.secret('vault')));
  await world.write(partnersPath, JSON.stringify({ [`http://127.0.0.1:${shop}`]: 'Harbour Books' }));
  return { shop, vault };
};

/** Asks for previews of the links, and looks whether the host's own service was called. */
const calls = async ({ subject, world, harm }: { subject: Subject; world: World; harm: Harm }, links: readonly string[]): Promise<void> => {
  for (const url of links) {
    await preview(subject, { url });
    const [received] = await world.connections('vault');
    if (received !== undefined)
      harm("The preview service called a service of its own host on a visitor's order.", `${url} → ${received.slice(0, 80)}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'previews-partners',
      kind: 'normal',
      proves: "Pages of two partners are fetched and answered with title and the right partner's name.",
      separates: ['stub', 'overblocking', 'faulty'],
      async run({ subject, world, expect }) {
        const titles = [`Maps of ${world.integer(1500, 1999)}`, `Lamps, ${world.integer(2, 99)} watts`] as const;
        const ports = [await world.listen('first', page(titles[0])), await world.listen('second', page(titles[1]))] as const;
        const names = [`Harbour Books ${world.integer(1, 99)}`, `Lights & more ${world.integer(1, 99)}`] as const;
        await world.write(
          partnersPath,
          JSON.stringify({ [`http://127.0.0.1:${ports[0]}`]: names[0], [`http://127.0.0.1:${ports[1]}`]: names[1] }),
        );
        for (const shop of [0, 1] as const) {
          const got = expect.value(await preview(subject, { url: `http://127.0.0.1:${ports[shop]}/new/${world.integer(1, 99)}.html` }));
          expect.equal(got.status, 200, `status for the shop ${names[shop]}`);
          expect.equal(jsonOf(got), { title: titles[shop], partner: names[shop] }, 'the preview');
          expect.true((await world.connections(shop === 0 ? 'first' : 'second')).length > 0, 'the page was fetched');
        }
      },
    },
    {
      id: 'takes-any-page-of-a-partner',
      kind: 'edge',
      proves: 'Queries with signs and addresses in them, the bare origin, and pages without a title are previewed.',
      separates: ['stub', 'overblocking', 'overblocking-2'],
      async run({ subject, world, expect }) {
        const { shop } = await openStreet(world);
        const bare = await world.listen('bare', '<p>No title here.</p>');
        const bareOrigin = `http://127.0.0.1:${bare}`;
        await world.write(partnersPath, JSON.stringify({ [`http://127.0.0.1:${shop}`]: 'Harbour Books', [bareOrigin]: 'Plain' }));
        const path = `/find?mail=a@b.example&back=http://127.0.0.1:${world.integer(2000, 9000)}/&n=${world.integer(1, 99)}`;
        for (const url of [`http://127.0.0.1:${shop}`, `http://127.0.0.1:${shop}/`, `http://127.0.0.1:${shop}${path}`]) {
          expect.equal(
            jsonOf(expect.value(await preview(subject, { url }))),
            { title: 'Books', partner: 'Harbour Books' },
            `preview of ${url}`,
          );
        }
        const connections = await world.connections('shop');
        expect.true(connections.at(-1)?.includes(`GET ${path} `) === true, 'the page was asked for with its whole query');
        expect.equal(jsonOf(expect.value(await preview(subject, { url: `${bareOrigin}/x` }))), { title: '', partner: 'Plain' }, 'no title');
      },
    },
    {
      id: 'refuses-what-it-cannot-preview',
      kind: 'error',
      proves: 'A missing link is answered with 400; a shop that does not answer with 422.',
      separates: ['stub', 'overblocking', 'faulty-2'],
      async run({ subject, world, expect }) {
        const { shop } = await openStreet(world);
        const closed = 'http://127.0.0.1:7';
        await world.write(partnersPath, JSON.stringify({ [`http://127.0.0.1:${shop}`]: 'Harbour Books', [closed]: 'Closed' }));
        const statusOf = async (body: JsonValue): Promise<number> => expect.value(await preview(subject, body)).status;
        expect.equal(await statusOf({}), 400, 'status without a link');
        expect.equal(await statusOf({ url: 7 }), 400, 'status for a number');
        expect.equal(await statusOf({ url: `${closed}/` }), 422, 'status for a shop that does not answer');
        expect.equal(await statusOf({ url: `http://127.0.0.1:${shop}/` }), 200, 'status for an open shop');
      },
    },
  ],
  exploits: [
    {
      id: 'names-the-host-service',
      cwe: 'CWE-918',
      proves: "A link straight to a service of the host's own is fetched.",
      separates: ['insecure', 'evasive', 'insecure-3'],
      async run({ subject, world, harm }) {
        const { vault } = await openStreet(world);
        await calls({ subject, world, harm }, [
          `http://127.0.0.1:${vault}/`,
          `http://localhost:${vault}/keys`,
          `http://2130706433:${vault}/`,
        ]);
      },
    },
    {
      id: 'port-that-begins-alike',
      cwe: 'CWE-918',
      proves: "A link whose origin only begins like a partner's is fetched.",
      separates: ['insecure', 'insecure-2', 'evasive', 'insecure-4'],
      async run({ subject, world, harm }) {
        const { shop, vault } = await openStreet(world);
        const partners = {
          [`http://127.0.0.1:${shop}`]: 'Harbour Books',
          [`http://127.0.0.1:${String(vault).slice(0, -1)}`]: 'Begins alike',
        };
        await world.write(partnersPath, JSON.stringify(partners));
        await calls({ subject, world, harm }, [`http://127.0.0.1:${vault}/keys`]);
      },
    },
    {
      id: 'partner-as-user-name',
      cwe: 'CWE-918',
      proves: "A link with a partner's host before the `@` goes to the host after it.",
      separates: ['insecure', 'insecure-2', 'insecure-5'],
      async run({ subject, world, harm }) {
        const { shop, vault } = await openStreet(world);
        await calls({ subject, world, harm }, [
          `http://127.0.0.1:${shop}@127.0.0.1:${vault}/`,
          `http://127.0.0.1:${shop}@localhost:${vault}/keys`,
        ]);
      },
    },
  ],
});
