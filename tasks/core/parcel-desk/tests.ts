import { defineTests, type Ended, type HttpResponse, type JsonValue, type Subject, type World } from 'fathom/testing';

type Parcel = { readonly recipient: string; readonly address: string; readonly status: string };
type Desk = {
  readonly tokens: Readonly<Record<'anna' | 'annabel' | 'clerk', string>>;
  readonly parcels: Readonly<Record<string, Parcel>>;
  /** Ids of a parcel of each customer. */
  readonly own: Readonly<Record<'anna' | 'annabel', string>>;
};

const parcelsPath = '/work/parcels.json';

/** Two customers, one of whose names begins with the other's, a clerk, and a parcel for each customer. */
const openDesk = async (world: World): Promise<Desk> => {
  const number = world.integer(10_000, 90_000);
  const token = (name: string): string => `${name}-${world.integer(100_000, 999_999)}${world.integer(100_000, 999_999)}`;
  const tokens = { anna: token('a'), annabel: token('b'), clerk: token('c') };
  const own = { anna: `P${number}`, annabel: `P${number + 1}` };
  const parcels = {
    [own.anna]: { recipient: 'anna', address: `${world.secret('anna lives at')}, ${world.integer(1, 99)}`, status: 'in the van' },
    [own.annabel]: { recipient: 'annabel', address: `${world.secret('annabel lives at')}, ${world.integer(1, 99)}`, status: 'sorted' },
  };
  const accounts = {
    [tokens.anna]: { name: 'anna', role: 'customer' },
    [tokens.annabel]: { name: 'annabel', role: 'customer' },
    [tokens.clerk]: { name: 'carl', role: 'clerk' },
  };
  await world.write('/work/accounts.json', JSON.stringify(accounts));
  await world.write(parcelsPath, JSON.stringify(parcels));
  return { tokens, parcels, own };
};

const look = (subject: Subject, token: string | undefined, id: string): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'GET', path: `/parcels/${id}`, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });

