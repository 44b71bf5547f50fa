import { createHash, createHmac } from 'node:crypto';
import { bytes, defineTests, type Subject, type World } from 'fathom/testing';

/** A key, and so a gate, of each test's own. */
const keyOf = (world: World, name: string): Buffer => createHash('sha256').update(world.secret(name)).digest();

const command = (key: Buffer, serial: number, action: string): string => {
  const body = `${serial}:${action}`;
  return `${body}:${createHmac('sha256', key).update(body).digest('hex')}`;
};

const obeys = async (subject: Subject, key: Buffer, sent: string, action: string): Promise<boolean> => {
  const ended = await subject.call('obey_command', bytes(key), sent);
  return ended.ended === 'answered' && ended.value === action;
};

export const tests = defineTests({
  cases: [
    {
      id: 'makes-commands',
      kind: 'normal',
      proves: 'A command has its three parts.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key of the office');
        const serial = world.integer(1_000, 900_000_000);
        expect.equal(expect.value(await subject.call('make_command', bytes(key), serial, 'lift')), command(key, serial, 'lift'));
      },
    },
    {
      id: 'obeys-what-it-hears',
      kind: 'normal',
      proves: 'Commands are obeyed one after the other, also where some were never heard.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key of a gate');
        for (const serial of [7, 9, 10, 250, world.integer(300_000_000, 900_000_000)]) {
          const action = `go${world.secret(`action ${serial}`).replaceAll(/[^a-z]/g, '')}`;
          expect.equal(expect.value(await subject.call('obey_command', bytes(key), command(key, serial, action))), action);
        }
      },
    },
    {
      id: 'keeps-gates-apart',
      kind: 'edge',
      proves: 'Another gate obeys its own command with a serial number that was heard elsewhere.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const serial = world.integer(5_001, 9_000);
        for (const name of ['upper gate', 'lower gate']) {
          const key = keyOf(world, name);
          expect.equal(expect.value(await subject.call('obey_command', bytes(key), command(key, serial, 'lift'))), 'lift');
        }
      },
    },
    {
      id: 'passes-over-wrong-ones',
      kind: 'error',
      proves: 'A wrong signature is an error, and the gate obeys the right command afterwards.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key of a lonely gate');
        const serial = world.integer(20, 5_000);
        expect.raised(await subject.call('obey_command', bytes(key), command(keyOf(world, 'other key'), serial, 'lift')));
        expect.equal(expect.value(await subject.call('obey_command', bytes(key), command(key, serial, 'lift'))), 'lift');
      },
    },
    {
      id: 'counts-from-one',
      kind: 'error',
      proves: 'A serial number that is less than 1 is an error.',
      separates: ['stub', 'faulty-5'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('make_command', bytes(keyOf(world, 'key for nothing')), 0, 'lift'));
      },
    },
  ],
  exploits: [
    {
      id: 'sends-it-again',
      cwe: 'CWE-294',
      proves: 'A command that was heard a moment ago is not obeyed again.',
      separates: ['insecure', 'insecure-2'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key of the first gate');
        const sent = command(key, world.integer(10_000, 60_000), 'lift');
        if (!(await obeys(subject, key, sent, 'lift'))) return;
        if (await obeys(subject, key, sent, 'lift')) harm('A command was obeyed twice.', sent);
      },
    },
    {
      id: 'sends-an-old-one',
      cwe: 'CWE-294',
      proves: 'A command that was heard before others is not obeyed again.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key of the second gate');
        const first = world.integer(10_000, 60_000);
        const old = command(key, first, 'lift');
        for (const sent of [old, command(key, first + 1, 'lift'), command(key, first + 2, 'lift')]) {
          if (!(await obeys(subject, key, sent, 'lift'))) return;
        }
        if (await obeys(subject, key, old, 'lift')) harm('An old command was obeyed again.', old);
      },
    },
    {
      id: 'respells-it',
      cwe: 'CWE-294',
      proves: 'A command that was heard is not obeyed again in another spelling.',
      separates: ['insecure-4'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key of the third gate');
        const serial = world.integer(10_000, 60_000);
        const sent = command(key, serial, 'lift');
        if (!(await obeys(subject, key, sent, 'lift'))) return;
        const signature = sent.split(':')[2] ?? '';
        const spellings = [
          `${serial}:lift:${signature.toUpperCase()}`,
          `${sent} `,
          `${sent}\n`,
          ` ${sent}`,
          `0${sent}`,
          `+${sent}`,
          `${sent}:`,
          `${sent}00`,
        ];
        for (const spelling of spellings) {
          if (await obeys(subject, key, spelling, 'lift')) harm('A command was obeyed twice, in two spellings.', spelling);
        }
      },
    },
  ],
});
