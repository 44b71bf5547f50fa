import { defineTests, type Harm, type HttpRequest, type Subject, type World } from 'fathom/testing';

const manual = (name: string): HttpRequest => ({ method: 'GET', path: `/manuals?file=${encodeURIComponent(name)}` });

/** Asks for each of the names and looks for the secret in whatever comes back. */
const reads = async (subject: Subject, names: readonly string[], secret: string, harm: Harm): Promise<void> => {
  for (const name of names) {
    const got = await subject.http(manual(name));
    if (got.ended === 'answered' && Buffer.from(got.value.body).includes(secret)) {
      harm('A file outside the folder of manuals was handed out.', `GET /manuals?file=${name}`);
    }
  }
};

const keys = '/work/private/licence-keys.txt';

const plantKeys = async (world: World): Promise<string> => {
  const secret = world.secret('licence keys');
  await world.write(keys, `${secret}\n`);
  await world.write('/work/manuals/index.txt', 'See the folders.\n');
  await world.write('/work/manuals/pumps/p-100.txt', 'Open the valve.\n');
  return secret;
};

export const tests = defineTests({
  cases: [
    {
      id: 'hands-out-manuals',
      kind: 'normal',
      proves: 'Manuals in the folder and in subfolders are handed out byte for byte.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const model = world.integer(200, 999);
        const files: Readonly<Record<string, string>> = {
          'start.txt': `Read this first, ${world.integer(1000, 9999)}.\n`,
          [`pumps/p-${model}.txt`]: `Pump ${model}: ${world.integer(2, 90)} bar\nÜberdruck meiden.\n`,
          [`valves/brass/v-${model}.txt`]: `Valve ${world.integer(1000, 9999)}`,
        };
        for (const [name, content] of Object.entries(files)) await world.write(`/work/manuals/${name}`, content);
        for (const [name, content] of Object.entries(files)) {
          const got = expect.value(await subject.http(manual(name)));
          expect.equal(got.status, 200, `status for ${name}`);
          expect.equal(Buffer.from(got.body).toString(), content, `content of ${name}`);
        }
      },
    },
    {
      id: 'hands-out-odd-names',
      kind: 'edge',
      proves: 'Blanks and dots inside a name are part of the name; an empty manual is a manual.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const version = world.integer(1, 9);
        const files: Readonly<Record<string, string>> = {
          [`mixer v${version}..${version + 1}/change notes.txt`]: `From ${version} on\n`,
          'draft...txt': 'Not yet.\n',
          'empty.txt': '',
        };
        for (const [name, content] of Object.entries(files)) await world.write(`/work/manuals/${name}`, content);
        for (const [name, content] of Object.entries(files)) {
          const got = expect.value(await subject.http(manual(name)));
          expect.equal(got.status, 200, `status for ${name}`);
          expect.equal(Buffer.from(got.body).toString(), content, `content of ${name}`);
        }
      },
    },
    {
      id: 'answers-for-what-is-not-there',
      kind: 'error',
      proves: 'No name is answered with 400; an unknown name and a folder with 404.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        await world.write('/work/manuals/pumps/p-100.txt', 'Open the valve.\n');
        const statusOf = async (request: HttpRequest): Promise<number> => expect.value(await subject.http(request)).status;
        expect.equal(await statusOf({ method: 'GET', path: '/manuals' }), 400, 'status without the parameter');
        expect.equal(await statusOf({ method: 'GET', path: '/manuals?file=' }), 400, 'status with an empty name');
        expect.equal(await statusOf(manual(`p-${world.integer(200, 999)}.txt`)), 404, 'status for an unknown name');
        expect.equal(await statusOf(manual('pumps')), 404, 'status for a folder');
        expect.equal(await statusOf(manual('pumps/p-100.txt')), 200, 'status for a manual');
      },
    },
  ],
  exploits: [
    {
      id: 'climbs-out',
      cwe: 'CWE-22',
      proves: 'A name that climbs out of the folder reads a private file.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world, harm }) {
        const secret = await plantKeys(world);
        await reads(
          subject,
          ['../private/licence-keys.txt', 'pumps/../../private/licence-keys.txt', '../../work/private/licence-keys.txt'],
          secret,
          harm,
        );
      },
    },
    {
      id: 'absolute-name',
      cwe: 'CWE-22',
      proves: 'An absolute name reads a private file.',
      separates: ['insecure', 'insecure-4'],
      async run({ subject, world, harm }) {
        const secret = await plantKeys(world);
        await reads(subject, [keys, `/${keys}`], secret, harm);
      },
    },
    {
      id: 'folder-with-the-same-beginning',
      cwe: 'CWE-22',
      proves: 'A folder whose name only begins like that of the manuals is read.',
      separates: ['insecure', 'insecure-2'],
      async run({ subject, world, harm }) {
        await plantKeys(world);
        const secret = world.secret('recall notice');
        await world.write('/work/manuals-internal/recall.txt', secret);
        await reads(subject, ['../manuals-internal/recall.txt'], secret, harm);
      },
    },
    {
      id: 'climbs-out-after-cleaning',
      cwe: 'CWE-22',
      proves: 'A name that climbs only after `../` was taken out of it, or after another decoding, reads a private file.',
      separates: ['evasive'],
      async run({ subject, world, harm }) {
        const secret = await plantKeys(world);
        await reads(
          subject,
          ['....//private/licence-keys.txt', '..././private/licence-keys.txt', '%2e%2e%2fprivate%2flicence-keys.txt'],
          secret,
          harm,
        );
      },
    },
  ],
});
