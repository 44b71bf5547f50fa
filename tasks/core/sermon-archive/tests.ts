import { defineTests, type Harm, type JsonValue, type Subject, type World } from 'fathom/testing';

const linesOf = (value: JsonValue): readonly string[] => (typeof value === 'string' ? value.split('\n') : []);

/** Searches with what `grep` takes for an option; harm where the result holds the secret of a file outside of the folder. */
const search = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  name: string,
  patterns: readonly string[],
): Promise<void> => {
  const planted = world.secret(`letters ${name}`);
  const folder = `/work/pulpit-${name}/open`;
  await world.write(`${folder}/first.txt`, 'Of sheep\nOf goats\n');
  await world.write(`${folder}/deep/second.txt`, 'Of wolves\n');
  await world.write(`/work/pulpit-${name}/letters/private.txt`, `A letter: ${planted}\n`);
  await world.write(`/work/pulpit-${name}/letters/page.conf`, `folder=${folder} key=${planted}\n`);
  for (const pattern of patterns) {
    const ended = await subject.call('sermon_lines', folder, pattern);
    if (ended.ended === 'answered' && typeof ended.value === 'string' && ended.value.includes(planted))
      harm('A pattern showed a file that is no sermon.', `${pattern} shows ${planted}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'finds-lines',
      kind: 'normal',
      proves: 'Lines of sermons in all folders are found and sorted, and those of other files are not.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const word = world.secret('bread');
        await world.write('/work/pulpit-finds/b.txt', `z of ${word}\nnothing here\na of ${word} again\n`);
        await world.write('/work/pulpit-finds/1999/may/a.txt', `m ${word}\na of ${word} again\n`);
        await world.write('/work/pulpit-finds/draft.md', `draft of ${word}\n`);
        const found = linesOf(expect.value(await subject.call('sermon_lines', '/work/pulpit-finds', word)));
        expect.equal(found, [`a of ${word} again`, `a of ${word} again`, `m ${word}`, `z of ${word}`]);
      },
    },
    {
      id: 'understands-patterns',
      kind: 'edge',
      proves: 'The pattern is a basic regular expression, with blanks, hyphens and signs of its own.',
      separates: ['stub', 'faulty-2', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const word = world.secret('well-being');
        const year = world.integer(1_900, 1_999);
        await world.write(
          '/work/pulpit-pattern/a.txt',
          `In ${year}: ${word}, "peace" & (more)\nSaid in ${year}: ${word}\nIn May: ${word}\n`,
        );
        const found = expect.value(await subject.call('sermon_lines', '/work/pulpit-pattern', `^In [0-9]*: ${word}, "peace" & (m.*)$`));
        expect.equal(found, `In ${year}: ${word}, "peace" & (more)`);
      },
    },
    {
      id: 'finds-nothing',
      kind: 'edge',
      proves: 'Where nothing matches, the result is empty.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        await world.write('/work/pulpit-nothing/a.txt', 'Of rain\n');
        expect.equal(expect.value(await subject.call('sermon_lines', '/work/pulpit-nothing', world.secret('missing'))), '');
      },
    },
    {
      id: 'wants-a-folder',
      kind: 'error',
      proves: 'A folder that is not there is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('sermon_lines', `/work/pulpit-${world.secret('gone')}`, 'rain'));
      },
    },
  ],
  exploits: [
    {
      id: 'short-options',
      cwe: 'CWE-88',
      proves: 'A pattern that looks like an option of one letter shows no other files.',
      separates: ['insecure', 'insecure-2'],
      run: (context) => search(context, 'short', ['-v', '-iv', '-vn']),
    },
    {
      id: 'long-options',
      cwe: 'CWE-88',
      proves: 'A pattern that looks like an option with a name shows no other files.',
      separates: ['insecure', 'insecure-3'],
      run: (context) => search(context, 'long', ['--invert-match', '--include=*']),
    },
  ],
});
