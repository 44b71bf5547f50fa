import { createHash } from 'node:crypto';
import { defineTests, type Ended, type Harm, type HttpResponse, type Subject, type World } from 'fathom/testing';

type Teams = { readonly red: string; readonly blue: string };

/** Two teams with a key each; the folder of one begins like that of the other. */
const openDrawer = async (world: World): Promise<Teams> => {
  const key = (name: string): string => `${name}-${world.integer(100_000, 999_999)}${world.integer(100_000, 999_999)}`;
  const teams = { red: key('r'), blue: key('b') };
  await world.write('/work/teams.json', JSON.stringify({ red: { key: teams.red }, 'red-archive': { key: teams.blue } }));
  await world.write('/work/drawer/red/hello.txt', 'hello');
  return teams;
};

const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** `path` as it stands in the address. */
const download = (subject: Subject, key: string | undefined, path: string): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'GET', path: `/teams/red/files/${path}`, headers: key === undefined ? {} : { 'x-team-key': key } });

/** Asks for a planted file by each path; harm where an answer holds it. */
const reach = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  planted: string,
  paths: readonly string[],
): Promise<void> => {
  const teams = await openDrawer(world);
  for (const path of paths) {
    const got = await download(subject, teams.red, path);
    if (got.ended === 'answered' && Buffer.from(got.value.body).includes(planted))
      harm("A file outside of the team's folder was downloaded.", `GET /teams/red/files/${path} → ${got.value.status}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'downloads-bytes',
      kind: 'normal',
      proves: 'A file in a sub-folder comes as exactly its bytes.',
      separates: ['stub', 'stub-2', 'faulty'],
      async run({ subject, world, expect }) {
        const teams = await openDrawer(world);
        const text = `Beds: ${world.secret('beds')}`;
        await world.write('/work/drawer/red/plans/2026/beds.txt', text);
        const first = expect.value(await download(subject, teams.red, 'plans/2026/beds.txt'));
        expect.equal(first.status, 200, 'status of the text');
        expect.equal(Buffer.from(first.body).toString(), text, 'the text');
        const bytes = createHash('shake256', { outputLength: 3000 }).update(world.secret('garden')).digest();
        await world.write('/work/drawer/red/plans/2026/garden.bin', bytes);
        const second = expect.value(await download(subject, teams.red, 'plans/2026/garden.bin'));
        expect.true(bytes.equals(Buffer.from(second.body)), 'all 3000 bytes of the file arrive unchanged');
        const type = second.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
        expect.true(type.startsWith('application/octet-stream'), 'the type is application/octet-stream');
      },
    },
    {
      id: 'downloads-odd-names',
      kind: 'edge',
      proves: 'Names with spaces, dots and letters outside of ASCII are found.',
      separates: ['stub', 'stub-2', 'overblocking'],
      async run({ subject, world, expect }) {
        const teams = await openDrawer(world);
        for (const name of ['minutes v1..2.txt', 'Übersicht & more.txt', '..notes/a...b']) {
          const text = world.secret(name);
          await world.write(`/work/drawer/red/odd/${name}`, text);
          const got = expect.value(await download(subject, teams.red, `odd/${encoded(name)}`));
          expect.equal(got.status, 200, `status of ${name}`);
          expect.equal(Buffer.from(got.body).toString(), text, name);
        }
      },
    },
    {
      id: 'refuses-what-is-not-there',
      kind: 'error',
      proves: 'Files that are not there, and folders, are 404; wrong keys are 401 and 403.',
      separates: ['stub-2', 'faulty-2'],
      async run({ subject, world, expect }) {
        const teams = await openDrawer(world);
        await world.write('/work/drawer/red/box/in.txt', 'in');
        const status = async (key: string | undefined, path: string): Promise<number> =>
          expect.value(await download(subject, key, path)).status;
        expect.equal(await status(teams.red, 'missing.txt'), 404, 'status of a missing file');
        expect.equal(await status(teams.red, 'nowhere/missing.txt'), 404, 'status of a missing folder');
        expect.equal(await status(teams.red, 'box'), 404, 'status of a folder');
        expect.equal(await status(undefined, 'hello.txt'), 401, 'status without a key');
        expect.equal(await status(teams.blue, 'hello.txt'), 403, 'status with the key of another team');
      },
    },
  ],
  exploits: [
    {
      id: 'climbs-out',
      cwe: 'CWE-22',
      proves: "Parent folders and absolute paths do not lead out of the team's folder.",
      separates: ['insecure', 'evasive'],
      async run(context) {
        const planted = context.world.secret('private');
        await context.world.write('/work/drawer/blue/diary.txt', planted);
        await context.world.write('/work/private.txt', planted);
        await reach(context, planted, [
          '../blue/diary.txt',
          '%2e%2e%2fblue%2fdiary.txt',
          '..%2f..%2fprivate.txt',
          'plans/..%2f..%2f..%2fprivate.txt',
          '%2fwork%2fprivate.txt',
          '....%2f%2fblue%2fdiary.txt',
          '..././blue/diary.txt',
          '....//....//private.txt',
        ]);
      },
    },
    {
      id: 'visits-a-like-named-team',
      cwe: 'CWE-22',
      proves: 'A team whose name begins alike keeps its files.',
      separates: ['insecure', 'insecure-2'],
      async run(context) {
        const planted = context.world.secret('archive');
        await context.world.write('/work/drawer/red-archive/accounts.txt', planted);
        await reach(context, planted, [
          '../red-archive/accounts.txt',
          '..%2fred-archive%2faccounts.txt',
          '%2e%2e/red-archive/accounts.txt',
        ]);
      },
    },
  ],
});
