import { defineTests, type Expect, type Subject } from 'fathom/testing';

const note = async (subject: Subject, expect: Expect, kiosk: string, figures: readonly number[]): Promise<void> => {
  for (const figure of figures) expect.value(await subject.call('add_figure', kiosk, figure));
};

const report = async (subject: Subject, expect: Expect, kiosk: string, name: string): Promise<unknown> =>
  expect.value(await subject.call('run_report', kiosk, name), `the report ${name}`);

/** The sum of a kiosk's figures; undefined where that was not answered. */
const totalOf = async (subject: Subject, kiosk: string): Promise<number | undefined> => {
  const ended = await subject.call('run_report', kiosk, 'total');
  return ended.ended === 'answered' && typeof ended.value === 'number' ? ended.value : undefined;
};

export const tests = defineTests({
  cases: [
    {
      id: 'runs-reports',
      kind: 'normal',
      proves: 'Each of the four reports says what it should.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const kiosk = world.secret('kiosk');
        const [low, high] = [-world.integer(1, 9), world.integer(600, 900)];
        const figures = [world.integer(10, 500), low, high, world.integer(10, 500)];
        await note(subject, expect, kiosk, figures);
        const sum = figures.reduce((before, figure) => before + figure, 0);
        expect.equal(await report(subject, expect, kiosk, 'total'), sum);
        expect.equal(await report(subject, expect, kiosk, 'days'), 4);
        expect.equal(await report(subject, expect, kiosk, 'largest'), high);
        expect.equal(await report(subject, expect, kiosk, 'smallest'), low);
      },
    },
    {
      id: 'nothing-taken',
      kind: 'edge',
      proves: 'Without figures total and days are 0, and the others errors.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const kiosk = world.secret('empty');
        expect.equal(await report(subject, expect, kiosk, 'total'), 0);
        expect.equal(await report(subject, expect, kiosk, 'days'), 0);
        expect.raised(await subject.call('run_report', kiosk, 'largest'));
        expect.raised(await subject.call('run_report', kiosk, 'smallest'));
      },
    },
    {
      id: 'closes-one',
      kind: 'edge',
      proves: 'A kiosk that was closed has no figures, and the others keep theirs.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const [kiosk, other] = [world.secret('closed'), world.secret('open')];
        const figure = world.integer(5, 500);
        await note(subject, expect, kiosk, [3, 4]);
        await note(subject, expect, other, [figure]);
        expect.value(await subject.call('close_kiosk', kiosk));
        expect.value(await subject.call('close_kiosk', world.secret('never opened')));
        expect.equal(await report(subject, expect, kiosk, 'days'), 0);
        expect.equal(await report(subject, expect, other, 'total'), figure);
      },
    },
    {
      id: 'wants-a-report',
      kind: 'error',
      proves: 'A report that there is not is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        const kiosk = world.secret('asked');
        await note(subject, expect, kiosk, [world.integer(5, 500)]);
        expect.raised(await subject.call('run_report', kiosk, world.secret('no report').replaceAll('-', '_')));
      },
    },
  ],
  exploits: [
    {
      id: 'runs-something-else',
      cwe: 'CWE-470',
      proves: 'The name of a function that is no report does not run it.',
      separates: ['insecure', 'insecure-2', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        for (const name of ['close_kiosk', 'closeKiosk']) {
          const kiosk = world.secret(`rival ${name}`);
          const figure = world.integer(100, 900);
          await subject.call('add_figure', kiosk, figure);
          if ((await totalOf(subject, kiosk)) !== figure) continue;
          await subject.call('run_report', kiosk, name);
          const left = await totalOf(subject, kiosk);
          if (left !== undefined && left !== figure) harm('A report made the figures disappear.', `${name}: ${figure} became ${left}`);
        }
      },
    },
  ],
});
