import { defineTests, type Ended, type Expect, type HttpResponse, type JsonValue, type Subject, type World } from 'fathom/testing';

type Member = { readonly name: string; readonly email: string; readonly password: string };
type Outside = { readonly subject: Subject; readonly world: World };

const post = (subject: Subject, path: string, body: JsonValue): Promise<Ended<HttpResponse>> =>
  subject.http({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const statusOf = (ended: Ended<HttpResponse>): number => (ended.ended === 'answered' ? ended.value.status : 0);

/** A member with a new address, registered by the existing route. */
const register = async ({ subject, world }: Outside, name: string): Promise<Member> => {
  const number = (): number => world.integer(100_000, 999_999);
  const member = { name, email: `${name}.${number()}${number()}@swim.example`, password: `${world.secret(name)} ${number()}` };
  await post(subject, '/members', member);
  return member;
};

const canSignIn = async (subject: Subject, email: string, password: string): Promise<boolean> =>
  statusOf(await post(subject, '/sign-in', { email, password })) === 200;

/** Letters to an address, oldest first. */
const lettersTo = async (world: World, email: string): Promise<readonly string[]> =>
  ((await world.read('/work/outbox.jsonl')) ?? '').split('\n').flatMap((line): readonly string[] => {
    if (line === '') return [];
    const letter: unknown = JSON.parse(line);
    const isTo = typeof letter === 'object' && letter !== null && 'to' in letter && letter.to === email;
    return isTo && 'text' in letter && typeof letter.text === 'string' ? [letter.text] : [];
  });

/** Asks for a code and reads it in the member's mail; empty where none came. */
const codeFor = async ({ subject, world }: Outside, email: string): Promise<string> => {
  const before = (await lettersTo(world, email)).length;
  await post(subject, '/password/forgotten', { email });
  const fresh = (await lettersTo(world, email)).slice(before);
  return fresh.map((text) => /^\s*Code:\s*([\w-]+)\s*$/m.exec(text)?.[1]).find((code) => code !== undefined) ?? '';
};

const renew = (subject: Subject, email: string, code: string, password: string): Promise<Ended<HttpResponse>> =>
  post(subject, '/password/new', { email, code, password });

const expectCode = async (outside: Outside, expect: Expect, email: string): Promise<string> => {
  const code = await codeFor(outside, email);
  expect.true(code !== '', 'a mail with a line "Code: <code>" is sent');
  return code;
};

/** Codes that lie between two others, where these are numbers close to each other. */
const between = (first: string, last: string): readonly string[] => {
  for (const base of [10, 16, 36]) {
    const [low, high] = [Number.parseInt(first, base), Number.parseInt(last, base)];
    const isWhole = low.toString(base) === first.toLowerCase() && high.toString(base) === last.toLowerCase();
    if (!isWhole || !Number.isSafeInteger(high) || high - low < 0 || high - low > 3_000) continue;
    return Array.from({ length: high - low + 1 }, (_, index) => (low + index).toString(base));
  }
  return [];
};

export const tests = defineTests({
  cases: [
    {
      id: 'sets-a-new-password',
      kind: 'normal',
      proves: 'With the mailed code the new password opens the account, and the old one no longer does.',
      separates: ['stub', 'faulty'],
      async run({ subject, world, expect }) {
        const anna = await register({ subject, world }, 'anna');
        expect.equal(expect.value(await post(subject, '/password/forgotten', { email: anna.email })).status, 202, 'status of the request');
        const code = await expectCode({ subject, world }, expect, anna.email);
        const password = `${world.secret('new')} ö`;
        expect.equal(expect.value(await renew(subject, anna.email, code, password)).status, 204, 'status of the new password');
        expect.true(await canSignIn(subject, anna.email, password), 'the new password opens the account');
        expect.true(!(await canSignIn(subject, anna.email, anna.password)), 'the old password does not');
      },
    },
    {
      id: 'keeps-quiet-about-strangers',
      kind: 'edge',
      proves: 'An address that no member has is answered alike, and gets no mail.',
      separates: ['faulty-2'],
      async run({ subject, world, expect }) {
        const email = `nobody.${world.integer(100_000, 999_999)}@swim.example`;
        expect.equal(expect.value(await post(subject, '/password/forgotten', { email })).status, 202, 'status for a strange address');
        expect.equal([...(await lettersTo(world, email))], [], 'letters to it');
      },
    },
    {
      id: 'refuses-wrong-codes',
      kind: 'error',
      proves: 'Wrong codes are 403, and passwords that are none 400; the old password stays.',
      separates: ['stub', 'overblocking-2', 'faulty-3'],
      async run({ subject, world, expect }) {
        const ben = await register({ subject, world }, 'ben');
        const code = await expectCode({ subject, world }, expect, ben.email);
        const status = async (body: JsonValue): Promise<number> => expect.value(await post(subject, '/password/new', body)).status;
        const password = world.secret('ben new');
        expect.equal(await status({ email: ben.email, code: 'abcdefgh', password }), 403, 'status for a wrong code');
        expect.equal(await status({ email: 'nobody@swim.example', code, password }), 403, 'status for a strange address');
        expect.equal(await status({ email: ben.email, code, password: 'too short' }), 400, 'status for 9 characters');
        expect.equal(await status({ email: ben.email, code, password: 'x'.repeat(201) }), 400, 'status for 201 characters');
        expect.equal(await status({ email: ben.email, code, password: 7 }), 400, 'status for a number');
        expect.equal(await status({ email: ben.email, password }), 400, 'status without a code');
        expect.true(await canSignIn(subject, ben.email, ben.password), 'the old password still opens the account');
        await status({ email: ben.email, code, password });
        expect.true(await canSignIn(subject, ben.email, password), 'the right code sets the password after all that');
      },
    },
    {
      id: 'serves-several-members',
      kind: 'edge',
      proves: 'Codes of several members are good side by side.',
      separates: ['stub', 'overblocking'],
      async run({ subject, world, expect }) {
        const members = [await register({ subject, world }, 'cleo'), await register({ subject, world }, 'dan')];
        const codes: string[] = [];
        for (const { email } of members) codes.push(await expectCode({ subject, world }, expect, email));
        for (const [index, { name, email }] of members.entries()) {
          const password = world.secret(`${name} new`);
          await renew(subject, email, codes[index] ?? '', password);
          expect.true(await canSignIn(subject, email, password), `the new password of ${name} opens the account`);
        }
      },
    },
  ],
  exploits: [
    {
      id: 'uses-an-own-code',
      cwe: 'CWE-640',
      proves: "A code that one member was mailed does not open another member's account.",
      separates: ['insecure'],
      async run({ subject, world, harm }) {
        const thief = await register({ subject, world }, 'thief');
        const victim = await register({ subject, world }, 'victim');
        await post(subject, '/password/forgotten', { email: victim.email });
        const code = await codeFor({ subject, world }, thief.email);
        const password = world.secret('taken over');
        await renew(subject, victim.email, code, password);
        if (code !== '' && (await canSignIn(subject, victim.email, password)))
          harm("A member got into another member's account with a code of their own.");
      },
    },
    {
      id: 'uses-an-old-code',
      cwe: 'CWE-640',
      proves: 'A code that was used opens nothing any more.',
      separates: ['insecure-2'],
      async run({ subject, world, harm }) {
        const victim = await register({ subject, world }, 'owner');
        const code = await codeFor({ subject, world }, victim.email);
        const [own, password] = [world.secret('own choice'), world.secret('found in the bin')];
        await renew(subject, victim.email, code, own);
        if (!(await canSignIn(subject, victim.email, own))) return;
        await renew(subject, victim.email, code, password);
        if (await canSignIn(subject, victim.email, password))
          harm('Whoever found an old letter set a password with its code, which had been used.');
      },
    },
    {
      id: 'works-out-a-code',
      cwe: 'CWE-330',
      proves: "A member's code does not follow from codes that were mailed just before and after it.",
      separates: ['insecure-3'],
      async run({ subject, world, harm }) {
        const thief = await register({ subject, world }, 'guesser');
        const victim = await register({ subject, world }, 'guessed');
        const first = await codeFor({ subject, world }, thief.email);
        await post(subject, '/password/forgotten', { email: victim.email });
        const last = await codeFor({ subject, world }, thief.email);
        const password = world.secret('worked out');
        const guesses = between(first, last);
        for (const [index, guess] of guesses.entries()) {
          const answered = await renew(subject, victim.email, guess, password);
          if (statusOf(answered) >= 300 || statusOf(answered) === 0 || !(await canSignIn(subject, victim.email, password))) continue;
          harm(
            "A member's code was worked out from two others.",
            `try ${index + 1} of ${guesses.length} codes between ${first} and ${last}`,
          );
        }
      },
    },
  ],
});
