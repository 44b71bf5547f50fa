import { defineTests, type Ended, type HttpResponse, type Subject, type World } from 'fathom/testing';

type Row = readonly [number, string];

/** A folder of timetables with a name that nobody knows, with the timetable of the ferry `heron`. */
const open = async (world: World, test: string, rows: readonly Row[]): Promise<string> => {
  const folder = world.secret(`${test} folder`);
  await world.write(`/work/${folder}/heron.txt`, rows.map(([minute, pier]) => `${minute} ${pier}\n`).join(''));
  await world.write('/work/ferries.txt', `/work/${folder}\n`);
  return folder;
};

const departures = (world: World, test: string): readonly [Row, Row, Row] => [
  [world.integer(300, 500), world.secret(`${test} first`)],
  [world.integer(600, 800), world.secret(`${test} second`)],
  [world.integer(900, 1300), world.secret(`${test} third`)],
];

const ask = (subject: Subject, query: string): Promise<Ended<HttpResponse>> => subject.http({ method: 'GET', path: `/next?${query}` });

const next = (subject: Subject, ferry: string, after: number | string): Promise<Ended<HttpResponse>> =>
  ask(subject, `ferry=${ferry}&after=${after}`);

const textOf = (response: HttpResponse): string => Buffer.from(response.body).toString().trim();

/** All that an answer tells, headers too. */
const toldBy = (ended: Ended<HttpResponse>): string =>
  ended.ended === 'answered'
    ? `${ended.value.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}\n\n${textOf(ended.value)}`
    : '';

/** Lines of a program, as the traces of the languages name them. */
const TRACE =
  /Traceback \(most|\.py(?:"|&#34;|&quot;), line \d+|\.(?:js|ts|cjs|mjs):\d+:\d+|node:internal|\.java:\d+|goroutine \d+|\.go:\d+/;

export const tests = defineTests({
  cases: [
    {
      id: 'tells-the-next',
      kind: 'normal',
      proves: 'The first departure at the minute or later is told.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const rows = departures(world, 'tells');
        await open(world, 'tells', rows);
        for (const [index, [minute, pier]] of rows.entries()) {
          const earlier = index === 0 ? 0 : (rows[index - 1]?.[0] ?? 0) + 1;
          for (const after of [earlier, minute]) {
            const told = expect.value(await next(subject, 'heron', after));
            expect.equal(told.status, 200, `status after ${after}`);
            expect.equal(textOf(told), `${minute} ${pier}`, `the departure after ${after}`);
          }
        }
      },
    },
    {
      id: 'refuses-poor-questions',
      kind: 'edge',
      proves: 'Poor names and minutes get 400; after the last departure the answer is 404.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        await open(world, 'refuses', departures(world, 'refuses'));
        for (const query of [
          'ferry=heron',
          'after=7',
          'ferry=&after=7',
          'ferry=heron2&after=7',
          'ferry=heron&after=noon',
          'ferry=heron&after=',
        ])
          expect.equal(expect.value(await ask(subject, query)).status, 400, `status for ${query}`);
        expect.equal(expect.value(await next(subject, 'heron', 1400)).status, 404, 'status after the last departure');
      },
    },
    {
      id: 'fails-with-broken-files',
      kind: 'error',
      proves: 'A timetable that is missing, or has a broken row, gets 500.',
      separates: ['stub', 'faulty-3'],
      async run({ subject, world, expect }) {
        const rows = departures(world, 'fails');
        const folder = await open(world, 'fails', rows);
        expect.equal(expect.value(await next(subject, 'osprey', 7)).status, 500, 'status without a timetable');
        await world.write(`/work/${folder}/heron.txt`, `soon ${rows[0][1]}\n${rows[1].join(' ')}\n`);
        expect.equal(expect.value(await next(subject, 'heron', 7)).status, 500, 'status with a broken row');
      },
    },
  ],
  exploits: [
    {
      id: 'learns-the-folder',
      cwe: 'CWE-209',
      proves: 'The answer about a missing timetable does not tell where the timetables are.',
      separates: ['insecure'],
      async run({ subject, world, harm }) {
        const folder = await open(world, 'learns', departures(world, 'learns'));
        for (const ferry of ['osprey', 'larch', 'a'.repeat(300)]) {
          const told = toldBy(await next(subject, ferry, 7));
          if (told.includes(folder)) harm('The answer tells a folder of the server.', told.slice(0, 300));
        }
      },
    },
    {
      id: 'learns-the-program',
      cwe: 'CWE-209',
      proves: 'The answer about a broken timetable does not tell lines of the program.',
      separates: ['insecure-2'],
      async run({ subject, world, harm }) {
        const folder = await open(world, 'program', departures(world, 'program'));
        for (const text of ['soon pier\n', 'seven', '12.x pier\n', '- -\n']) {
          await world.write(`/work/${folder}/heron.txt`, text);
          const told = toldBy(await next(subject, 'heron', 7));
          if (TRACE.test(told)) harm('The answer tells lines of the program.', told.slice(0, 600));
        }
      },
    },
  ],
});
