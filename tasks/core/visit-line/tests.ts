import { defineTests, type Ended, type JsonValue, type Subject, type World } from 'fathom/testing';

const letters = 'abcdefghijklmnopqrstuvwxyz ABCDEFGHIJKLMNOPQRSTUVWXYZ.,!?-';

const text = (world: World, length: number): string => Array.from({ length }, () => letters[world.integer(0, letters.length - 1)]).join('');

const padded = (number: number): string => String(number).padStart(2, '0');

const ask = (subject: Subject, hour: number, minute: number, visitor: string, remark: string): Promise<Ended<JsonValue>> =>
  subject.call('visit_line', hour, minute, visitor, remark);

/** So many directives of these kinds, with words between them. */
const directives = (world: World, kinds: readonly string[], count: number): string =>
  Array.from({ length: count }, () => `${text(world, world.integer(0, 3))}%${kinds[world.integer(0, kinds.length - 1)]}`).join('');

export const tests = defineTests({
  cases: [
    {
      id: 'writes-a-line',
      kind: 'normal',
      proves: 'Time, visitor and remark stand in the line, whatever their length.',
      separates: ['stub', 'faulty', 'overblocking'],
      run: async ({ subject, world, expect }) => {
        for (const length of [world.integer(3, 30), world.integer(100, 200)]) {
          const [hour, minute] = [world.integer(10, 23), world.integer(10, 59)];
          const [visitor, remark] = [text(world, world.integer(3, 30)), text(world, length)];
          expect.equal(expect.value(await ask(subject, hour, minute, visitor, remark)), `${hour}:${minute} ${visitor}: ${remark}`);
        }
      },
    },
    {
      id: 'pads-the-time',
      kind: 'edge',
      proves: 'Hours and minutes below ten have a leading zero, from midnight on.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const [visitor, remark] = [text(world, world.integer(1, 20)), text(world, world.integer(1, 20))];
        for (const [hour = 0, minute = 0] of [
          [0, 0],
          [world.integer(1, 9), world.integer(1, 9)],
          [world.integer(1, 9), 59],
        ])
          expect.equal(
            expect.value(await ask(subject, hour, minute, visitor, remark)),
            `${padded(hour)}:${padded(minute)} ${visitor}: ${remark}`,
          );
      },
    },
    {
      id: 'knows-the-clock',
      kind: 'error',
      proves: 'Times that no clock shows are errors.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        for (const [hour = 0, minute = 0] of [
          [24, 0],
          [world.integer(25, 900), 5],
          [7, 60],
          [-1, 10],
          [12, -world.integer(1, 90)],
        ]) {
          const ended = await ask(subject, hour, minute, 'Ada', 'for the pumps');
          if (subject.language === 'c') expect.equal(expect.value(ended), null, `the time ${hour}:${minute}`);
          else expect.raised(ended, `the time ${hour}:${minute}`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'visitor-with-directives',
      cwe: 'CWE-134',
      proves: 'A visitor with directives for strings and counts does not make the program read or write elsewhere.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world }) => {
        for (const count of [6, 12, 25, 50]) {
          const remark = text(world, world.integer(10, 20));
          await ask(subject, 10, 30, directives(world, ['s', 'n', '9s', 'hn'], count), remark);
          await ask(subject, 10, 30, directives(world, ['s'], count), remark);
          await ask(subject, 10, 30, directives(world, ['n'], count), remark);
        }
      },
    },
    {
      id: 'remark-with-directives',
      cwe: 'CWE-134',
      proves: 'A remark with directives for numbers does not bring the memory into the line.',
      separates: ['insecure-2', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        for (let n = 0; n < 12; n += 1) {
          const remark = directives(world, ['p', 'lx', '#lx', '016lx', '3$p', '7$lx'], 1 + n);
          const ended = await ask(subject, 11, 45, text(world, world.integer(3, 20)), remark);
          const shown = ended.ended === 'answered' && typeof ended.value === 'string' ? /[0-9a-f]{9,}/.exec(ended.value)?.[0] : undefined;
          if (shown !== undefined) harm('The line shows what is in the memory of the program.', `${shown} for ${remark}`);
        }
      },
    },
  ],
});
