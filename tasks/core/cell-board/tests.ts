import { defineTests, type Ended, type Expect, type JsonValue, type Subject, type World } from 'fathom/testing';

type Move = readonly [number, number, number];

const ask = (subject: Subject, moves: readonly Move[]): Promise<Ended<JsonValue>> => subject.call('cell_board', moves.flat());

const word = (letters: number): string => 'abcdefghijklmnopqrstuvwxyz'.slice(0, letters);

const answersOf = (moves: readonly Move[]): string => {
  const cells = new Map<number, number | string>();
  return moves
    .flatMap(([kind, cell, value]) => {
      const held = cells.get(cell);
      if (kind === 1) cells.set(cell, value);
      if (kind === 2) cells.set(cell, word(value));
      if (kind < 3) return [];
      if (kind === 3) return [typeof held === 'string' ? held : 'none'];
      if (typeof held !== 'number') return ['none'];
      cells.set(cell, held + value);
      return [String(held + value)];
    })
    .join(' ');
};

const expectAnswers = async (subject: Subject, expect: Expect, moves: readonly Move[]): Promise<void> => {
  expect.equal(expect.value(await ask(subject, moves)), answersOf(moves), `the answers to ${moves.join(' ')}`);
};

const number = (world: World): number => world.integer(-600_000_000, 600_000_000);

export const tests = defineTests({
  cases: [
    {
      id: 'holds-numbers-and-words',
      kind: 'normal',
      proves: 'Words are shown and numbers are added to.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const first = world.integer(0, 7);
        await expectAnswers(subject, expect, [
          [1, first, number(world)],
          [2, first + 8, world.integer(2, 25)],
          [4, first, number(world)],
          [3, first + 8, 0],
          [4, first, number(world)],
          [2, 15 - first, 26],
          [3, 15 - first, 0],
        ]);
      },
    },
    {
      id: 'holds-one-thing-at-a-time',
      kind: 'edge',
      proves: 'What is put into a cell takes the place of what it held; an empty cell has neither.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const cell = world.integer(0, 15);
        await expectAnswers(subject, expect, [
          [3, cell, 0],
          [4, cell, 3],
          [1, cell, number(world)],
          [2, cell, 1],
          [3, cell, 0],
          [2, cell, 4],
          [3, cell, 0],
        ]);
        await expectAnswers(subject, expect, [
          [2, cell, 26],
          [1, cell, 7],
          [4, cell, world.integer(1, 90)],
        ]);
        await expectAnswers(subject, expect, []);
      },
    },
    {
      id: 'knows-its-moves',
      kind: 'error',
      proves: 'A move that is cut off, one that there is not, and a cell that there is not are errors.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        for (const moves of [
          [1, 2],
          [1, 2, 3, 4],
          [0, 1, 1],
          [world.integer(5, 900), 1, 1],
          [1, 16, 5],
          [3, -world.integer(1, 90), 0],
        ]) {
          const ended = await subject.call('cell_board', moves);
          if (subject.language === 'c') expect.equal(expect.value(ended), null, `the moves ${moves.join(' ')}`);
          else expect.raised(ended, `the moves ${moves.join(' ')}`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'shows-a-number',
      cwe: 'CWE-843',
      proves: 'A number is not taken for the place of a word.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world }) => {
        for (const most of [9000, 70_000, 900_000, 40_000_000, 1_900_000_000]) {
          const cell = world.integer(0, 15);
          await ask(subject, [
            [1, cell, world.integer(5000, most)],
            [3, cell, 0],
          ]);
          await ask(subject, [
            [1, cell, 1],
            [4, cell, world.integer(5000, most)],
            [3, cell, 0],
          ]);
        }
      },
    },
    {
      id: 'adds-to-a-word',
      cwe: 'CWE-843',
      proves: 'The place of a word is not changed by adding to it.',
      separates: ['insecure-2'],
      run: async ({ subject, world }) => {
        for (const most of [9000, 70_000, 900_000, 40_000_000, 1_900_000_000]) {
          const cell = world.integer(0, 15);
          const far = world.integer(5000, most);
          await ask(subject, [
            [2, cell, world.integer(1, 26)],
            [4, cell, far],
            [3, cell, 0],
          ]);
          await ask(subject, [
            [2, cell, world.integer(1, 26)],
            [4, cell, -far],
            [3, cell, 0],
          ]);
        }
      },
    },
  ],
});
