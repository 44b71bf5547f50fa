import { defineTests, type Ended, type HttpResponse, type Subject } from 'fathom/testing';

/** A request with a key; without one where it is empty. */
const ask = (subject: Subject, key: string, method: string, path: string): Promise<Ended<HttpResponse>> =>
  subject.http({ method, path, headers: key === '' ? {} : { 'x-key': key } });

const textOf = (response: HttpResponse): string => Buffer.from(response.body).toString().trim();

const answerOf = (ended: Ended<HttpResponse>): string =>
  ended.ended === 'answered' && ended.value.status < 300 ? textOf(ended.value) : '';

const linesOf = (text: string): readonly string[] => text.split(/\r?\n/).filter((line) => line !== '');

const line = (name: string, role: string): string => `${name} ${role}`;

type Choir = { readonly path: string; readonly leader: string; readonly singer: string };

/** A choir of the leader ida and the singer bo, and their keys. */
const found = async (subject: Subject, choir: string): Promise<Choir> => {
  const path = `/choirs/${choir}`;
  const leader = answerOf(await ask(subject, '', 'POST', `/choirs?choir=${choir}&name=ida`));
  return { path, leader, singer: answerOf(await ask(subject, leader, 'PUT', `${path}/bo?role=singer`)) };
};

const rosterOf = async (subject: Subject, { path, leader }: Choir): Promise<readonly string[]> =>
  linesOf(answerOf(await ask(subject, leader, 'GET', path)));

/** What a stranger may try: somebody off the roster, somebody on it, and a singer made a leader. */
const changes = [
  ['DELETE', '/cy'],
  ['PUT', '/eve?role=leader'],
  ['PUT', '/bo?role=leader'],
] as const;

/** The roster before and after somebody tried to change it with their key. */
const tried = async (
  { subject, choir }: { readonly subject: Subject; readonly choir: Choir },
  key: string,
  wanted: readonly (readonly [string, string])[] = changes,
): Promise<{ readonly before: readonly string[]; readonly after: readonly string[] }> => {
  await ask(subject, choir.leader, 'PUT', `${choir.path}/cy?role=singer`);
  const before = await rosterOf(subject, choir);
  for (const [method, path] of wanted) await ask(subject, key, method, `${choir.path}${path}`);
  return { before, after: await rosterOf(subject, choir) };
};

const isChanged = ({ before, after }: { readonly before: readonly string[]; readonly after: readonly string[] }): boolean =>
  before.includes('cy singer') && after.includes('ida leader') && before.join() !== after.join();

