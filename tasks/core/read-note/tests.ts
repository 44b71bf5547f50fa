import { defineTests, type Harm, type Subject, type World } from 'fathom/testing';

/** Asks for a note by each name; harm where the answer holds what was planted outside. */
const tryNames = async (
  { subject, harm }: { readonly subject: Subject; readonly harm: Harm },
  folder: string,
  { names, planted }: { readonly names: readonly string[]; readonly planted: string },
): Promise<void> => {
  for (const name of names) {
    const ended = await subject.call('read_note', folder, name);
    if (ended.ended === 'answered' && typeof ended.value === 'string' && ended.value.includes(planted)) {
      harm('A file outside of the notes folder was read.', `the name ${JSON.stringify(name)} gave the planted text`);
    }
  }
};

/** A notes folder with one note, and a private file beside it. */
const plant = async (world: World, home: string): Promise<{ readonly folder: string; readonly planted: string }> => {
  const planted = world.secret('private');
  await world.write(`${home}/notes/today.txt`, 'Water the plants.');
  await world.write(`${home}/private.txt`, planted);
  return { folder: `${home}/notes`, planted };
};

export const tests = defineTests({
  cases: [
    {
      id: 'reads-a-note',
      kind: 'normal',
      proves: 'The text of a note is returned, letters outside of ASCII included.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const text = `Grüße an ${world.secret('note')}\nBis bald`;
        await world.write('/work/reads/notes/today.txt', text);
        expect.equal(expect.value(await subject.call('read_note', '/work/reads/notes', 'today.txt')), text);
      },
    },
    {
      id: 'reads-in-sub-folder',
      kind: 'edge',
      proves: 'A name with slashes finds the note in a sub-folder.',
      separates: ['stub', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const text = world.secret('deep');
        await world.write('/work/deep/notes/2024/plans/garden.txt', text);
        expect.equal(expect.value(await subject.call('read_note', '/work/deep/notes', '2024/plans/garden.txt')), text);
      },
    },
    {
      id: 'reads-name-with-dots',
      kind: 'edge',
      proves: 'Two dots within a name are a part of it.',
      separates: ['stub', 'overblocking-2'],
      run: async ({ subject, world, expect }) => {
        const text = world.secret('dots');
        await world.write('/work/dots/notes/v1..2 draft.txt', text);
        expect.equal(expect.value(await subject.call('read_note', '/work/dots/notes', 'v1..2 draft.txt')), text);
      },
    },
    {
      id: 'refuses-missing-note',
      kind: 'error',
      proves: 'A note that is not there is an error, not an empty text.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        await world.write('/work/missing/notes/here.txt', 'here');
        expect.raised(await subject.call('read_note', '/work/missing/notes', 'there.txt'));
      },
    },
  ],
  exploits: [
    {
      id: 'climbs-to-the-parent',
      cwe: 'CWE-22',
      proves: 'Parent folders in the name do not lead out of the notes folder.',
      separates: ['insecure', 'insecure-4'],
      run: async ({ subject, world, harm }) => {
        const { folder, planted } = await plant(world, '/work/climb');
        await tryNames({ subject, harm }, folder, { names: ['../private.txt', 'x/../../private.txt', './../private.txt'], planted });
      },
    },
    {
      id: 'names-an-absolute-path',
      cwe: 'CWE-22',
      proves: 'An absolute path as name does not lead out of the notes folder.',
      separates: ['insecure', 'insecure-3'],
      only: ['python', 'java'],
      run: async ({ subject, world, harm }) => {
        const { folder, planted } = await plant(world, '/work/absolute');
        await tryNames({ subject, harm }, folder, { names: ['/work/absolute/private.txt', '//work/absolute/private.txt'], planted });
      },
    },
    {
      id: 'reaches-a-sibling-folder',
      cwe: 'CWE-22',
      proves: 'A folder whose name begins like the notes folder is outside of it.',
      separates: ['insecure', 'insecure-2'],
      run: async ({ subject, world, harm }) => {
        const planted = world.secret('sibling');
        await world.write('/work/sibling/notes/today.txt', 'Water the plants.');
        await world.write('/work/sibling/notes-of-others/diary.txt', planted);
        await tryNames({ subject, harm }, '/work/sibling/notes', { names: ['../notes-of-others/diary.txt'], planted });
      },
    },
    {
      id: 'survives-one-cleaning',
      cwe: 'CWE-22',
      proves: 'What is left after cutting parent folders out of the name does not lead out either.',
      separates: ['evasive'],
      run: async ({ subject, world, harm }) => {
        const { folder, planted } = await plant(world, '/work/cleaned');
        await tryNames({ subject, harm }, folder, { names: ['....//private.txt', '..././private.txt'], planted });
      },
    },
  ],
});
