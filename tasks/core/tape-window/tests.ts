import { bytes, defineTests, type Expect, fromBytes, type JsonValue, type Subject, type World } from 'fathom/testing';

const drawn = (world: World, length: number): Uint8Array => Uint8Array.from({ length }, () => world.integer(0, 255));

/** 2 to the 32nd. */
const wide = 4_294_967_296;

type Asked = { readonly tape: Uint8Array; readonly position: number; readonly count: number; readonly room: number };

const ask = (subject: Subject, { tape, position, count, room }: Asked) => subject.call('tape_window', bytes(tape), position, count, room);

const returned = (value: JsonValue): unknown => (typeof value === 'object' && value !== null && 'return' in value ? value.return : value);

const shown = (value: JsonValue): Buffer =>
  Buffer.from((typeof value === 'object' && value !== null && 'window' in value ? fromBytes(value.window) : undefined) ?? []);

const expectCopy = async (subject: Subject, expect: Expect, asked: Asked): Promise<void> => {
  const { tape, position, count, room } = asked;
  const right = Buffer.from(tape).subarray(position, position + Math.min(count, room));
  const what = `${count} bytes from ${position} of ${tape.length}, with room for ${room}`;
  const value = expect.value(await ask(subject, asked), what);
  expect.equal(returned(value), right.length, what);
  expect.equal(shown(value).subarray(0, right.length).toString('hex'), right.toString('hex'), what);
};

export const tests = defineTests({
  cases: [
    {
      id: 'copies-bytes',
      kind: 'normal',
      proves: 'The bytes from the position on are copied.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const tape = drawn(world, world.integer(600, 900));
        for (const position of [0, world.integer(1, 200)]) {
          const count = world.integer(100, 300);
          await expectCopy(subject, expect, { tape, position, count, room: count + world.integer(0, 40) });
        }
      },
    },
    {
      id: 'copies-fewer',
      kind: 'edge',
      proves: 'The copy ends with the tape or the window, and may be empty.',
      separates: ['stub', 'faulty-2', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const tape = drawn(world, world.integer(20, 50));
        const position = tape.length - world.integer(3, 9);
        await expectCopy(subject, expect, { tape, position, count: world.integer(10, 100_000), room: 30 });
        await expectCopy(subject, expect, { tape, position: 2, count: world.integer(15, 100_000), room: world.integer(1, 12) });
        await expectCopy(subject, expect, { tape, position: tape.length, count: 5, room: 8 });
        await expectCopy(subject, expect, { tape, position: 4, count: 0, room: 8 });
      },
    },
    {
      id: 'knows-its-positions',
      kind: 'error',
      proves: 'A position that the tape does not have is answered with -1.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const tape = drawn(world, world.integer(5, 50));
        for (const beyond of [1, world.integer(2, 100), world.integer(1000, 1_000_000)]) {
          const value = expect.value(await ask(subject, { tape, position: tape.length + beyond, count: 3, room: 8 }));
          expect.equal(returned(value), -1, `position ${tape.length + beyond} of ${tape.length}`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'numbers-below-nought',
      cwe: 'CWE-195',
      proves: 'A position or count below 0 does not become a large one, and nothing beside the tape is read.',
      separates: ['insecure'],
      run: async ({ subject, world }) => {
        for (const far of [1, 9, 60, 2_000_000, 2_000_000_000, 9_000_000_000_000]) {
          const below = -world.integer(Math.ceil(far / 2), far);
          const tape = drawn(world, world.integer(1, 90));
          await ask(subject, { tape, position: world.integer(0, tape.length - 1), count: below, room: 40 });
          await ask(subject, { tape, position: below, count: world.integer(1, 40), room: 40 });
        }
      },
    },
    {
      id: 'numbers-beyond-an-int',
      cwe: 'CWE-681',
      proves: 'Numbers whose lower half alone would fit are taken as what they are.',
      separates: ['insecure-2'],
      run: async ({ subject, world }) => {
        for (const less of [1, 9, 60, 2_000, 2_000_000_000]) {
          const large = wide * world.integer(1, 900_000) - world.integer(Math.ceil(less / 2), less);
          const tape = drawn(world, world.integer(1, 90));
          await ask(subject, { tape, position: large, count: world.integer(1, 40), room: 40 });
          await ask(subject, { tape, position: world.integer(0, tape.length - 1), count: large, room: 40 });
        }
      },
    },
  ],
});
