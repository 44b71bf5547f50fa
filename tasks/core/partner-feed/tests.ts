import { defineTests, type Harm, type Subject, type World } from 'fathom/testing';

/** A partner and an internal service, both on loopback; harm where the internal one is reached. */
const reach = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  urlsFor: (partner: string, internal: string) => readonly string[],
): Promise<void> => {
  const partner = `127.0.0.1:${await world.listen('partner', '<feed/>')}`;
  const internal = `127.0.0.1:${await world.listen('internal', world.secret('internal'))}`;
  for (const url of urlsFor(partner, internal)) {
    await subject.call('fetch_feed', url, [partner]);
    const [received] = await world.connections('internal');
    if (received !== undefined) harm('The server called a service that is no partner.', `${url} sent ${received.slice(0, 60)}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'fetches-a-partner',
      kind: 'normal',
      proves: "A partner's feed is fetched and returned.",
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const feed = `<feed>Grüße ${world.secret('feed')}</feed>`;
        const host = `127.0.0.1:${await world.listen('partner', feed)}`;
        expect.equal(expect.value(await subject.call('fetch_feed', `http://${host}/daily.xml`, ['feeds.example:80', host])), feed);
      },
    },
    {
      id: 'path-and-query-arrive',
      kind: 'edge',
      proves: 'Path and query arrive as they are, also where they hold signs of an address.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const host = `127.0.0.1:${await world.listen('partner', 'ok')}`;
        const path = `/a/${world.secret('path')}.xml?lang=en&mail=ann@site.example:80&next=//x`;
        expect.equal(expect.value(await subject.call('fetch_feed', `http://${host}${path}`, [host])), 'ok');
        const received = await world.connections('partner');
        expect.true(
          received.some((each) => each.startsWith(`GET ${path} `)),
          `the partner receives the request "GET ${path}"`,
        );
      },
    },
    {
      id: 'refuses-others',
      kind: 'error',
      proves: 'Other hosts, other ports and an empty list of partners are errors.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const port = await world.listen('other', 'other');
        expect.raised(await subject.call('fetch_feed', `http://127.0.0.1:${port}/x`, []), 'no partners');
        expect.raised(await subject.call('fetch_feed', `http://127.0.0.1:${port}/x`, ['feeds.example:8080']), 'another host');
        expect.equal([...(await world.connections('other'))], [], 'what other services received');
      },
    },
  ],
  exploits: [
    {
      id: 'partner-before-the-at-sign',
      cwe: 'CWE-918',
      proves: "A partner's name as user name does not lead to another host.",
      separates: ['insecure', 'insecure-2'],
      run: (context) =>
        reach(context, (partner, internal) => [
          `http://${partner}@${internal}/`,
          `http://${partner.replace(':', '%3A')}@${internal}/?${partner}`,
          `http://${partner}:x@${internal}/`,
        ]),
    },
    {
      id: 'partner-elsewhere-in-the-address',
      cwe: 'CWE-918',
      proves: "A partner's name in path, query or fragment does not lead to another host.",
      separates: ['insecure', 'insecure-3'],
      run: (context) =>
        reach(context, (partner, internal) => {
          const other = internal.replace('127.0.0.1', 'localhost');
          return [`http://${other}/${partner}`, `http://${other}/?u=http://${partner}/`, `http://${other}/#http://${partner}/`];
        }),
    },
    {
      id: 'another-port-of-the-host',
      cwe: 'CWE-918',
      proves: "Another port of a partner's host is no partner.",
      separates: ['evasive'],
      run: (context) => reach(context, (_, internal) => [`http://${internal}/daily.xml`]),
    },
  ],
});
