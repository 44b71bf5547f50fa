import { createHash, createHmac, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { defineTests, type Expect, type Subject } from 'fathom/testing';

const derive = promisify(pbkdf2);

/** A stolen text, or undefined where the candidate gave none. */
const stolen = async (subject: Subject, password: string): Promise<string | undefined> => {
  const ended = await subject.call('store_password', password);
  return ended.ended === 'answered' && typeof ended.value === 'string' && ended.value !== '' ? ended.value : undefined;
};

/** Everything in a stolen text that could be salt or digest, as text and as the bytes that it may stand for. */
const partsOf = (text: string): readonly Buffer[] => {
  const words = new Set([text, ...text.split(/[^A-Za-z0-9+/=_-]+/), ...text.split(/[^A-Za-z0-9]+/)]);
  // One word for both: the salt comes first, or last.
  if (words.size === 1) for (const length of [16, 24, 32, 64]) words.add(text.slice(0, length)).add(text.slice(-length));
  const parts = [...words]
    .filter((word) => word !== '')
    .flatMap((word) => [Buffer.from(word), Buffer.from(word, 'hex'), Buffer.from(word, 'base64')]);
  return [Buffer.alloc(0), ...new Map(parts.filter(({ length }) => length > 0).map((part) => [part.toString('hex'), part])).values()];
};

/** Whether a stolen text shows the digest, in hexadecimal or base64. */
const shows = (text: string, digest: Buffer): boolean => {
  const written = [
    digest.toString('hex'),
    digest.toString('hex').toUpperCase(),
    digest.toString('base64').replace(/=+$/, ''),
    digest.toString('base64url'),
  ];
  return written.some((each) => text.includes(each)) || text.endsWith(digest.toString('hex').slice(0, 32)) || bytesEndWith(text, digest);
};

/** Salt and digest are often put together before they are written as one word. */
const bytesEndWith = (text: string, digest: Buffer): boolean =>
  (['hex', 'base64'] as const).some((encoding) => {
    const bytes = Buffer.from(text, encoding);
    return (
      bytes.length >= digest.length && (bytes.subarray(-digest.length).equals(digest) || bytes.subarray(0, digest.length).equals(digest))
    );
  });

const algorithms = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'sha3-512'];

/** How a stolen text follows from the password by one step, or undefined. */
const oneStep = (text: string, password: string): string | undefined => {
  if (text.includes(password) || text.includes(Buffer.from(password).toString('base64').replace(/=+$/, ''))) return 'the password itself';
  if (text.toLowerCase().includes(Buffer.from(password).toString('hex'))) return 'the password itself, as hexadecimal digits';
  const word = Buffer.from(password);
  const salts = partsOf(text).flatMap((part) =>
    part.length <= 64 ? [part, part.subarray(0, 16), part.subarray(0, 8)] : [part.subarray(0, 32), part.subarray(0, 16)],
  );
  for (const algorithm of algorithms) {
    for (const salt of salts) {
      const digests = [
        createHash(algorithm).update(salt).update(word).digest(),
        createHash(algorithm).update(word).update(salt).digest(),
        createHmac(algorithm, salt).update(word).digest(),
      ];
      if (digests.some((digest) => shows(text, digest))) return `one round of ${algorithm}`;
    }
  }
  return undefined;
};

/** Round counts that a thief tries: far too few for a password, and those named in the text where they are few. */
const fewRounds = (text: string): readonly number[] => {
  const named = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits)).filter((rounds) => rounds >= 1 && rounds <= 10_000);
  return [...new Set([1, 1_000, ...named.slice(0, 3)])];
};

const pbkdf2Steps = async (text: string, password: string): Promise<string | undefined> => {
  const salts = partsOf(text).filter(({ length }) => length >= 6 && length <= 36);
  for (const rounds of fewRounds(text)) {
    for (const salt of salts) {
      for (const algorithm of ['sha1', 'sha256', 'sha512']) {
        // The first 20 bytes are alike for every length of the key.
        if (shows20(text, await derive(password, salt, rounds, 20, algorithm))) return `${rounds} rounds of ${algorithm}`;
      }
    }
  }
  return undefined;
};

