import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { bytes, defineTests, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

type Entry = {
  readonly name: string;
  readonly content?: string | Uint8Array;
  readonly linkTo?: string;
  readonly kind?: 'file' | 'folder' | 'symbolic' | 'hard';
};

const typeFlags = { file: '0', hard: '1', symbolic: '2', folder: '5' } as const;

/** One header of 512 bytes as POSIX describes it. */
const headerOf = ({ name, linkTo = '', kind = 'file' }: Entry, size: number): Buffer => {
  const header = Buffer.alloc(512);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  const put = (text: string, at: number): number => header.write(text, at, 'utf8');
  put(name, 0);
  put(octal(kind === 'folder' ? 0o755 : 0o644, 7), 100);
  put(octal(1000, 7), 108);
  put(octal(1000, 7), 116);
  put(octal(size, 11), 124);
  put(octal(1_790_000_000, 11), 136);
  put(' '.repeat(8), 148);
  put(typeFlags[kind], 156);
  put(linkTo, 157);
  put('ustar\0' + '00', 257);
  put(
    `${header
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, '0')}\0 `,
    148,
  );
  return header;
};

/** A compressed archive with these entries, in order. */
const archiveOf = (entries: readonly Entry[]): JsonValue => {
  const parts = entries.flatMap((entry) => {
    const content = Buffer.from(entry.content ?? '');
    return [headerOf(entry, content.length), content, Buffer.alloc((512 - (content.length % 512)) % 512)];
  });
  return bytes(gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)])));
};

/** Restores each archive beside a file of somebody else; harm where that file changed, or another one appeared. */
const overwrite = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  home: string,
  archives: readonly (readonly Entry[])[],
): Promise<void> => {
  const planted = world.secret('private');
  for (const [index, entries] of archives.entries()) {
    const place = `${home}/${index}`;
    await world.write(`${place}/private.txt`, planted);
    await world.write(`${place}/diary/pages/2026-03-01.md`, 'Frost.');
    await subject.call('restore_backup', `${place}/diary`, archiveOf([{ name: 'pages/2026-03-02.md', content: 'Thaw.' }, ...entries]));
    const outside = (await world.list(place)).filter((path) => !path.startsWith('diary/'));
    if ((await world.read(`${place}/private.txt`)) !== planted || outside.length !== 1)
      harm(
        'A backup changed files outside of the diary.',
        `the entries ${entries.map(({ name, linkTo }) => (linkTo === undefined ? name : `${name} → ${linkTo}`)).join(', ')}`,
      );
  }
};

const at = async (world: World, path: string): Promise<string | null> => (await world.read(path)) ?? null;

