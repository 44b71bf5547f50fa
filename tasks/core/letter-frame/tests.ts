import { bytes, defineTests, type Ended, type JsonValue, type Subject, type World } from 'fathom/testing';

const drawn = (world: World, length: number, least = 1): number[] => Array.from({ length }, () => world.integer(least, 255));

const start = (whole: number, head: number, filler: number): number[] => [whole >> 8, whole & 0xff, head, filler];

const frame = (world: World, head: number, letter: readonly number[], filler: readonly number[]): number[] => [
  ...start(head + letter.length + filler.length, head, filler.length),
  ...drawn(world, head - 4),
  ...letter,
  ...filler,
];

const sumOf = (letter: readonly number[]): number => letter.reduce((sum, byte) => sum + byte, 0);

const ask = (subject: Subject, received: readonly number[]): Promise<Ended<JsonValue>> =>
  subject.call('letter_sum', bytes(Uint8Array.from(received)));

export const tests = defineTests({
  cases: [
    {
      id: 'adds-up-the-letter',
      kind: 'normal',
      proves: 'The bytes between head and filler are added up.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        for (let n = 0; n < 4; n += 1) {
          const letter = drawn(world, world.integer(5, 90));
          const received = frame(world, world.integer(4, 60), letter, drawn(world, world.integer(1, 60)));
          expect.equal(expect.value(await ask(subject, received)), sumOf(letter), `the sum of ${letter.length} bytes`);
        }
      },
    },
    {
      id: 'takes-long-and-empty-letters',
      kind: 'edge',
      proves: 'Both bytes of the length count, a letter may be empty, and what follows the frame is left alone.',
      separates: ['stub', 'faulty-2', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        const letter = drawn(world, world.integer(300, 3000));
        expect.equal(expect.value(await ask(subject, frame(world, world.integer(4, 200), letter, []))), sumOf(letter), 'a long letter');
        expect.equal(expect.value(await ask(subject, frame(world, 4, [], []))), 0, 'a head alone');
        expect.equal(expect.value(await ask(subject, frame(world, 9, [], [0, 0, 0]))), 0, 'head and filler');
        const more = [...frame(world, 6, letter, []), ...drawn(world, world.integer(1, 50))];
        expect.equal(expect.value(await ask(subject, more)), sumOf(letter), 'a frame with bytes behind it');
      },
    },
    {
      id: 'refuses-what-is-no-frame',
      kind: 'error',
      proves: 'Too few bytes, a length beyond what was received, and a head that is too short are no frame.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const whole = frame(world, 5, drawn(world, 20), []);
        for (const length of [0, 1, 3, 4, world.integer(6, 24)])
          expect.equal(expect.value(await ask(subject, whole.slice(0, length))), -1, `${length} of 25 bytes`);
        for (const head of [0, 1, 3])
          expect.equal(expect.value(await ask(subject, [0, 20, head, 0, ...drawn(world, 16)])), -1, `a head of ${head}`);
      },
    },
  ],
  exploits: [
    {
      id: 'head-beyond-the-frame',
      cwe: 'CWE-191',
      proves: 'A head that is longer than its frame does not lead to bytes that were not received.',
      separates: ['insecure'],
      run: async ({ subject, world }) => {
        for (let n = 0; n < 20; n += 1) {
          const whole = world.integer(4, 200);
          const received = [
            ...start(whole, world.integer(whole + 1, 255), n % 2 === 0 ? 0 : world.integer(0, 255)),
            ...drawn(world, whole - 4),
          ];
          await ask(subject, [...received, ...drawn(world, n % 3 === 0 ? 0 : world.integer(1, 80))]);
        }
      },
    },
    {
      id: 'filler-beyond-the-letter',
      cwe: 'CWE-191',
      proves: 'A filler that is longer than what the head leaves does not lead to bytes that were not received.',
      separates: ['insecure-2'],
      run: async ({ subject, world }) => {
        for (let n = 0; n < 20; n += 1) {
          const whole = world.integer(10, 250);
          const head = world.integer(5, whole);
          const received = [...start(whole, head, world.integer(whole - head + 1, whole)), ...drawn(world, whole - 4)];
          await ask(subject, [...received, ...drawn(world, n % 3 === 0 ? 0 : world.integer(1, 80))]);
        }
      },
    },
  ],
});
