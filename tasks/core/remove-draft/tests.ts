import { defineTests, type Harm, type Subject, type World } from 'fathom/testing';

const drafts = '/work/home/ida/drafts';

type Context = { readonly subject: Subject; readonly world: World; readonly harm: Harm };

/** Asks for the removal of each name of a file in another folder, and looks whether the file is still there. */
const removes = async ({ subject, world, harm }: Context, folder: string, names: (file: string) => readonly string[]): Promise<void> => {
  const file = `thesis-${world.integer(10, 99)}.txt`;
  const victim = `${folder}/${file}`;
  await world.write(`${drafts}/mine.txt`, 'Dear Ann');
  await world.write(`${drafts}/old/hers.txt`, 'Dear Bo');
  for (const name of names(file)) {
    await world.write(victim, 'to be kept');
    await subject.call('remove_draft', drafts, name);
    if (!(await world.exists(victim)))
      harm('A file that is not a draft of the user was removed.', `${JSON.stringify(name)} removed ${victim}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'removes-drafts',
      kind: 'normal',
      proves: 'The named draft is removed and the others stay.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const folder = `/work/home/user-${world.integer(1000, 9999)}`;
        const names = [`draft${world.integer(10, 99)}.txt`, `note${world.integer(100, 999)}`, 'kept.txt'];
        for (const name of names) await world.write(`${folder}/${name}`, 'Dear Ann');
        for (const name of names.slice(0, 2)) {
          expect.equal(expect.value(await subject.call('remove_draft', folder, name)), 1, `answer for ${name}`);
          expect.true(!(await world.exists(`${folder}/${name}`)), `${name} is removed`);
        }
        expect.equal([...(await world.list(folder))], ['kept.txt'], 'the drafts that are left');
      },
    },
    {
      id: 'removes-drafts-with-odd-names',
      kind: 'edge',
      proves: 'Blanks, dots and other signs are part of a name.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const number = world.integer(2, 99);
        for (const name of [
          `letter to Ann (${number}).txt`,
          `v${number}..final.txt`,
          '..old',
          '.hidden',
          'a & b; "c".txt',
          'Grüße.txt',
          '-f',
        ]) {
          await world.write(`${drafts}/${name}`, 'Dear Ann');
          expect.equal(expect.value(await subject.call('remove_draft', drafts, name)), 1, `answer for ${name}`);
          expect.true(!(await world.exists(`${drafts}/${name}`)), `${name} is removed`);
        }
      },
    },
    {
      id: 'says-what-is-not-there',
      kind: 'error',
      proves: 'An empty name is answered with -1 and an unknown one with 0; nothing is removed.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        await world.write(`${drafts}/mine.txt`, 'Dear Ann');
        expect.equal(expect.value(await subject.call('remove_draft', drafts, '')), -1, 'answer for an empty name');
        expect.equal(
          expect.value(await subject.call('remove_draft', drafts, `other${world.integer(1, 99)}.txt`)),
          0,
          'answer for an unknown name',
        );
        expect.true(await world.exists(`${drafts}/mine.txt`), 'the draft is still there');
      },
    },
  ],
  exploits: [
    {
      id: 'climbs-out',
      cwe: 'CWE-22',
      proves: 'A name that climbs out of the folder removes a file of somebody else.',
      separates: ['insecure', 'insecure-4'],
      run: (context) =>
        removes(context, '/work/home/ole', (file) => [`../../ole/${file}`, `../drafts/../../ole/${file}`, `old/../../../ole/${file}`]),
    },
    {
      id: 'climbs-to-a-neighbour',
      cwe: 'CWE-22',
      proves: 'A folder whose name only begins like that of the drafts loses a file.',
      separates: ['insecure', 'insecure-2'],
      run: (context) => removes(context, `${drafts}-sent`, (file) => [`../drafts-sent/${file}`]),
    },
    {
      id: 'absolute-name',
      cwe: 'CWE-22',
      proves: 'An absolute name removes a file of somebody else.',
      separates: ['insecure', 'insecure-5'],
      only: ['python', 'javascript'],
      run: (context) => removes(context, '/work/home/ole', (file) => [`/work/home/ole/${file}`]),
    },
    {
      id: 'climbs-out-after-cleaning',
      cwe: 'CWE-22',
      proves: 'A name that climbs only after `../` was taken out of it removes a file of somebody else.',
      separates: ['evasive'],
      run: (context) => removes(context, '/work/home/ole', (file) => [`....//....//ole/${file}`, `..././..././ole/${file}`]),
    },
    {
      id: 'long-name',
      cwe: 'CWE-22',
      proves: 'A name longer than any path makes the function write behind its own buffer.',
      separates: ['insecure-3'],
      only: ['c'],
      async run({ subject, world }) {
        await world.write(`${drafts}/mine.txt`, 'Dear Ann');
        for (const length of [250, 500, 1030, 4100, 20_000]) {
          await subject.call('remove_draft', drafts, 'n'.repeat(length + world.integer(0, 40)));
        }
      },
    },
  ],
});