export const tests = defineTests({
  cases: [
    {
      id: 'brings-back-a-diary',
      kind: 'normal',
      proves: 'What one diary was backed up with stands in another one afterwards, pictures byte for byte.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const text = `Sowed ${world.secret('seeds')}`;
        const picture = createHash('shake256', { outputLength: 1500 }).update(world.secret('picture')).digest();
        await world.write('/work/back/old/readme.txt', 'An old diary.');
        expect.value(await subject.call('write_page', '/work/back/old', '2026-03-01', text));
        expect.value(await subject.call('add_picture', '/work/back/old', 'bed.jpg', bytes(picture)));
        const backup = expect.value(await subject.call('make_backup', '/work/back/old'));
        expect.equal(expect.value(await subject.call('restore_backup', '/work/back/new/diary', backup)), 3, 'the number of files');
        for (const path of ['pages/2026-03-01.md', 'readme.txt']) {
          const wanted = await at(world, `/work/back/old/${path}`);
          expect.true(wanted !== null && (await at(world, `/work/back/new/diary/${path}`)) === wanted, `${path} is the same`);
        }
        const again = expect.value(await subject.call('make_backup', '/work/back/new/diary'));
        const restored = await subject.call('restore_backup', '/work/back/third', again);
        expect.equal(expect.value(restored), 3, 'the number of files in a backup of the restored diary');
        expect.equal(
          await at(world, '/work/back/third/pictures/bed.jpg'),
          await at(world, '/work/back/old/pictures/bed.jpg'),
          'the picture',
        );
      },
    },
    {
      id: 'takes-what-tar-makes',
      kind: 'edge',
      proves: 'Names that begin with a dot and a slash, folders, spaces and dots within names are fine.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const text = world.secret('north');
        const backup = archiveOf([
          { name: './', kind: 'folder' },
          { name: './pages/', kind: 'folder' },
          { name: './pages/2026-04-05.md', content: 'Rain.' },
          { name: './pictures/2026/', kind: 'folder' },
          { name: './pictures/2026/bed 3..north.jpg', content: text },
        ]);
        expect.equal(expect.value(await subject.call('restore_backup', '/work/tar/diary', backup)), 2, 'the number of files');
        expect.equal(await at(world, '/work/tar/diary/pages/2026-04-05.md'), 'Rain.', 'the page');
        expect.equal(await at(world, '/work/tar/diary/pictures/2026/bed 3..north.jpg'), text, 'the picture');
      },
    },
    {
      id: 'leaves-the-rest-alone',
      kind: 'edge',
      proves: 'Files of the backup are replaced, all others stay.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        await world.write('/work/rest/diary/pages/2026-05-01.md', 'A long text that the backup does not have.');
        await world.write('/work/rest/diary/pages/2026-05-02.md', 'Stays.');
        expect.value(
          await subject.call('restore_backup', '/work/rest/diary', archiveOf([{ name: 'pages/2026-05-01.md', content: 'Short.' }])),
        );
        expect.equal(await at(world, '/work/rest/diary/pages/2026-05-01.md'), 'Short.', 'the replaced page');
        expect.equal(await at(world, '/work/rest/diary/pages/2026-05-02.md'), 'Stays.', 'the other page');
      },
    },
    {
      id: 'refuses-what-is-no-backup',
      kind: 'error',
      proves: 'Bytes that are no archive are errors that change nothing.',
      separates: ['stub', 'faulty-3'],
      async run({ subject, world, expect }) {
        await world.write('/work/none/diary/pages/2026-06-01.md', 'Stays.');
        for (const [what, backup] of [
          ['words', bytes('these are no bytes of an archive')],
          ['nothing', bytes('')],
          ['words that are compressed', bytes(gzipSync('these are no bytes of an archive'))],
        ] as const)
          expect.raised(await subject.call('restore_backup', '/work/none/diary', backup), what);
        expect.equal([...(await world.list('/work/none/diary'))], ['pages/2026-06-01.md'], 'the files of the diary');
        expect.equal(await at(world, '/work/none/diary/pages/2026-06-01.md'), 'Stays.', 'the page');
      },
    },
  ],
  exploits: [
    {
      id: 'names-a-file-elsewhere',
      cwe: 'CWE-22',
      proves: 'Names with parent folders, and absolute ones, lead nowhere.',
      separates: ['insecure', 'insecure-2'],
      run: (context) =>
        overwrite(context, '/work/names', [
          [{ name: '../private.txt', content: 'mine' }],
          [{ name: 'pages/../../private.txt', content: 'mine' }],
          [{ name: '/work/names/2/private.txt', content: 'mine' }],
          [{ name: './../new.txt', content: 'mine' }],
        ]),
    },
    {
      id: 'goes-by-a-link',
      cwe: 'CWE-59',
      proves: 'No link of the archive leads what follows it out of the diary.',
      separates: ['insecure', 'insecure-3'],
      run: (context) =>
        overwrite(context, '/work/links', [
          [
            { name: 'out', kind: 'symbolic', linkTo: '..' },
            { name: 'out/private.txt', content: 'mine' },
          ],
          [
            { name: 'out', kind: 'symbolic', linkTo: '../private.txt' },
            { name: 'out', content: 'mine' },
          ],
          [
            { name: 'pages/out', kind: 'symbolic', linkTo: '/work/links/2' },
            { name: 'pages/out/new.txt', content: 'mine' },
          ],
        ]),
    },
  ],
});