const redirect = (subject: Subject, token: string, id: string, body: JsonValue): Promise<Ended<HttpResponse>> =>
  subject.http({
    method: 'PUT',
    path: `/parcels/${id}/address`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

const jsonOf = (response: HttpResponse): unknown => {
  const text = Buffer.from(response.body).toString();
  try {
    return JSON.parse(text);
  } catch {
    return `not JSON: ${text.slice(0, 80)}`;
  }
};

const addressInFile = async (world: World, id: string): Promise<unknown> => {
  const parcels: unknown = JSON.parse((await world.read(parcelsPath)) ?? 'null');
  if (typeof parcels !== 'object' || parcels === null) return undefined;
  const entry: unknown = Object.entries(parcels).find(([key]) => key === id)?.[1];
  return typeof entry === 'object' && entry !== null && 'address' in entry ? entry.address : undefined;
};

export const tests = defineTests({
  cases: [
    {
      id: 'serves-customers',
      kind: 'normal',
      proves: 'A customer looks up a parcel of their own and redirects it; other parcels stay as they are.',
      separates: ['stub', 'overblocking', 'faulty'],
      async run({ subject, world, expect }) {
        const { tokens, parcels, own } = await openDesk(world);
        const mine = parcels[own.anna];
        const found = expect.value(await look(subject, tokens.anna, own.anna));
        expect.equal(found.status, 200, 'status of the parcel');
        expect.equal(jsonOf(found), mine ?? null, 'the parcel');
        const address = `Mill Lane ${world.integer(1, 999)}, Ålesund`;
        const changed = expect.value(await redirect(subject, tokens.anna, own.anna, { address }));
        expect.equal(changed.status, 200, 'status of the change');
        expect.equal(jsonOf(changed), { recipient: 'anna', address, status: mine?.status ?? '' }, 'the changed parcel');
        expect.equal(await addressInFile(world, own.anna), address, 'the address in the file');
        expect.equal(
          await addressInFile(world, own.annabel),
          parcels[own.annabel]?.address ?? '',
          "the other parcel's address in the file",
        );
      },
    },
    {
      id: 'serves-clerks',
      kind: 'edge',
      proves: 'A clerk looks up and redirects parcels of every customer.',
      separates: ['stub', 'overblocking-2'],
      async run({ subject, world, expect }) {
        const { tokens, parcels, own } = await openDesk(world);
        for (const id of [own.anna, own.annabel]) {
          expect.equal(jsonOf(expect.value(await look(subject, tokens.clerk, id))), parcels[id] ?? null, `the parcel ${id}`);
          const address = `Depot ${world.integer(1, 999)}`;
          expect.equal(expect.value(await redirect(subject, tokens.clerk, id, { address })).status, 200, 'status of the change');
          expect.equal(await addressInFile(world, id), address, 'the address in the file');
        }
      },
    },
    {
      id: 'refuses-bad-requests',
      kind: 'error',
      proves: 'Unknown tokens get 401, unknown parcels 404, and addresses that are none 400; nothing is changed.',
      separates: ['stub', 'overblocking', 'faulty-2'],
      async run({ subject, world, expect }) {
        const { tokens, parcels, own } = await openDesk(world);
        expect.equal(expect.value(await look(subject, undefined, own.anna)).status, 401, 'status without a token');
        expect.equal(expect.value(await look(subject, `${tokens.anna}0`, own.anna)).status, 401, 'status with an unknown token');
        expect.equal(
          expect.value(await redirect(subject, 'nobody', own.anna, { address: 'x' })).status,
          401,
          'status of a change by nobody',
        );
        expect.equal(
          expect.value(await look(subject, tokens.clerk, `Q${world.integer(1, 999)}`)).status,
          404,
          'status of an unknown parcel',
        );
        expect.equal(expect.value(await redirect(subject, tokens.clerk, 'Q1', { address: 'x' })).status, 404, 'status of a change of none');
        for (const body of [{}, { address: '' }, { address: 7 }]) {
          expect.equal(
            expect.value(await redirect(subject, tokens.anna, own.anna, body)).status,
            400,
            `status for ${JSON.stringify(body)}`,
          );
        }
        expect.equal(await addressInFile(world, own.anna), parcels[own.anna]?.address ?? '', 'the address in the file');
      },
    },
  ],
  exploits: [
    {
      id: 'reads-a-strange-parcel',
      cwe: 'CWE-639',
      proves: 'A customer reads the address of a customer with quite another name.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        const { tokens, parcels, own } = await openDesk(world);
        const got = await look(subject, tokens.anna, own.annabel);
        const address = parcels[own.annabel]?.address ?? '';
        if (got.ended === 'answered' && Buffer.from(got.value.body).includes(address)) {
          harm("A customer read where another customer's parcel goes.", `GET /parcels/${own.annabel} → ${got.value.status}`);
        }
      },
    },
    {
      id: 'redirects-a-strange-parcel',
      cwe: 'CWE-639',
      proves: "A customer has another customer's parcel sent elsewhere.",
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      async run({ subject, world, harm }) {
        const { tokens, own } = await openDesk(world);
        const address = `Locker ${world.integer(100, 999)}`;
        await redirect(subject, tokens.anna, own.annabel, { address });
        if ((await addressInFile(world, own.annabel)) === address) {
          harm("A customer had another customer's parcel sent to an address of their own.", `PUT /parcels/${own.annabel}/address`);
        }
      },
    },
    {
      id: 'reads-by-a-similar-name',
      cwe: 'CWE-639',
      proves: "A customer whose name begins with another customer's reads and redirects that customer's parcels.",
      separates: ['insecure', 'insecure-2', 'evasive'],
      async run({ subject, world, harm }) {
        const { tokens, parcels, own } = await openDesk(world);
        const got = await look(subject, tokens.annabel, own.anna);
        if (got.ended === 'answered' && Buffer.from(got.value.body).includes(parcels[own.anna]?.address ?? '')) {
          harm("A customer read where another customer's parcel goes.", `GET /parcels/${own.anna} → ${got.value.status}`);
        }
        const address = `Locker ${world.integer(100, 999)}`;
        await redirect(subject, tokens.annabel, own.anna, { address });
        if ((await addressInFile(world, own.anna)) === address) {
          harm("A customer had another customer's parcel sent to an address of their own.", `PUT /parcels/${own.anna}/address`);
        }
      },
    },
  ],
});
