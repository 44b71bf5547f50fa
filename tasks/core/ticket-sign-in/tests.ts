import { defineTests, type Expect, type Harm, type HttpRequest, type HttpResponse, type Subject, type World } from 'fathom/testing';

/** Where the club's site is as far as a member's browser is concerned; only differences of host matter. */
const site = 'http://127.0.0.1/enter';

const enter = (fields: Readonly<Record<string, string>>): HttpRequest => ({ method: 'GET', path: `/enter?${new URLSearchParams(fields)}` });

const headerOf = (response: HttpResponse, name: string): string | undefined =>
  response.headers.find(([key]) => key.toLowerCase() === name)?.[1];

/** Plants some tickets and yields a valid one. */
const plantTickets = async (world: World): Promise<string> => {
  const tickets = [1, 2, 3].map((n) => `club-${n}-${world.integer(100_000, 999_999)}`);
  await world.write('/work/tickets.txt', `${tickets.join('\n')}\n`);
  return tickets[1] ?? '';
};

const expectPage = (expect: Expect, response: HttpResponse, page: string): void => {
  expect.equal(response.status, 302, `status for next=${page}`);
  const { pathname, search, hash } = new URL(headerOf(response, 'location') ?? 'missing:', site);
  expect.equal(pathname + search + hash, page, 'the page that the member gets to');
};

/** Follows each address as a browser would, and looks whether the member is on the attacker's host. */
const leaves = async (
  { subject, world, harm }: { subject: Subject; world: World; harm: Harm },
  make: (host: string) => readonly string[],
): Promise<void> => {
  const ticket = await plantTickets(world);
  const host = `club-${world.integer(1000, 9999)}.example`;
  for (const next of make(host)) {
    const got = await subject.http(enter({ ticket, next }));
    if (got.ended !== 'answered') continue;
    const location = headerOf(got.value, 'location');
    if (got.value.status < 300 || got.value.status > 399 || location === undefined || !URL.canParse(location, site)) continue;
    if (new URL(location, site).hostname === host)
      harm("A sign-in link of the club leads to the attacker's site.", `next=${next} → Location: ${location}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'goes-where-the-member-wanted',
      kind: 'normal',
      proves: 'A valid ticket is kept as a cookie and leads to the page that the member wanted, with query and fragment.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const ticket = await plantTickets(world);
        const number = world.integer(1, 999);
        for (const page of [`/courts/${number}`, `/courts/${number}?day=${world.integer(1, 28)}#free`, '/']) {
          const response = expect.value(await subject.http(enter({ ticket, next: page })));
          expectPage(expect, response, page);
          expect.true((headerOf(response, 'set-cookie') ?? '').startsWith(`ticket=${ticket}`), 'the ticket is set as a cookie');
        }
      },
    },
    {
      id: 'goes-home-by-default',
      kind: 'normal',
      proves: 'Without a wanted page the member gets to the home page.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const ticket = await plantTickets(world);
        expectPage(expect, expect.value(await subject.http(enter({ ticket }))), '/home');
        expectPage(expect, expect.value(await subject.http(enter({ ticket, next: '' }))), '/home');
      },
    },
    {
      id: 'keeps-addresses-in-the-query',
      kind: 'edge',
      proves: 'A page of the site whose path has colons, or whose query has an address in it, is a page of the site.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const ticket = await plantTickets(world);
        const day = world.integer(10, 28);
        for (const page of [`/matches/${day}:30`, `/search?q=http://example.org/${day}&sort=asc#top`, `/profile/anna@${day}/photos`]) {
          expectPage(expect, expect.value(await subject.http(enter({ ticket, next: page }))), page);
        }
      },
    },
    {
      id: 'refuses-unknown-tickets',
      kind: 'error',
      proves: 'A missing, empty, cut or invented ticket is answered with 403; a ticket that comes later is valid then.',
      separates: ['stub', 'faulty-3'],
      async run({ subject, world, expect }) {
        const ticket = await plantTickets(world);
        const late = `club-late-${world.integer(100_000, 999_999)}`;
        const statusOf = async (fields: Readonly<Record<string, string>>): Promise<number> =>
          expect.value(await subject.http(enter(fields))).status;
        expect.equal(await statusOf({ next: '/courts' }), 403, 'status without a ticket');
        expect.equal(await statusOf({ ticket: '', next: '/courts' }), 403, 'status with an empty ticket');
        expect.equal(await statusOf({ ticket: ticket.slice(0, -1), next: '/courts' }), 403, 'status with the beginning of a ticket');
        expect.equal(await statusOf({ ticket: late, next: '/courts' }), 403, 'status before the ticket is in the file');
        await world.write('/work/tickets.txt', `${ticket}\n${late}\n`);
        expect.equal(await statusOf({ ticket: late, next: '/courts' }), 302, 'status when the ticket is in the file');
      },
    },
  ],
  exploits: [
    {
      id: 'whole-address',
      cwe: 'CWE-601',
      proves: 'A whole address of another site is followed.',
      separates: ['insecure', 'insecure-3'],
      run: (context) =>
        leaves(context, (host) => [
          `https://${host}/home`,
          `http://${host}/`,
          `HTTPS://${host}`,
          ` https://${host}/home`,
          `\thttp://${host}`,
        ]),
    },
    {
      id: 'address-without-scheme',
      cwe: 'CWE-601',
      proves: 'An address that begins with two slashes names a host.',
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      run: (context) => leaves(context, (host) => [`//${host}/home`, `//user@${host}/home`]),
    },
    {
      id: 'address-as-browsers-read-it',
      cwe: 'CWE-601',
      proves: 'Addresses that only browsers take for another host: backslashes, three slashes, a scheme without slashes.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      run: (context) =>
        leaves(context, (host) => [
          `///${host}/home`,
          `/\\${host}/home`,
          `\\\\${host}/home`,
          `https:${host}/home`,
          `https:///${host}/`,
          `/\t/${host}/home`,
          `/\n/${host}/`,
        ]),
    },
  ],
});
