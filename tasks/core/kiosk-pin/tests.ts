import { defineTests, type Ended, type HttpResponse, type Subject, type World } from 'fathom/testing';

type Account = { readonly name: string; readonly pin: number };
type Headers = Readonly<Record<string, string>>;

const OFFICE_KEY = '/work/office-key.txt';

/** Two accounts, known to the service from now on; the name of the second one begins with a capital letter in the file. */
const open = async (world: World, test: string): Promise<readonly [Account, Account]> => {
  const account = (which: string): Account => ({ name: world.secret(`${test} ${which}`), pin: world.integer(1000, 9999) });
  const [one, two] = [account('one'), account('two')] as const;
  await world.write('/work/pins.txt', `${one.name} ${one.pin}\n${capital(two.name)} ${two.pin}\n`);
  await world.write(OFFICE_KEY, world.secret('office key'));
  return [one, two];
};

const capital = (name: string): string => name.slice(0, 1).toUpperCase() + name.slice(1);

const post = (subject: Subject, path: string, body: string, headers: Headers = {}): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'POST', path, headers: { 'content-type': 'text/plain', ...headers }, body });

const signIn = (subject: Subject, name: string, pin: number, headers: Headers = {}): Promise<Ended<HttpResponse>> =>
  post(subject, '/sign-in', `${name} ${pin}`, headers);

/** A PIN that is not the account's, another one for each number from 1 to 8999. */
const wrong = ({ pin }: Account, number: number): number => 1000 + ((pin - 1000 + number) % 9000);

const isIn = (ended: Ended<HttpResponse>): boolean => ended.ended === 'answered' && ended.value.status === 200;

export const tests = defineTests({
  cases: [
    {
      id: 'signs-in',
      kind: 'normal',
      proves: 'The right PIN signs in, however the name is spelled; a wrong PIN and an unknown name get 403.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const [one, two] = await open(world, 'signs in');
        for (const name of [one.name, capital(one.name), one.name.toUpperCase()])
          expect.equal(expect.value(await signIn(subject, name, one.pin)).status, 200, `status for ${name}`);
        expect.equal(expect.value(await signIn(subject, two.name, two.pin)).status, 200, 'status for a name that is capital in the file');
        expect.equal(expect.value(await signIn(subject, two.name, wrong(two, 7))).status, 403, 'status of a wrong PIN');
        expect.equal(expect.value(await signIn(subject, world.secret('nobody'), one.pin)).status, 403, 'status of an unknown name');
      },
    },
    {
      id: 'forgives-four',
      kind: 'edge',
      proves: 'Four wrong PINs in a row do no harm, and a right one begins the row anew.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const [one] = await open(world, 'forgives');
        for (const round of [0, 1]) {
          for (let number = 1; number <= 4; number += 1)
            expect.equal(
              expect.value(await signIn(subject, one.name, wrong(one, round * 10 + number))).status,
              403,
              'status of a wrong PIN',
            );
          expect.equal(expect.value(await signIn(subject, one.name, one.pin)).status, 200, 'status of the right PIN');
        }
      },
    },
    {
      id: 'is-unlocked-by-the-office',
      kind: 'error',
      proves: 'With its key, and only then, the office unlocks an account, and the row begins anew.',
      separates: ['stub', 'faulty-2'],
      async run({ subject, world, expect }) {
        const [one] = await open(world, 'unlocks');
        for (let number = 1; number <= 5; number += 1) await signIn(subject, one.name, wrong(one, number));
        expect.equal(expect.value(await post(subject, '/unlock', one.name)).status, 401, 'status without the key');
        const poor = await post(subject, '/unlock', one.name, { 'X-Office-Key': world.secret('poor key') });
        expect.equal(expect.value(poor).status, 401, 'status with another key');
        const unlocked = await post(subject, '/unlock', one.name, { 'X-Office-Key': world.secret('office key') });
        expect.equal(expect.value(unlocked).status, 200, 'status with the key');
        await signIn(subject, one.name, wrong(one, 6));
        expect.equal(expect.value(await signIn(subject, one.name, one.pin)).status, 200, 'status of the right PIN after unlocking');
      },
    },
  ],
  exploits: [
    {
      id: 'spells-the-name-anew',
      cwe: 'CWE-307',
      proves: 'Other spellings of a name bring no more tries.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      async run({ subject, world, harm }) {
        const [one] = await open(world, 'spells');
        const spellings = [one.name, one.name.toUpperCase(), capital(one.name)];
        for (let number = 1; number <= 12; number += 1) await signIn(subject, spellings[number % 3] ?? one.name, wrong(one, number));
        for (const name of [...spellings, one.name.slice(0, -1) + one.name.slice(-1).toUpperCase()])
          if (isIn(await signIn(subject, name, one.pin))) harm('The PIN was found after twelve wrong ones.', `signed in as ${name}`);
      },
    },
    {
      id: 'comes-from-elsewhere',
      cwe: 'CWE-307',
      proves: 'Other addresses, and sign-ins of another account in between, bring no more tries.',
      separates: ['insecure', 'insecure-3', 'evasive'],
      async run({ subject, world, harm }) {
        const [one, two] = await open(world, 'elsewhere');
        const from = (number: number): Headers => {
          const address = `198.51.100.${number}`;
          return { 'x-forwarded-for': address, 'x-real-ip': address, forwarded: `for=${address}` };
        };
        for (let number = 1; number <= 12; number += 1) {
          await signIn(subject, one.name, wrong(one, number), from(number));
          if (number % 3 === 0) await signIn(subject, two.name, two.pin, from(number));
        }
        if (isIn(await signIn(subject, one.name, one.pin, from(200))))
          harm('The PIN was found after twelve wrong ones.', 'each from another address');
      },
    },
  ],
});
