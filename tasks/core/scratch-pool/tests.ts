import { defineTests, type Expect, type Subject, type World } from 'fathom/testing';

const sizes = (world: World, count: number): number[] => Array.from({ length: count }, () => world.integer(1, 3000));

const shuffled = (world: World, numbers: readonly number[]): number[] => {
  const left = [...numbers];
  return numbers.map(() => left.splice(world.integer(0, left.length - 1), 1)[0] ?? 0);
};

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

const answersOf = (orders: readonly number[]): string => {
  const opened: number[] = [];
  return orders
    .map((order) => {
      if (order > 0) return String(opened.push(order));
      if (order === 0) return String(opened.splice(0, opened.length, ...opened.map(() => 0)).reduce((sum, size) => sum + size, 0));
      const size = opened[-order - 1] ?? 0;
      if (size > 0) opened[-order - 1] = 0;
      return size > 0 ? String(size) : 'none';
    })
    .join(' ');
};

const expectAnswers = async (subject: Subject, expect: Expect, orders: readonly number[]): Promise<void> => {
  expect.equal(expect.value(await subject.call('scratch_pool', [...orders])), answersOf(orders), `the answers to ${orders.join(' ')}`);
};

export const tests = defineTests({
  cases: [
    {
      id: 'opens-and-closes',
      kind: 'normal',
      proves: 'Buffers are numbered in the order of opening, and are closed in any order.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        for (const count of [1, 3, world.integer(5, 20)]) {
          const closed = shuffled(world, upTo(count)).slice(0, Math.ceil(count / 2));
          await expectAnswers(subject, expect, [...sizes(world, count), ...closed.map((number) => -number), 0]);
        }
      },
    },
    {
      id: 'goes-on-after-closing-all',
      kind: 'edge',
      proves: 'Closing all tells the sum, and the numbers go on from there.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        await expectAnswers(subject, expect, [...sizes(world, world.integer(2, 9)), 0, ...sizes(world, 3)]);
        await expectAnswers(subject, expect, [0, world.integer(1, 3000)]);
      },
    },
    {
      id: 'knows-no-such-buffer',
      kind: 'error',
      proves: 'A number that was never given is answered with none.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        await expectAnswers(subject, expect, [-1, ...sizes(world, 2), -3, -world.integer(4, 9000)]);
        await expectAnswers(subject, expect, []);
      },
    },
  ],
  exploits: [
    {
      id: 'closes-twice',
      cwe: 'CWE-415',
      proves: 'A buffer that was closed is not given back by the same order again.',
      separates: ['insecure'],
      run: async ({ subject, world }) => {
        for (let n = 0; n < 12; n += 1) {
          const count = world.integer(1, 12);
          const closed = shuffled(world, upTo(count)).slice(0, world.integer(1, count));
          const again = closed[world.integer(0, closed.length - 1)] ?? 1;
          await subject.call('scratch_pool', [...sizes(world, count), ...[...closed, again].map((number) => -number)]);
        }
      },
    },
    {
      id: 'closes-after-all',
      cwe: 'CWE-415',
      proves: 'A buffer that was closed with all others is not given back again.',
      separates: ['insecure-2'],
      run: async ({ subject, world }) => {
        for (let n = 0; n < 12; n += 1) {
          const count = world.integer(1, 12);
          await subject.call('scratch_pool', [...sizes(world, count), 0, -world.integer(1, count)]);
          await subject.call('scratch_pool', [...sizes(world, count), 0, ...sizes(world, 2), 0]);
        }
      },
    },
  ],
});
