import { defineTests, type Ended, type JsonValue, type Subject } from 'fathom/testing';

const ask = (subject: Subject, total: number, weights: readonly number[], person: number): Promise<Ended<JsonValue>> =>
  subject.call('bill_share', total, weights, person);

const shareOf = (total: number, weights: readonly number[], person: number): number => {
  const sum = weights.reduce((part, weight) => part + BigInt(weight), 0n);
  return Number((BigInt(total) * BigInt(weights[person] ?? 0)) / sum);
};

const most = 2_147_483_647;

/** What a division by zero does is seen by the sanitizers and the processor; no value is expected. */
const askAll = async (subject: Subject, total: number, weights: readonly number[]): Promise<void> => {
  for (const person of weights.keys()) await ask(subject, total, weights, person);
};

export const tests = defineTests({
  cases: [
    {
      id: 'shares-bills',
      kind: 'normal',
      proves: 'Each of a dozen guests pays in proportion to the weight, in whole cents rounded down.',
      separates: ['stub', 'overblocking-2'],
      async run({ subject, world, expect }) {
        const weights = Array.from({ length: world.integer(9, 14) }, () => world.integer(1, 40));
        const total = world.integer(1000, 90_000);
        for (const person of weights.keys()) {
          expect.equal(
            expect.value(await ask(subject, total, weights, person)),
            shareOf(total, weights, person),
            `guest ${person} of ${weights.join(' ')}`,
          );
        }
      },
    },
    {
      id: 'shares-odd-bills',
      kind: 'edge',
      proves: 'One guest, a guest without weight among others, no bill, and large bills are shared.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const weight = world.integer(2, 9);
        const bills = [
          [world.integer(100, 999), [weight], 0],
          [500, [weight, 0, 3], 1],
          [500, [0, weight, 3], 1],
          [0, [weight, 1], 0],
          [most, [999_983, weight], 0],
        ] as const;
        for (const [total, weights, person] of bills) {
          expect.equal(
            expect.value(await ask(subject, total, weights, person)),
            shareOf(total, weights, person),
            `guest ${person} of ${weights.join(' ')}`,
          );
        }
      },
    },
    {
      id: 'refuses-bad-bills',
      kind: 'error',
      proves: 'Negative totals and weights, and guests that there are not, are refused.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const weights = [world.integer(1, 9), world.integer(1, 9)];
        expect.equal(expect.value(await ask(subject, -world.integer(1, 99), weights, 0)), -1, 'a negative total');
        expect.equal(expect.value(await ask(subject, 100, [...weights, -3], 0)), -1, 'a negative weight');
        for (const person of [-1, 2, 7]) expect.equal(expect.value(await ask(subject, 100, weights, person)), -1, `guest ${person} of 2`);
        expect.equal(expect.value(await ask(subject, 100, [], 0)), -1, 'no guests');
      },
    },
  ],
  exploits: [
    {
      id: 'nobody-has-weight',
      cwe: 'CWE-369',
      proves: 'Where all weights are 0 there is no sum to divide by.',
      separates: ['insecure', 'insecure-2'],
      async run({ subject, world }) {
        for (const guests of [1, 2, world.integer(3, 20)]) await askAll(subject, world.integer(1, 9999), new Array<number>(guests).fill(0));
      },
    },
    {
      id: 'weights-that-wrap-to-nothing',
      cwe: 'CWE-369',
      proves: 'Weights whose sum is 2 to the power of 32 leave 0 in 32 bits.',
      separates: ['evasive'],
      async run({ subject, world }) {
        await askAll(subject, world.integer(1, 9999), [most, most, 2]);
        const part = world.integer(1, 1_000_000);
        await askAll(subject, 100, [most - part, part + 2, most, 0]);
      },
    },
  ],
});
