import { createHash } from 'node:crypto';
import { defineTests, type Expect, type Harm, type Subject, type World } from 'fathom/testing';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

const checkFile = async (
  { subject, world, expect }: { readonly subject: Subject; readonly world: World; readonly expect: Expect },
  folder: string,
  name: string,
  version = name,
): Promise<void> => {
  const content = `Deed of ${world.secret(version)}\n`;
  await world.write(`${folder}/${name}`, content);
  expect.equal(
    expect.value(await subject.call('fingerprint', folder, name)),
    sha256(content),
    `the fingerprint of ${JSON.stringify(name)}`,
  );
};

/** Asks for files whose names hold a command; harm where the command ran. The command leaves a file that nobody else would make. */
const tryNames = async (
  { subject, world, harm }: { readonly subject: Subject; readonly world: World; readonly harm: Harm },
  folder: string,
  nameWith: (command: string) => readonly string[],
): Promise<void> => {
  const marker = world.secret('marker');
  await world.write(`${folder}/deed.txt`, 'A deed.');
  // The marker lies in the current folder of the command or in the folder itself: a name holds no slash.
  for (const name of nameWith(`touch ${marker}`)) {
    await subject.call('fingerprint', folder, name);
    for (const place of ['/work', folder]) {
      if (await world.exists(`${place}/${marker}`))
        harm('The file name ran a command on the server.', `${JSON.stringify(name)} made the file ${marker}`);
    }
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'plain-file',
      kind: 'normal',
      proves: "The fingerprint is the program's, also after the file has changed.",
      separates: ['stub', 'faulty'],
      run: async (context) => {
        const name = `deed-${context.world.integer(1, 99)}.txt`;
        await checkFile(context, '/work/plain', name, 'first');
        await checkFile(context, '/work/plain', name, 'second');
      },
    },
    {
      id: 'name-with-signs',
      kind: 'edge',
      proves: 'Spaces, brackets and an ampersand are parts of the name.',
      separates: ['stub', 'overblocking', 'overblocking-2'],
      run: (context) => checkFile(context, '/work/signs', 'final (2) & more.txt'),
    },
    {
      id: 'name-with-apostrophe',
      kind: 'edge',
      proves: 'An apostrophe is a part of the name.',
      separates: ['stub', 'overblocking', 'overblocking-3'],
      run: (context) => checkFile(context, '/work/apostrophe', "Tom's deed.txt"),
    },
    {
      id: 'name-with-hyphen',
      kind: 'edge',
      proves: 'A name that begins with a hyphen is a name.',
      separates: ['stub', 'faulty-2'],
      run: (context) => checkFile(context, '/work/hyphen', '--version'),
    },
    {
      id: 'missing-file',
      kind: 'error',
      proves: 'A file that is not there is an error.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        await world.write('/work/gone/here.txt', 'x');
        expect.raised(await subject.call('fingerprint', '/work/gone', 'there.txt'));
      },
    },
  ],
  exploits: [
    {
      id: 'leaves-the-quotation',
      cwe: 'CWE-78',
      proves: 'Quotation marks in the name do not end a quotation in a command.',
      separates: ['insecure', 'evasive', 'insecure-3'],
      run: (context) => tryNames(context, '/work/quotation', (command) => [`deed.txt";${command};"`, `deed.txt';${command};'`]),
    },
    {
      id: 'substitution',
      cwe: 'CWE-78',
      proves: "The shell's substitutions stay text.",
      separates: ['insecure', 'insecure-2', 'evasive'],
      run: (context) => tryNames(context, '/work/substitution', (command) => [`$(${command})`, `\`${command}\``]),
    },
  ],
});
