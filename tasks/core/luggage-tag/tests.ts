import { defineTests, type Expect, type Subject, type World } from 'fathom/testing';

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const small = 'abcdefghijklmnopqrstuvwxyz';

const drawn = (world: World, length: number, from: string): string =>
  Array.from({ length }, () => from[world.integer(0, from.length - 1)]).join('');

const part = (text: string, most: number): string => (text === '' ? '-' : text.slice(0, most).toUpperCase());

const expectLine = async (subject: Subject, expect: Expect, owner: string, town: string): Promise<void> => {
  const line = expect.value(await subject.call('luggage_tag', owner, town));
  expect.equal(line, `${part(owner, 20)} / ${part(town, 12)}`, `the line for '${owner}' and '${town}'`);
};

/** Lengths from all of the range, a few of each size. */
const lengths = (world: World): number[] => [80, 150, 300, 600, 1200, 2500, 6000].flatMap((most) => [world.integer(most / 2, most), most]);

export const tests = defineTests({
  cases: [
    {
      id: 'prints-a-line',
      kind: 'normal',
      proves: 'Owner and town come out in capitals; signs and digits stay.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        for (let n = 0; n < 4; n += 1) {
          const owner = `${drawn(world, world.integer(2, 6), small)} ${drawn(world, world.integer(3, 9), small + capitals)}`;
          await expectLine(subject, expect, owner, `${drawn(world, world.integer(3, 8), small)}-${world.integer(1, 99)}`);
        }
      },
    },
    {
      id: 'prints-the-beginning',
      kind: 'edge',
      proves: 'What fits exactly is printed whole, what is a little longer is cut.',
      separates: ['stub', 'faulty-2', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        await expectLine(subject, expect, drawn(world, 20, capitals), drawn(world, 12, capitals));
        for (let n = 0; n < 4; n += 1)
          await expectLine(subject, expect, drawn(world, world.integer(21, 30), capitals), drawn(world, world.integer(13, 24), capitals));
      },
    },
    {
      id: 'prints-a-dash',
      kind: 'edge',
      proves: 'A dash stands for what is empty.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const text = drawn(world, world.integer(1, 9), capitals);
        await expectLine(subject, expect, '', text);
        await expectLine(subject, expect, text, '');
        await expectLine(subject, expect, '', '');
      },
    },
  ],
  exploits: [
    {
      id: 'long-owner',
      cwe: 'CWE-121',
      proves: 'A long owner is not written behind the memory that was set aside for it.',
      separates: ['insecure'],
      run: async ({ subject, world }) => {
        for (const length of lengths(world))
          await subject.call('luggage_tag', drawn(world, length, capitals), drawn(world, world.integer(0, 12), small));
      },
    },
    {
      id: 'long-town',
      cwe: 'CWE-121',
      proves: 'A long town is not written behind the memory that was set aside for it.',
      separates: ['insecure-2'],
      run: async ({ subject, world }) => {
        for (const length of lengths(world))
          await subject.call('luggage_tag', drawn(world, world.integer(0, 20), small), drawn(world, length, capitals));
      },
    },
  ],
});
