import { defineTests, type Ended, type Expect, fromBytes, type JsonValue, type Subject } from 'fathom/testing';

const ask = (subject: Subject, seats: readonly number[], capacity: number): Promise<Ended<JsonValue>> =>
  subject.call('seat_plan', seats, capacity);

const returned = (value: JsonValue): unknown => (typeof value === 'object' && value !== null && 'return' in value ? value.return : value);

const expectPlan = async (subject: Subject, expect: Expect, seats: readonly number[], capacity: number): Promise<void> => {
  const value = expect.value(await ask(subject, seats, capacity), `seats ${seats.join(' ')} of ${capacity}`);
  expect.equal(returned(value), new Set(seats).size, `taken seats among ${seats.join(' ')}`);
  const plan = typeof value === 'object' && value !== null && 'plan' in value ? fromBytes(value.plan) : undefined;
  const expected = Array.from({ length: capacity }, (_, at) => (seats.includes(at + 1) ? 'X' : '.')).join('');
  expect.equal(plan === undefined ? '' : Buffer.from(plan).subarray(0, capacity).toString(), expected, 'the plan');
};

export const tests = defineTests({
  cases: [
    {
      id: 'marks-seats',
      kind: 'normal',
      proves: 'Taken seats are marked in the order of the hall, whatever the order of the numbers.',
      separates: ['stub', 'overblocking-2'],
      async run({ subject, world, expect }) {
        const capacity = world.integer(12, 60);
        await expectPlan(subject, expect, [7, 3, world.integer(8, 12)], capacity);
        await expectPlan(subject, expect, [world.integer(2, 11)], 12);
        const first = world.integer(2, 9);
        const school = Array.from({ length: world.integer(25, 35) }, (_, at) => first + at);
        await expectPlan(subject, expect, [...school.slice(10), ...school.slice(0, 10)], 60);
      },
    },
    {
      id: 'marks-first-and-last',
      kind: 'edge',
      proves: 'The first and the last seat, seats named twice, an empty hall and a hall with one seat are right.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const capacity = world.integer(5, 300);
        await expectPlan(subject, expect, [1, capacity], capacity);
        await expectPlan(subject, expect, [2, 4, 2, 2, 4], capacity);
        await expectPlan(subject, expect, [], capacity);
        await expectPlan(subject, expect, [1], 1);
      },
    },
    {
      id: 'refuses-seats-far-off',
      kind: 'error',
      proves: 'Numbers far above those of the hall are refused.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const capacity = world.integer(5, 50);
        for (const seat of [capacity + 2, capacity + world.integer(3, 1000), 2_147_483_647]) {
          expect.equal(returned(expect.value(await ask(subject, [1, seat], capacity))), -1, `seat ${seat} of ${capacity}`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'seat-below-nought',
      cwe: 'CWE-129',
      proves: 'A negative number marks bytes before the plan.',
      separates: ['insecure', 'insecure-3'],
      async run({ subject, world }) {
        const capacity = world.integer(8, 40);
        for (const seat of [-1, -2, -5, -world.integer(6, 12), -100_000_000]) await ask(subject, [1, seat], capacity);
      },
    },
    {
      id: 'seat-nought',
      cwe: 'CWE-129',
      proves: 'The number 0 marks the byte before the plan.',
      separates: ['insecure', 'insecure-2'],
      async run({ subject, world }) {
        for (const capacity of [1, 16, world.integer(2, 200)]) await ask(subject, [0], capacity);
      },
    },
    {
      id: 'seat-behind-the-last',
      cwe: 'CWE-129',
      proves: 'The number after that of the last seat marks the byte behind the plan.',
      separates: ['evasive'],
      async run({ subject, world }) {
        for (const capacity of [1, 8, 16, 64, world.integer(2, 200)]) await ask(subject, [1, capacity + 1], capacity);
      },
    },
  ],
});
