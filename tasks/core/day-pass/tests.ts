import { defineTests, type Subject, type World } from 'fathom/testing';

/** A time far from zero, other for each test. */
const start = (world: World): number => 1_700_000_000 + world.integer(0, 90_000_000);

const issue = async (subject: Subject, visitor: string, now: number): Promise<string> => {
  const ended = await subject.call('issue_pass', visitor, now);
  return ended.ended === 'answered' && typeof ended.value === 'string' ? ended.value : '';
};

/** Whether the pass is accepted now, and under the right name. */
const admits = async (subject: Subject, pass: string, visitor: string, now: number): Promise<boolean> => {
  const ended = await subject.call('visitor_of', pass, now);
  return ended.ended === 'answered' && ended.value === visitor;
};

export const tests = defineTests({
  cases: [
    {
      id: 'names-the-holder',
      kind: 'normal',
      proves: 'A fresh pass names its visitor.',
      separates: ['stub', 'faulty-5'],
      run: async ({ subject, world, expect }) => {
        const visitor = `Prof. ${world.secret('reader')}, ${world.secret('place')}`;
        const now = start(world);
        const pass = expect.value(await subject.call('issue_pass', visitor, now));
        expect.true(typeof pass === 'string' && pass !== '', 'a code was returned');
        expect.equal(expect.value(await subject.call('visitor_of', String(pass), now + world.integer(1, 300))), visitor);
      },
    },
    {
      id: 'holds-to-its-end',
      kind: 'edge',
      proves: 'A pass is good until its last second.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, world, expect }) => {
        const visitor = world.secret('late reader');
        const now = start(world);
        const pass = String(expect.value(await subject.call('issue_pass', visitor, now)));
        expect.equal(expect.value(await subject.call('visitor_of', pass, now + 899)), visitor);
      },
    },
    {
      id: 'keeps-passes-apart',
      kind: 'edge',
      proves: 'A visitor can hold two passes, and returning one leaves the other.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, world, expect }) => {
        const visitor = world.secret('busy reader');
        const now = start(world);
        const first = String(expect.value(await subject.call('issue_pass', visitor, now)));
        const second = String(expect.value(await subject.call('issue_pass', visitor, now + 5)));
        expect.true(first !== second, 'the codes differ');
        expect.value(await subject.call('return_pass', second));
        expect.equal(expect.value(await subject.call('visitor_of', first, now + 10)), visitor);
      },
    },
    {
      id: 'passes-over-unknown-codes',
      kind: 'edge',
      proves: 'A code that was never issued names nobody, and can be returned without an error.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, world, expect }) => {
        const code = world.secret('never issued');
        expect.value(await subject.call('return_pass', code));
        expect.equal(expect.value(await subject.call('visitor_of', code, start(world))), '');
      },
    },
    {
      id: 'wants-a-name',
      kind: 'error',
      proves: 'An empty name is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('issue_pass', '', start(world)));
      },
    },
  ],
  exploits: [
    {
      id: 'comes-back-later',
      cwe: 'CWE-613',
      proves: 'A pass whose time is over names nobody.',
      separates: ['insecure', 'insecure-3'],
      run: async ({ subject, world, harm }) => {
        for (const late of [901, 901 + world.integer(10, 4_000), 86_400 * world.integer(2, 400)]) {
          const visitor = world.secret(`found pass ${late}`);
          const now = start(world);
          const pass = await issue(subject, visitor, now);
          if (pass === '' || !(await admits(subject, pass, visitor, now + 2))) continue;
          if (await admits(subject, pass, visitor, now + late)) harm(`A pass of 900 seconds was accepted after ${late} seconds.`);
        }
      },
    },
    {
      id: 'keeps-a-returned-pass',
      cwe: 'CWE-613',
      proves: 'A pass that was returned names nobody.',
      separates: ['insecure-2'],
      run: async ({ subject, world, harm }) => {
        const visitor = world.secret('kept pass');
        const now = start(world);
        const pass = await issue(subject, visitor, now);
        if (pass === '' || !(await admits(subject, pass, visitor, now + 2))) return;
        await subject.call('return_pass', pass);
        if (await admits(subject, pass, visitor, now + 3)) harm('A pass that had been returned was accepted.');
      },
    },
  ],
});
