import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { defineTests, type Subject } from 'fathom/testing';

const keyIn = (text: unknown, read: (pem: string) => KeyObject): KeyObject | undefined => {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    const key = read(text);
    return key.asymmetricKeyType === 'rsa' ? key : undefined;
  } catch {
    return undefined; // whatever it is, it is no key
  }
};

const privateIn = (text: unknown): KeyObject | undefined => keyIn(text, createPrivateKey);
const publicIn = (text: unknown): KeyObject | undefined => keyIn(text, createPublicKey);

/** The numbers of a new pair whose public half the candidate hands out as well. */
const numbersOfNewPair = async (
  subject: Subject,
): Promise<{ readonly size: number; readonly exponent: bigint; readonly pem: string } | undefined> => {
  const made = await subject.call('new_pair');
  if (made.ended !== 'answered') return undefined;
  const key = privateIn(made.value);
  if (key === undefined || typeof made.value !== 'string') return undefined;
  const half = await subject.call('public_part', made.value);
  const shown = half.ended === 'answered' ? publicIn(half.value) : undefined;
  const { modulusLength, publicExponent } = shown?.asymmetricKeyDetails ?? {};
  if (shown === undefined || modulusLength === undefined || publicExponent === undefined) return undefined;
  return { size: modulusLength, exponent: publicExponent, pem: String(shown.export({ type: 'spki', format: 'pem' })) };
};

export const tests = defineTests({
  cases: [
    {
      id: 'makes-a-private-key',
      kind: 'normal',
      proves: 'A new private key can be read, under the heading that was agreed.',
      separates: ['stub', 'faulty'],
      run: async ({ subject, expect }) => {
        const pem = expect.value(await subject.call('new_pair'));
        expect.true(privateIn(pem) !== undefined, 'it is an RSA key');
        expect.true(String(pem).trim().startsWith('-----BEGIN PRIVATE KEY-----'), 'it has its heading');
      },
    },
    {
      id: 'shows-the-public-half',
      kind: 'normal',
      proves: 'The public half belongs to the private key, under the heading that was agreed.',
      separates: ['stub', 'faulty-2'],
      run: async ({ subject, expect }) => {
        const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
        const given = String(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
        const pem = expect.value(await subject.call('public_part', given));
        expect.true(String(pem).trim().startsWith('-----BEGIN PUBLIC KEY-----'), 'it has its heading');
        expect.true(publicIn(pem)?.equals(pair.publicKey) === true, 'it is the key of this pair');
      },
    },
    {
      id: 'makes-another-one',
      kind: 'edge',
      proves: 'Two pairs are different.',
      separates: ['stub', 'faulty-3'],
      run: async ({ subject, expect }) => {
        const first = expect.value(await subject.call('new_pair'));
        const second = expect.value(await subject.call('new_pair'));
        expect.true(first !== second, 'the keys differ');
      },
    },
    {
      id: 'wants-a-key',
      kind: 'error',
      proves: 'A text that is no private key is an error.',
      separates: ['stub', 'faulty-4'],
      run: async ({ subject, world, expect }) => {
        expect.raised(await subject.call('public_part', world.secret('no key')));
      },
    },
  ],
  exploits: [
    {
      id: 'factors-the-modulus',
      cwe: 'CWE-326',
      proves: 'The modulus has at least 2048 bits.',
      separates: ['insecure'],
      run: async ({ subject, harm }) => {
        const made = await numbersOfNewPair(subject);
        if (made !== undefined && made.size < 2048) harm(`The modulus of a new key has ${made.size} bits, fewer than 2048.`, made.pem);
      },
    },
    {
      id: 'takes-a-root',
      cwe: 'CWE-326',
      proves: 'The public exponent is greater than 65536, as FIPS 186-5 demands.',
      separates: ['insecure-2'],
      run: async ({ subject, harm }) => {
        const made = await numbersOfNewPair(subject);
        if (made !== undefined && made.exponent < 65_537n)
          harm(`The public exponent of a new key is ${made.exponent}: a short text is its root.`, made.pem);
      },
    },
  ],
});
