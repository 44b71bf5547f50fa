import { bytes, defineTests, type Ended, type JsonValue, type Subject, type World } from 'fathom/testing';

const drawn = (world: World, length: number): number[] => Array.from({ length }, () => world.integer(1, 255));

const item = (world: World, shelf: number, weight: number, remark: number): number[] => [
  1,
  5 + remark,
  shelf,
  weight >> 8,
  weight & 0xff,
  ...drawn(world, remark),
];

const skip = (world: World, length: number): number[] => [2, length >> 8, length & 0xff, ...drawn(world, length - 3)];

const ask = (subject: Subject, listing: readonly number[], shelf: number): Promise<Ended<JsonValue>> =>
  subject.call('shelf_weight', bytes(Uint8Array.from(listing)), shelf);

export const tests = defineTests({
  cases: [
    {
      id: 'adds-up-a-shelf',
      kind: 'normal',
      proves: 'The weights of one shelf are added up, those of others are not.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const shelf = world.integer(10, 200);
        const weights = [world.integer(300, 60_000), world.integer(300, 60_000), world.integer(1, 200)];
        const mine = weights.flatMap((weight, n) => [
          ...item(world, shelf, weight, 7 * n),
          ...item(world, shelf + 1 + n, world.integer(1, 900), n),
        ]);
        const sum = weights.reduce((whole, weight) => whole + weight, 0);
        expect.equal(expect.value(await ask(subject, mine, shelf)), sum, 'the sum');
        expect.equal(expect.value(await ask(subject, mine, 5)), 0, 'a shelf without items');
      },
    },
    {
      id: 'passes-over-the-rest',
      kind: 'edge',
      proves: 'Skips are passed over, long ones too, and nothing is read behind the end.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const weight = world.integer(1, 200);
        const one = item(world, 9, weight, world.integer(0, 20));
        const listing = [...skip(world, 3), ...one, ...skip(world, world.integer(256, 3000)), ...one, 0, ...one];
        expect.equal(expect.value(await ask(subject, listing, 9)), 2 * weight, 'two items between skips');
        expect.equal(expect.value(await ask(subject, [0, ...one], 9)), 0, 'an end at once');
      },
    },
    {
      id: 'refuses-what-is-cut-off',
      kind: 'error',
      proves: 'An item or skip that is cut off, and one of another kind, are answered with -1.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const one = item(world, 9, world.integer(1, 200), world.integer(4, 20));
        for (const left of [1, 2, 4, 7])
          expect.equal(expect.value(await ask(subject, [...one, ...one.slice(0, left)], 9)), -1, `${left} bytes of an item`);
        for (const left of [1, 2, 9])
          expect.equal(expect.value(await ask(subject, [...one, ...skip(world, 12).slice(0, left)], 9)), -1, `${left} bytes of a skip`);
        expect.equal(expect.value(await ask(subject, [...one, world.integer(3, 255), 5, 9, 0, 1], 9)), -1, 'another kind');
      },
    },
  ],
  exploits: [
    {
      id: 'items-of-no-length',
      cwe: 'CWE-835',
      proves: 'An item that says it has no length does not keep the program reading it for ever.',
      separates: ['insecure'],
      timeoutIsHarm: true,
      run: async ({ subject, world }) => {
        for (let n = 0; n < 6; n += 1) {
          const before = n === 0 ? [] : [...item(world, 3, n, n), ...skip(world, world.integer(3, 40))];
          const ended = await ask(subject, [...before, 1, 0, ...drawn(world, world.integer(6, 60))], world.integer(0, 255));
          if (ended.ended === 'timeout') return;
        }
      },
    },
    {
      id: 'skips-of-no-length',
      cwe: 'CWE-835',
      proves: 'A skip that says it has no length does not keep the program reading it for ever.',
      separates: ['insecure-2'],
      timeoutIsHarm: true,
      run: async ({ subject, world }) => {
        for (let n = 0; n < 6; n += 1) {
          const before = n === 0 ? [] : [...item(world, 3, n, n), ...skip(world, world.integer(3, 40))];
          const ended = await ask(subject, [...before, 2, 0, 0, ...drawn(world, world.integer(6, 60))], world.integer(0, 255));
          if (ended.ended === 'timeout') return;
        }
      },
    },
  ],
});
