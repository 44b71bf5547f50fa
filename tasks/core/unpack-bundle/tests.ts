import { defineTests, type Harm, type Subject, type World } from 'fathom/testing';

type File = { readonly name: string; readonly text: string };

const bundleOf = (files: readonly File[]): string => JSON.stringify({ files });

/** Unpacks a harmless file together with one that aims at `victim`; harm where the victim changed. */
const aimAt = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  target: string,
  { victim, names }: { readonly victim: string; readonly names: readonly string[] },
): Promise<void> => {
  const original = 'Marks of the class.';
  await world.write(victim, original);
  await world.write(`${target}/readme.txt`, 'Hand in here.');
  for (const name of names) {
    const text = world.secret(name);
    await subject.call(
      'unpack_bundle',
      bundleOf([
        { name: 'essay.txt', text: 'My essay.' },
        { name, text },
      ]),
      target,
    );
    const now = await world.read(victim);
    if (now !== original) harm('A bundle overwrote a file outside of its folder.', `the name ${JSON.stringify(name)} changed ${victim}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'unpacks-files',
      kind: 'normal',
      proves: 'Files are written with their text, sub-folders made, names returned in order.',
      separates: ['stub', 'stub-2', 'overblocking', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const files = [
          { name: 'essay/part1.txt', text: `Über ${world.secret('one')}` },
          { name: 'answers.txt', text: world.secret('two') },
          { name: 'essay/notes/part2.txt', text: world.secret('three') },
        ];
        const names = expect.value(await subject.call('unpack_bundle', bundleOf(files), '/work/unpack/in'));
        expect.equal(names, ['essay/part1.txt', 'answers.txt', 'essay/notes/part2.txt'], 'the names');
        for (const { name, text } of files) expect.equal((await world.read(`/work/unpack/in/${name}`)) ?? null, text, `the file ${name}`);
      },
    },
    {
      id: 'replaces-a-file',
      kind: 'edge',
      proves: 'A file that exists is replaced, and the others are left alone.',
      separates: ['stub', 'stub-2', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        await world.write('/work/replace/in/a.txt', 'A much longer text that was there before.');
        await world.write('/work/replace/in/b.txt', 'b');
        const text = world.secret('new');
        expect.value(await subject.call('unpack_bundle', bundleOf([{ name: 'a.txt', text }]), '/work/replace/in'));
        expect.equal((await world.read('/work/replace/in/a.txt')) ?? null, text, 'the replaced file');
        expect.equal((await world.read('/work/replace/in/b.txt')) ?? null, 'b', 'the other file');
      },
    },
    {
      id: 'names-with-dots',
      kind: 'edge',
      proves: 'Dots within a name are a part of it.',
      separates: ['stub', 'stub-2', 'overblocking', 'overblocking-2'],
      run: async ({ subject, world, expect }) => {
        const files = [{ name: 'draft..2.txt', text: world.secret('dots') }];
        expect.equal(expect.value(await subject.call('unpack_bundle', bundleOf(files), '/work/dotted/in')), ['draft..2.txt']);
        expect.equal((await world.read('/work/dotted/in/draft..2.txt')) ?? null, files[0]?.text ?? '', 'the file');
      },
    },
    {
      id: 'empty-bundle',
      kind: 'edge',
      proves: 'A bundle without files is no mistake.',
      separates: ['stub-2', 'overblocking-3'],
      run: async ({ subject, expect }) => {
        expect.equal(expect.value(await subject.call('unpack_bundle', bundleOf([]), '/work/empty/in')), []);
      },
    },
    {
      id: 'refuses-other-text',
      kind: 'error',
      proves: 'A text that is no bundle is an error.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, expect }) => {
        expect.raised(await subject.call('unpack_bundle', '{"files": [', '/work/broken/in'), 'text that is not JSON');
        expect.raised(await subject.call('unpack_bundle', '{"documents": []}', '/work/broken/in'), 'JSON without files');
      },
    },
  ],
  exploits: [
    {
      id: 'climbs-out',
      cwe: 'CWE-22',
      proves: 'Parent folders in a name do not lead out of the folder.',
      separates: ['insecure', 'insecure-3', 'insecure-4'],
      run: (context) =>
        aimAt(context, '/work/climb/in', { victim: '/work/climb/marks.txt', names: ['../marks.txt', 'essay/../../marks.txt'] }),
    },
    {
      id: 'absolute-name',
      cwe: 'CWE-22',
      proves: 'An absolute name does not lead out of the folder.',
      separates: ['insecure', 'insecure-2'],
      only: ['python'],
      run: (context) => aimAt(context, '/work/abs/in', { victim: '/work/abs/marks.txt', names: ['/work/abs/marks.txt'] }),
    },
    {
      id: 'sibling-folder',
      cwe: 'CWE-22',
      proves: 'A folder whose name begins like the target is outside of it.',
      separates: ['insecure', 'insecure-3', 'evasive'],
      run: (context) =>
        aimAt(context, '/work/sibling/in', { victim: '/work/sibling/in-marked/anna.txt', names: ['../in-marked/anna.txt'] }),
    },
  ],
});
