import { defineTests, type Ended, type Harm, type JsonValue, type Subject } from 'fathom/testing';

type Order = readonly (readonly [price: number, count: number])[];

const ask = (subject: Subject, order: Order): Promise<Ended<JsonValue>> =>
  subject.call(
    'order_total',
    order.map(([price]) => price),
    order.map(([, count]) => count),
  );

const costOf = (order: Order): bigint => order.reduce((sum, [price, count]) => sum + BigInt(price) * BigInt(count), 0n);

const most = 2_147_483_647;

/** Orders that cost more than the answer can hold: any price for them is a wrong one. */
const cheap = async (subject: Subject, order: Order, harm: Harm): Promise<void> => {
  const got = await ask(subject, order);
  const evidence = `prices × counts: ${JSON.stringify(order)}`;
  if (got.ended === 'answered' && got.value !== -2 && got.value !== -1)
    harm(`An order that costs ${costOf(order)} cents was charged ${JSON.stringify(got.value)}.`, evidence);
};

export const tests = defineTests({
  cases: [
    {
      id: 'adds-up-orders',
      kind: 'normal',
      proves: 'Prices times counts are added up.',
      separates: ['stub', 'overblocking-2'],
      async run({ subject, world, expect }) {
        for (const items of [1, 2, 5, 30]) {
          const order: Order = Array.from({ length: items }, () => [world.integer(1, 20_000), world.integer(1, 40)]);
          expect.equal(expect.value(await ask(subject, order)), Number(costOf(order)), `an order with ${items} items`);
        }
      },
    },
    {
      id: 'takes-large-and-empty-orders',
      kind: 'edge',
      proves: 'No items, free items, no pieces, and totals up to the largest number are right.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const rest = world.integer(1, 1_000_000);
        const orders: readonly Order[] = [
          [],
          [[0, world.integer(1, 99)]],
          [[world.integer(1, 99), 0]],
          [[most, 1]],
          [
            [most - rest, 1],
            [1, rest],
          ],
          [
            [most, 0],
            [46_340, 46_340],
          ],
        ];
        for (const order of orders) expect.equal(expect.value(await ask(subject, order)), Number(costOf(order)), JSON.stringify(order));
      },
    },
    {
      id: 'refuses-bad-orders',
      kind: 'error',
      proves: 'Arrays of different lengths and negative numbers are refused.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const price = world.integer(1, 9999);
        expect.equal(expect.value(await subject.call('order_total', [price, price], [1])), -1, 'a count is lacking');
        expect.equal(expect.value(await subject.call('order_total', [], [1])), -1, 'the prices are lacking');
        expect.equal(
          expect.value(
            await ask(subject, [
              [price, 2],
              [price, -1],
            ]),
          ),
          -2,
          'a negative count',
        );
        expect.equal(expect.value(await ask(subject, [[-price, 2]])), -2, 'a negative price');
      },
    },
  ],
  exploits: [
    {
      id: 'one-item-too-dear',
      cwe: 'CWE-190',
      proves: 'One price times its count is more than 32 bits hold, and wraps to a small or negative total.',
      separates: ['insecure', 'insecure-2', 'insecure-3'],
      async run({ subject, world, harm }) {
        await cheap(subject, [[65_536, 65_536]], harm);
        await cheap(subject, [[world.integer(50_000, 60_000), world.integer(50_000, 90_000)]], harm);
        await cheap(
          subject,
          [
            [world.integer(1, 99), 1],
            [most, world.integer(2, 9)],
          ],
          harm,
        );
        await cheap(subject, [[most, 3]], harm);
      },
    },
    {
      id: 'many-items-too-dear',
      cwe: 'CWE-190',
      proves: 'Items that are each within 32 bits add up to more than 32 bits hold.',
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      async run({ subject, world, harm }) {
        await cheap(
          subject,
          [
            [most, 1],
            [world.integer(1, 999), 1],
          ],
          harm,
        );
        await cheap(
          subject,
          Array.from({ length: 3 }, () => [world.integer(1_000_000_000, 2_000_000_000), 1] as const),
          harm,
        );
        await cheap(
          subject,
          [
            [most, 1],
            [most, 1],
            [2 + world.integer(0, 99), 1],
          ],
          harm,
        );
      },
    },
    {
      id: 'total-too-dear-for-64-bits',
      cwe: 'CWE-190',
      proves: 'The total passes 64 bits before it is looked at.',
      separates: ['insecure', 'insecure-2', 'evasive', 'insecure-5'],
      async run({ subject, world, harm }) {
        const dear = (items: number): Order => Array.from({ length: items }, () => [most, most - world.integer(0, 9)]);
        // The square of the largest number is 1 in 32 bits.
        await cheap(
          subject,
          Array.from({ length: world.integer(3, 9) }, () => [most, most] as const),
          harm,
        );
        await cheap(subject, dear(3), harm);
        // Four times that square and 16 times 2 to the power of 30 are 4 in 64 bits.
        const [square, rest] = [[most, most] as const, [1_073_741_824, 16] as const];
        await cheap(subject, [square, square, square, square, rest, [world.integer(1, 99), 1]], harm);
        await cheap(subject, dear(world.integer(4, 9)), harm);
      },
    },
  ],
});
