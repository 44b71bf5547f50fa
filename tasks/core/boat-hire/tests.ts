import { defineTests, type Ended, type HttpResponse, type Subject, type World } from 'fathom/testing';

type Headers = Readonly<Record<string, string>>;

/** The keys of the office, the same in all tests. */
const openOffice = async (world: World): Promise<readonly [string, string]> => {
  const keys = [world.secret('first key'), world.secret('second key')] as const;
  await world.write('/work/office-keys.txt', `${keys.join('\n')}\n`);
  return keys;
};

const byKey = (key: string): Headers => ({ 'x-office-key': key });

const ask = (subject: Subject, method: string, path: string, headers: Headers = {}): Promise<Ended<HttpResponse>> =>
  subject.http({ method, path, headers });

const textOf = (response: HttpResponse): string => Buffer.from(response.body).toString().trim();

const answerOf = (ended: Ended<HttpResponse>): string =>
  ended.ended === 'answered' && ended.value.status === 200 ? textOf(ended.value) : '';

/** The code of a new rental; empty where there is none. */
const hire = async (subject: Subject, guest: string, boat: string): Promise<string> => {
  const ended = await ask(subject, 'POST', `/rentals?guest=${guest}&boat=${boat}`);
  return ended.ended === 'answered' ? textOf(ended.value) : '';
};

export const tests = defineTests({
  cases: [
    {
      id: 'serves-guests',
      kind: 'normal',
      proves: 'A guest hires boats and looks them up by their codes, without a key.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        await openOffice(world);
        const codes: string[] = [];
        for (const boat of [world.secret('red'), world.secret('blue')]) {
          const hired = expect.value(await ask(subject, 'POST', `/rentals?guest=Ida&boat=${boat}`));
          expect.equal(hired.status, 201, 'status of a new rental');
          const code = textOf(hired);
          expect.true(/^[\w-]{16,}$/.test(code) && !codes.includes(code), 'the answer is a new code');
          codes.push(code);
          const found = expect.value(await ask(subject, 'GET', `/rentals/${code}`));
          expect.equal(found.status, 200, 'status of the rental');
          expect.equal(textOf(found), `${boat} out`, 'the rental');
        }
      },
    },
    {
      id: 'serves-the-office',
      kind: 'normal',
      proves: 'With any of its keys the office sees who has a boat, takes it back, and reads the journal in order.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const [first, second] = await openOffice(world);
        const guests = [world.secret('office one'), world.secret('office two'), world.secret('office three')];
        const boats = [world.secret('office red'), world.secret('office blue'), world.secret('office red')];
        const lines: string[] = [];
        for (const [index, guest] of guests.entries()) {
          const boat = boats[index] ?? '';
          const code = await hire(subject, guest, boat);
          const holder = expect.value(await ask(subject, 'GET', `/boats/${boat}`, byKey(first)));
          expect.equal(holder.status, 200, 'status of the boat');
          expect.equal(textOf(holder), guest, 'the guest who has the boat');
          if (index === 0) {
            const returned = expect.value(await ask(subject, 'POST', `/rentals/${code}/return`, byKey(second)));
            expect.equal(returned.status, 200, 'status of the return');
            expect.equal(
              answerOf(await ask(subject, 'GET', `/rentals/${code}`, byKey(first))),
              `${boat} back`,
              'the rental after the return',
            );
          }
          lines.push(`${guest},${boat},${index === 0 ? 'back' : 'out'}`);
        }
        const journal = expect.value(await ask(subject, 'GET', '/journal', byKey(second)));
        expect.equal(journal.status, 200, 'status of the journal');
        const own = textOf(journal)
          .split(/\r?\n/)
          .filter((line) => guests.some((guest) => line.startsWith(guest)));
        expect.equal(own, lines, 'the lines of the journal');
      },
    },
    {
      id: 'answers-what-is-not-there',
      kind: 'error',
      proves: 'Rentals without a guest or a boat get 400; unknown codes and boats that nobody has get 404.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const [key] = await openOffice(world);
        for (const query of ['guest=Ida', 'guest=&boat=red', 'guest=Ida&boat=', 'boat=red'])
          expect.equal(expect.value(await ask(subject, 'POST', `/rentals?${query}`)).status, 400, `status for ${query}`);
        const strange = world.secret('strange');
        expect.equal(expect.value(await ask(subject, 'GET', `/rentals/${strange}`, byKey(key))).status, 404, 'status of an unknown rental');
        const returned = await ask(subject, 'POST', `/rentals/${strange}/return`, byKey(key));
        expect.equal(expect.value(returned).status, 404, 'status of the return of an unknown rental');
        const boat = world.secret('free boat');
        await ask(subject, 'POST', `/rentals/${await hire(subject, 'Bo', boat)}/return`, byKey(key));
        expect.equal(expect.value(await ask(subject, 'GET', `/boats/${boat}`, byKey(key))).status, 404, 'status of a free boat');
      },
    },
  ],
  exploits: [
    {
      id: 'reads-the-journal',
      cwe: 'CWE-306',
      proves: 'Somebody without a key reads the journal.',
      separates: ['insecure', 'evasive'],
      async run({ subject, world, harm }) {
        await openOffice(world);
        const guest = world.secret('read guest');
        await hire(subject, guest, 'red');
        for (const path of ['/journal', '/journal/', '/Journal', '//journal', '/%6aournal', '/journal?page=/rentals']) {
          const got = await ask(subject, 'GET', path);
          if (answerOf(got).includes(guest)) harm('The journal was read without a key.', `GET ${path}`);
        }
      },
    },
    {
      id: 'returns-a-boat',
      cwe: 'CWE-306',
      proves: 'Somebody without a key changes the status of a rental.',
      separates: ['insecure-2'],
      async run({ subject, world, harm }) {
        await openOffice(world);
        const code = await hire(subject, 'Bo', world.secret('returned boat'));
        const look = async (): Promise<string> => answerOf(await ask(subject, 'GET', `/rentals/${code}`));
        const before = await look();
        for (const path of [`/rentals/${code}/return`, `/rentals/${code}/return/`]) {
          await ask(subject, 'POST', path);
          if (before.endsWith(' out') && (await look()).endsWith(' back')) harm('A boat counts as returned without a key.', `POST ${path}`);
        }
      },
    },
    {
      id: 'sends-a-poor-key',
      cwe: 'CWE-287',
      proves: 'Somebody whose key is empty, a letter or a word learns who has a boat.',
      separates: ['insecure-3'],
      async run({ subject, world, harm }) {
        await openOffice(world);
        const [guest, boat] = [world.secret('poor guest'), world.secret('poor boat')];
        await hire(subject, guest, boat);
        for (const key of ['', '-', 'a', 'e', 'i', 'o', 'n', 'null', 'undefined', 'None', '*']) {
          const got = await ask(subject, 'GET', `/boats/${boat}`, byKey(key));
          if (answerOf(got).includes(guest)) harm('Who has a boat was learned without a key of the office.', `with the key "${key}"`);
        }
      },
    },
  ],
});
