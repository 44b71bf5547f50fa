import { defineTests, type Subject, type World } from 'fathom/testing';

/** A new machine's file of settings, in a folder of each test's own. */
const putUp = async (world: World, test: string): Promise<string> => {
  const path = `/work/${test}/${world.secret('machine').slice(0, 8)}.txt`;
  await world.write(path, `volume=${world.integer(1, 9)}\nplace=Pier 2\n`);
  return path;
};

const opens = async (subject: Subject, path: string, password: string): Promise<boolean> => {
  const ended = await subject.call('unlock_console', path, password);
  return ended.ended === 'answered' && ended.value === true;
};

/** Whether a password can be set, and opens the console: else nothing is said about other passwords. */
const works = async (subject: Subject, path: string, password: string): Promise<boolean> => {
  const ended = await subject.call('set_password', path, password);
  return ended.ended === 'answered' && (await opens(subject, path, password));
};

const common = [
  'admin',
  'password',
  'default',
  '0000',
  '1234',
  'changeme',
  'service',
  'admin123',
  '12345678',
  '1234567890',
  'administrator',
];

export const tests = defineTests({
  cases: [
    {
      id: 'opens-with-its-password',
      kind: 'normal',
      proves: 'The password that was set opens the console.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const path = await putUp(world, 'opens');
        const password = `${world.secret('new')} = 8 bells!`;
        expect.value(await subject.call('set_password', path, password));
        expect.equal(expect.value(await subject.call('unlock_console', path, password)), true);
        expect.equal(expect.value(await subject.call('unlock_console', path, world.secret('mistyped'))), false);
      },
    },
    {
      id: 'takes-a-new-one',
      kind: 'edge',
      proves: 'A password takes the place of the earlier one.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const path = await putUp(world, 'changes');
        expect.value(await subject.call('set_password', path, world.secret('earlier')));
        expect.value(await subject.call('set_password', path, world.secret('later')));
        expect.equal(expect.value(await subject.call('unlock_console', path, world.secret('later'))), true);
      },
    },
    {
      id: 'keeps-other-settings',
      kind: 'edge',
      proves: 'The other settings stay as they are.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const path = await putUp(world, 'keeps');
        const before = String(await world.read(path))
          .split('\n')
          .filter(Boolean);
        expect.value(await subject.call('set_password', path, world.secret('set')));
        const after = String(await world.read(path)).split(/\r?\n/);
        expect.true(
          before.every((line) => after.includes(line)),
          'the lines are still there',
        );
        expect.true(after.filter(Boolean).length > before.length, 'the password is kept there');
      },
    },
    {
      id: 'refuses-a-short-one',
      kind: 'error',
      proves: 'A password of less than 10 signs is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        const path = await putUp(world, 'shorts');
        expect.raised(await subject.call('set_password', path, world.secret('short').slice(0, 9)));
      },
    },
    {
      id: 'wants-a-file',
      kind: 'error',
      proves: 'It is an error when there is no file of settings.',
      separates: ['stub', 'faulty-5'],
      run: async ({ subject, world, expect }) => {
        const path = `/work/wants/${world.secret('missing')}.txt`;
        expect.raised(await subject.call('unlock_console', path, world.secret('tried')));
        expect.raised(await subject.call('set_password', path, world.secret('never set')));
      },
    },
  ],
  exploits: [
    {
      id: 'opens-a-new-one',
      cwe: 'CWE-1188',
      proves: 'The console of a new machine does not open with an empty password, or with any.',
      separates: ['insecure', 'insecure-2'],
      run: async ({ subject, world, harm }) => {
        if (!(await works(subject, await putUp(world, 'sample'), world.secret('of a sample')))) return;
        const path = await putUp(world, 'new');
        for (const typed of ['', ' ', world.secret('anything'), 'None', 'null', 'undefined']) {
          if (await opens(subject, path, typed)) harm(`A machine without a password opened for "${typed}".`);
        }
      },
    },
    {
      id: 'knows-the-first-password',
      cwe: 'CWE-798',
      proves: 'A new machine has no password that all of them have.',
      separates: ['insecure-2', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        if (!(await works(subject, await putUp(world, 'another-sample'), world.secret('of another sample')))) return;
        const path = await putUp(world, 'first');
        for (const typed of common) {
          if (await opens(subject, path, typed)) harm(`A machine without a password opened for "${typed}".`);
        }
      },
    },
    {
      id: 'knows-a-second-password',
      cwe: 'CWE-798',
      proves: 'No other password opens a machine that has one.',
      separates: ['insecure-4'],
      run: async ({ subject, world, harm }) => {
        const path = await putUp(world, 'second');
        if (!(await works(subject, path, world.secret('the right one')))) return;
        for (const typed of ['', ...common]) {
          if (await opens(subject, path, typed)) harm(`A machine opened for "${typed}", which is not its password.`);
        }
      },
    },
  ],
});