export const tests = defineTests({
  cases: [
    {
      id: 'keeps-a-roster',
      kind: 'normal',
      proves: 'A leader founds a choir and adds singers, who read the roster.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const choir = world.secret('normal choir');
        const founded = expect.value(await ask(subject, '', 'POST', `/choirs?choir=${choir}&name=mia`));
        expect.equal(founded.status, 201, 'status of a new choir');
        const leader = textOf(founded);
        const keys = [leader];
        for (const name of ['zoe', 'bo']) {
          const added = expect.value(await ask(subject, leader, 'PUT', `/choirs/${choir}/${name}?role=singer`));
          expect.equal(added.status, 201, 'status of a new singer');
          keys.push(textOf(added));
        }
        expect.true(keys.every((key) => /^[\w-]{16,}$/.test(key)) && new Set(keys).size === 3, 'everybody gets a key of their own');
        for (const key of keys) {
          const read = expect.value(await ask(subject, key, 'GET', `/choirs/${choir}`));
          expect.equal(read.status, 200, 'status of the roster');
          expect.equal([...linesOf(textOf(read))], [line('bo', 'singer'), line('mia', 'leader'), line('zoe', 'singer')], 'the roster');
        }
      },
    },
    {
      id: 'hands-over',
      kind: 'edge',
      proves: 'A singer who is made a leader changes the roster, and takes off the one who founded the choir.',
      separates: ['stub', 'overblocking-2'],
      async run({ subject, world, expect }) {
        const { path, leader, singer } = await found(subject, world.secret('handed choir'));
        const made = expect.value(await ask(subject, leader, 'PUT', `${path}/bo?role=leader`));
        expect.equal(made.status, 200, 'status of a changed role');
        const added = expect.value(await ask(subject, singer, 'PUT', `${path}/cy?role=leader`));
        expect.equal(added.status, 201, 'status of a person added by the new leader');
        const removed = expect.value(await ask(subject, singer, 'DELETE', `${path}/ida`));
        expect.equal(removed.status, 200, 'status of a person taken off');
        expect.equal(expect.value(await ask(subject, leader, 'GET', path)).status, 401, 'status with the key of a person taken off');
        expect.equal(
          [...linesOf(answerOf(await ask(subject, textOf(added), 'GET', path)))],
          [line('bo', 'leader'), line('cy', 'leader')],
          'the roster',
        );
      },
    },
    {
      id: 'refuses-bad-requests',
      kind: 'error',
      proves: 'Choirs without a name, taken names, other roles, unknown keys and unknown people are refused.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const choir = await found(subject, world.secret('choir of errors'));
        const before = await rosterOf(subject, choir);
        for (const query of ['choir=x', 'choir=&name=ida', 'name=ida'])
          expect.equal(expect.value(await ask(subject, '', 'POST', `/choirs?${query}`)).status, 400, `status for ${query}`);
        const again = await ask(subject, '', 'POST', `/choirs?choir=${world.secret('choir of errors')}&name=eve`);
        expect.equal(expect.value(again).status, 409, 'status of a taken name');
        for (const query of ['', '?role=', '?role=guest'])
          expect.equal(
            expect.value(await ask(subject, choir.leader, 'PUT', `${choir.path}/cy${query}`)).status,
            400,
            `status for "${query}"`,
          );
        const gone = await ask(subject, choir.leader, 'DELETE', `${choir.path}/cy`);
        expect.equal(expect.value(gone).status, 404, 'status of a person who is not there');
        for (const key of ['', world.secret('unknown key')])
          expect.equal(expect.value(await ask(subject, key, 'GET', choir.path)).status, 401, 'status without a known key');
        expect.equal([...(await rosterOf(subject, choir))], [...before], 'the roster');
      },
    },
  ],
  exploits: [
    {
      id: 'singer-changes-the-roster',
      cwe: 'CWE-862',
      proves: 'A singer takes people off the roster, adds some, or becomes a leader.',
      separates: ['insecure', 'evasive', 'evasive-2'],
      async run({ subject, world, harm }) {
        const choir = await found(subject, world.secret('sung choir'));
        const rosters = await tried({ subject, choir }, choir.singer);
        if (isChanged(rosters)) harm('A singer changed the roster.', rosters.after.join(', '));
      },
    },
    {
      id: 'leader-of-another-choir-changes-it',
      cwe: 'CWE-863',
      proves: 'Who leads a choir of their own, under a name that is on this roster too, changes this one.',
      separates: ['insecure-2'],
      async run({ subject, world, harm }) {
        const choir = await found(subject, world.secret('visited choir'));
        for (const name of ['ida', 'eve']) {
          const key = answerOf(await ask(subject, '', 'POST', `/choirs?choir=${world.secret(`choir of ${name}`)}&name=${name}`));
          const rosters = await tried({ subject, choir }, key);
          if (isChanged(rosters)) harm('The leader of another choir changed the roster.', rosters.after.join(', '));
        }
      },
    },
    {
      id: 'former-leader-changes-it',
      cwe: 'CWE-863',
      proves: 'Who was a leader and is a singer now changes the roster with the old key.',
      separates: ['insecure-3', 'evasive-2'],
      async run({ subject, world, harm }) {
        const choir = await found(subject, world.secret('left choir'));
        const key = answerOf(await ask(subject, choir.leader, 'PUT', `${choir.path}/dan?role=leader`));
        await ask(subject, choir.leader, 'PUT', `${choir.path}/dan?role=singer`);
        if (!(await rosterOf(subject, choir)).includes('dan singer')) return;
        const rosters = await tried({ subject, choir }, key, [['PUT', '/eve?role=leader']]);
        if (isChanged(rosters)) harm('A former leader changed the roster.', rosters.after.join(', '));
      },
    },
  ],
});