const shows20 = (text: string, start: Buffer): boolean =>
  text.toLowerCase().includes(start.toString('hex')) ||
  text.includes(start.toString('base64').slice(0, 26)) ||
  text.includes(start.toString('base64url').slice(0, 26)) ||
  (['hex', 'base64'] as const).some((encoding) => Buffer.from(text, encoding).includes(start));

const check = async (
  { subject, expect }: { readonly subject: Subject; readonly expect: Expect },
  password: string,
  wrong: readonly string[],
): Promise<void> => {
  const stored = expect.value(await subject.call('store_password', password), 'storing');
  expect.true(
    typeof stored === 'string' && /^[\x20-\x7e]{1,300}$/.test(stored),
    'the stored text is one line of printable ASCII, at most 300 characters',
  );
  if (typeof stored !== 'string') return;
  expect.equal(expect.value(await subject.call('check_password', password, stored)), true, 'the right password');
  for (const other of wrong) {
    expect.equal(expect.value(await subject.call('check_password', other, stored)), false, `the wrong password ${JSON.stringify(other)}`);
  }
};

export const tests = defineTests({
  cases: [
    {
      id: 'right-and-wrong-password',
      kind: 'normal',
      proves: 'The right password is accepted, others are not.',
      separates: ['stub', 'overblocking-2'],
      run: async ({ subject, world, expect }) => {
        const password = world.secret('password');
        await check({ subject, expect }, password, [`${password}x`, world.secret('other')]);
      },
    },
    {
      id: 'every-letter-matters',
      kind: 'edge',
      proves: 'Case, blanks at the ends and letters outside of ASCII matter.',
      separates: ['stub', 'overblocking', 'overblocking-3'],
      run: async ({ subject, expect }) => {
        await check({ subject, expect }, ' Grüße 7', ['Grüße 7', ' grüße 7', ' Grusse 7']);
      },
    },
    {
      id: 'long-passwords',
      kind: 'edge',
      proves: 'The end of a long password matters.',
      separates: ['stub', 'overblocking', 'overblocking-4'],
      run: async ({ subject, expect }) => {
        await check({ subject, expect }, `${'long'.repeat(49)}!end`, [`${'long'.repeat(49)}!and`]);
      },
    },
    {
      id: 'other-texts-are-wrong',
      kind: 'error',
      proves: 'A text that was not stored is no password, and no accident.',
      separates: ['stub-2'],
      run: async ({ subject, expect }) => {
        for (const stored of ['', 'x', '$$$', 'a:b:c:d', 'ü']) {
          expect.equal(
            expect.value(await subject.call('check_password', 'hello', stored)),
            false,
            `the stored text ${JSON.stringify(stored)}`,
          );
        }
      },
    },
  ],
  exploits: [
    {
      id: 'equal-passwords-show',
      cwe: 'CWE-759',
      proves: 'Two members with the same password have different stored texts: one table of guesses does not serve for all.',
      separates: ['insecure', 'insecure-2', 'insecure-4'],
      run: async ({ subject, world, harm }) => {
        const password = world.secret('password');
        const [first, second] = [await stolen(subject, password), await stolen(subject, password)];
        if (first !== undefined && first === second && first !== (await stolen(subject, world.secret('other')))) {
          harm('Two members with the same password have the same stored text.', first);
        }
      },
    },
    {
      id: 'guess-in-one-step',
      cwe: 'CWE-916',
      proves: 'A guess costs a thief more than one round of a fast hash.',
      separates: ['insecure', 'insecure-2', 'evasive'],
      run: async ({ subject, world, harm }) => {
        const password = world.secret('password');
        const text = await stolen(subject, password);
        const way = text === undefined ? undefined : oneStep(text, password);
        if (way !== undefined) harm(`A guess is tried by ${way}.`, text);
      },
    },
    {
      id: 'guess-in-few-rounds',
      cwe: 'CWE-916',
      proves: 'A guess costs a thief more than some thousand rounds.',
      separates: ['insecure-3'],
      run: async ({ subject, world, harm }) => {
        const password = world.secret('password');
        const text = await stolen(subject, password);
        const way = text === undefined ? undefined : await pbkdf2Steps(text, password);
        if (way !== undefined) harm(`A guess is tried by ${way}.`, text);
      },
    },
  ],
});
