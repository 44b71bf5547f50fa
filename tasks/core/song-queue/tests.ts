import { defineTests, type Expect, type Subject, type World } from 'fathom/testing';

/** Numbers that differ from each other. */
const songs = (world: World, count: number): number[] => {
  const first = world.integer(1, 5000);
  return Array.from({ length: count }, (_, n) => first + 7 * n + world.integer(0, 6));
};

const nexts = (count: number): number[] => Array.from({ length: count }, () => 0);

const answersOf = (wishes: readonly number[]): string => {
  let played: number[] = [];
  let waiting: number[] = [];
  const answers: number[] = [];
  for (const wish of wishes) {
    if (wish > 0) waiting.push(wish);
    else if (wish < 0) {
      played = played.filter((song) => song !== -wish);
      waiting = waiting.filter((song) => song !== -wish);
    } else {
      const [next, ...rest] = waiting;
      answers.push(next ?? 0);
      if (next !== undefined) played.push(next);
      waiting = rest;
    }
  }
  return answers.join(' ');
};

const expectAnswers = async (subject: Subject, expect: Expect, wishes: readonly number[]): Promise<void> => {
  expect.equal(expect.value(await subject.call('song_queue', [...wishes])), answersOf(wishes), `the answers to ${wishes.join(' ')}`);
};

export const tests = defineTests({
  cases: [
    {
      id: 'plays-in-order',
      kind: 'normal',
      proves: 'Songs are played in the order in which they came, however many there are.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const many = songs(world, world.integer(80, 200));
        await expectAnswers(subject, expect, [...many, ...nexts(many.length)]);
        await expectAnswers(
          subject,
          expect,
          songs(world, 20).flatMap((song, n) => (n > 4 ? [song, 0] : [song])),
        );
      },
    },
    {
      id: 'strikes-songs',
      kind: 'edge',
      proves: 'Every song of a number is struck, neighbours too, and the others are played.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const [a = 1, b = 2, c = 3, d = 4] = songs(world, 4);
        await expectAnswers(subject, expect, [a, b, b, c, b, d, -b, ...nexts(3)]);
        await expectAnswers(subject, expect, [a, b, c, a, d, 0, 0, -a, 0, 0]);
      },
    },
    {
      id: 'runs-out-of-songs',
      kind: 'edge',
      proves: 'Without a further song the answer is 0, and a song that comes later is played.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const [a = 1, b = 2, c = 3] = songs(world, 3);
        await expectAnswers(subject, expect, [0, a, 0, 0, 0, b, 0, -c, 0]);
        await expectAnswers(subject, expect, [-a, a]);
      },
    },
  ],
  exploits: [
    {
      id: 'strikes-what-is-playing',
      cwe: 'CWE-416',
      proves: 'The song that is playing is struck, and the next one is found all the same.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world }) => {
        for (let n = 0; n < 12; n += 1) {
          const all = songs(world, world.integer(2, 30));
          const played = world.integer(1, all.length - 1);
          const playing = all[played - 1] ?? 1;
          await subject.call('song_queue', [...all, ...nexts(played), -playing, ...nexts(world.integer(1, 3))]);
        }
      },
    },
    {
      id: 'strikes-the-last',
      cwe: 'CWE-416',
      proves: 'The last song is struck, and further songs are put behind those that are left.',
      separates: ['insecure-2', 'insecure-3'],
      run: async ({ subject, world }) => {
        for (let n = 0; n < 12; n += 1) {
          const all = songs(world, world.integer(2, 30));
          const last = all[all.length - 1] ?? 1;
          await subject.call('song_queue', [...all, ...nexts(world.integer(0, all.length - 1)), -last, world.integer(9000, 10_000), 0, 0]);
        }
      },
    },
  ],
});
