import { createHash } from 'node:crypto';
import { bytes, defineTests, fromBytes, type Subject, type World } from 'fathom/testing';

const keyOf = (world: World, name: string): Buffer => createHash('sha256').update(world.secret(name)).digest();

const lock = async (subject: Subject, key: Buffer, text: string): Promise<Buffer> => {
  const ended = await subject.call('lock_note', bytes(key), text);
  const locked = ended.ended === 'answered' ? fromBytes(ended.value) : undefined;
  return Buffer.from(locked ?? []);
};

/** The text, or undefined where it was refused. */
const open = async (subject: Subject, key: Buffer, locked: Buffer): Promise<string | undefined> => {
  const ended = await subject.call('open_note', bytes(key), bytes(locked));
  return ended.ended === 'answered' && typeof ended.value === 'string' ? ended.value : undefined;
};

const flipped = (locked: Buffer, at: number): Buffer => {
  const changed = Buffer.from(locked);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
};

export const tests = defineTests({
  cases: [
    {
      id: 'gives-the-text-back',
      kind: 'normal',
      proves: 'A locked note opens again, and its text is not readable in it.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key');
        const text = `${world.secret('words')} – Möwen, ебб и течение, 灯台`;
        const locked = await lock(subject, key, text);
        expect.true(!locked.includes(text.slice(0, 20)), 'the text is not readable');
        expect.equal(expect.value(await subject.call('open_note', bytes(key), bytes(locked))), text);
      },
    },
    {
      id: 'takes-an-empty-note',
      kind: 'edge',
      proves: 'An empty note can be locked and opened.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key of nothing');
        const locked = await lock(subject, key, '');
        expect.true(locked.length > 0, 'something was returned');
        expect.equal(expect.value(await subject.call('open_note', bytes(key), bytes(locked))), '');
      },
    },
    {
      id: 'takes-a-long-note',
      kind: 'edge',
      proves: 'A note of 100,000 letters comes back whole.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const key = keyOf(world, 'key of much');
        const text = world.secret('line').padEnd(40, '.').repeat(2_500);
        const locked = await lock(subject, key, text);
        expect.equal(expect.value(await subject.call('open_note', bytes(key), bytes(locked))), text);
      },
    },
    {
      id: 'refuses-another-key',
      kind: 'error',
      proves: 'Another key is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        const locked = await lock(subject, keyOf(world, 'right key'), world.secret('kept'));
        expect.raised(await subject.call('open_note', bytes(keyOf(world, 'other key')), bytes(locked)));
      },
    },
  ],
  exploits: [
    {
      id: 'finds-equal-notes',
      cwe: 'CWE-329',
      proves: 'Locking a text twice gives different results, and so do the beginnings of alike texts.',
      separates: ['insecure'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key for twins');
        const text = `${world.secret('twin')} ${world.secret('twin sister')}`;
        const first = await lock(subject, key, text);
        const second = await lock(subject, key, text);
        if (first.length < 16 || (await open(subject, key, first)) !== text) return;
        if (first.equals(second)) harm('Two equal notes look equal when locked.', first.toString('hex').slice(0, 64));
        const longer = await lock(subject, key, `${text} and more`);
        if (longer.subarray(0, 64).equals(first.subarray(0, 64))) harm('Notes that begin alike look alike when locked.');
      },
    },
    {
      id: 'sees-patterns',
      cwe: 'CWE-327',
      proves: 'Equal parts of a note are not equal in the locked note.',
      separates: ['insecure-2'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key for patterns');
        const text = world.secret('wave').slice(0, 16).padEnd(16, '~').repeat(64);
        const locked = await lock(subject, key, text);
        if ((await open(subject, key, locked)) !== text) return;
        for (let shift = 0; shift < 16; shift += 1) {
          const seen = new Set<string>();
          for (let at = shift; at + 16 <= locked.length; at += 16) {
            const block = locked.subarray(at, at + 16).toString('hex');
            if (seen.has(block)) harm('A pattern of the text shows in the locked note.', block);
            seen.add(block);
          }
        }
      },
    },
    {
      id: 'changes-a-note',
      cwe: 'CWE-353',
      proves: 'A changed note does not open.',
      separates: ['insecure-3'],
      run: async ({ subject, world, harm }) => {
        const key = keyOf(world, 'key for changes');
        const text = `${world.secret('amount')} 1000 ${world.secret('name')}`;
        const locked = await lock(subject, key, text);
        if ((await open(subject, key, locked)) !== text) return;
        for (let at = 0; at < locked.length; at += 1) {
          const got = await open(subject, key, flipped(locked, at));
          if (got !== undefined && got !== text)
            harm('A note was changed while it was locked, and opened as if nothing had happened.', got);
        }
      },
    },
  ],
});
