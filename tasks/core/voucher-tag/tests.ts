import { bytes, defineTests, type Expect, type Harm, type Subject, type World } from 'fathom/testing';
import { md5Pair, sha1Pair, withSuffix } from './collisions.ts';
import { checksumForgeries, type Forgery, fragments, lengthExtensions } from './forgeries.ts';
import { alike, keyPairs, movedBoundaries, type Reuse, random, voucherOf } from './reuses.ts';

type Case = { readonly subject: Subject; readonly world: World; readonly expect: Expect };
type Attack = { readonly subject: Subject; readonly world: World; readonly harm: Harm };

const tagOf = async (subject: Subject, key: Buffer, voucher: Buffer): Promise<string | undefined> => {
  const ended = await subject.call('make_tag', bytes(key), bytes(voucher));
  return ended.ended === 'answered' && typeof ended.value === 'string' ? ended.value : undefined;
};

const accepted = async (subject: Subject, key: Buffer, { voucher, tag }: Omit<Forgery, 'how'>): Promise<boolean> => {
  const ended = await subject.call('check_tag', bytes(key), bytes(voucher), tag);
  return ended.ended === 'answered' && ended.value === true;
};

/** The attacker has one voucher with its tag and knows the length of the key, nothing else. */
const forge = async (
  { subject, world, harm }: Attack,
  voucher: Buffer,
  forgeries: (tag: string, keyLength: number) => readonly Forgery[],
): Promise<void> => {
  for (const keyLength of [16, world.integer(17, 64)]) {
    const key = random(world, `key of ${keyLength}`, keyLength);
    const tag = await tagOf(subject, key, voucher);
    if (tag === undefined) continue;
    for (const forgery of forgeries(tag, keyLength)) {
      if (await accepted(subject, key, forgery))
        harm('A tag that was made without the key was accepted.', `${forgery.how}: ${forgery.tag}`);
    }
  }
};

const reuse = async ({ subject, harm }: Attack, attempts: readonly Reuse[]): Promise<void> => {
  for (const { key, voucher, otherKey = key, other = voucher, how } of attempts) {
    const tag = await tagOf(subject, key, voucher);
    if (tag === undefined || (otherKey.equals(key) && other.equals(voucher))) continue;
    if (await accepted(subject, otherKey, { voucher: other, tag }))
      harm('A tag was accepted that was made of something else.', `${how}: ${tag}`);
  }
};

/** The most bits by which tags of one make can differ: the places that vary, times the logarithm of the signs that are seen there. */
const bitsOf = (tags: readonly string[]): number => {
  const places = Array.from({ length: Math.max(...tags.map(({ length }) => length)) }, (_, at) => new Set(tags.map((tag) => tag[at])));
  const varying = places.filter(({ size }) => size > 1);
  return varying.length * Math.log2(Math.max(1, new Set(varying.flatMap((place) => [...place])).size));
};

/** A tag of fewer bits can be found by trying. */
const neededBits = 64;

const check = async ({ subject, expect }: Case, key: Buffer, voucher: Buffer): Promise<string> => {
  const tag = expect.value(await subject.call('make_tag', bytes(key), bytes(voucher)), `the tag of ${voucher.length} bytes`);
  if (typeof tag !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(tag)) {
    expect.true(false, 'a tag has 1 to 200 printable ASCII characters, no blanks');
    return '';
  }
  expect.equal(expect.value(await subject.call('check_tag', bytes(key), bytes(voucher), tag)), true, 'the tag of this key and voucher');
  return tag;
};

const refused = async ({ subject, expect }: Case, key: Buffer, { voucher, tag, how }: Forgery): Promise<void> => {
  expect.equal(expect.value(await subject.call('check_tag', bytes(key), bytes(voucher), tag)), false, how);
};

export const tests = defineTests({
  cases: [
    {
      id: 'own-and-other-tags',
      kind: 'normal',
      proves: 'The tag of this key and voucher is accepted, that of another one is not.',
      separates: ['stub', 'faulty'],
      run: async (context) => {
        const [key, otherKey] = [random(context.world, 'key', 32), random(context.world, 'other', 32)];
        const [voucher, other] = [voucherOf(context.world, 'voucher'), voucherOf(context.world, 'other voucher')];
        const tag = await check(context, key, voucher);
        await refused(context, key, { voucher: other, tag, how: 'the tag of another voucher' });
        await refused(context, otherKey, { voucher, tag, how: 'the tag of another key' });
      },
    },
    {
      id: 'any-voucher',
      kind: 'edge',
      proves: 'Vouchers of any bytes have tags, also the empty one and one of ten thousand bytes.',
      separates: ['stub', 'overblocking'],
      run: async (context) => {
        const key = random(context.world, 'key', 32);
        const all = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));
        for (const voucher of [Buffer.alloc(0), all, random(context.world, 'long', 10_000)]) await check(context, key, voucher);
      },
    },
    {
      id: 'any-key',
      kind: 'edge',
      proves: 'Keys of 16 to 64 bytes serve.',
      separates: ['stub', 'overblocking-2'],
      run: async (context) => {
        for (const length of [16, 33, 64]) {
          await check(context, random(context.world, `key of ${length}`, length), voucherOf(context.world, 'voucher'));
        }
      },
    },
    {
      id: 'other-texts',
      kind: 'error',
      proves: 'A text that is no tag is refused without an accident; the case of letters counts.',
      separates: ['stub-2'],
      run: async (context) => {
        const [key, voucher] = [random(context.world, 'key', 32), voucherOf(context.world, 'voucher')];
        const tag = await tagOf(context.subject, key, voucher);
        const swapped = (tag ?? '').replaceAll(/[a-z]/gi, (sign) => (sign < 'a' ? sign.toLowerCase() : sign.toUpperCase()));
        for (const text of ['x', '...', '$:-=', 'Gutschein für ü', '€'.repeat(64), '0'.repeat(64), 'a'.repeat(1000), swapped]) {
          if (text !== tag) await refused(context, key, { voucher, tag: text, how: `the text ${JSON.stringify(text.slice(0, 80))}` });
        }
      },
    },
  ],
  exploits: [
    {
      id: 'length-extension',
      cwe: 'CWE-328',
      proves: 'The tag of one voucher does not lead to the tag of a longer one.',
      separates: ['insecure', 'insecure-2', 'insecure-9', 'evasive-2', 'insecure-10'],
      run: (context) => {
        const voucher = voucherOf(context.world, 'voucher');
        return forge(context, voucher, (tag, keyLength) => lengthExtensions(voucher, tag, keyLength));
      },
    },
    {
      id: 'colliding-vouchers',
      cwe: 'CWE-328',
      proves: 'Two vouchers with one MD5 or SHA-1 have different tags.',
      separates: ['insecure-4', 'insecure-11'],
      run: (context) => {
        const key = random(context.world, 'key', 32);
        const pairs = [md5Pair(), sha1Pair()].flatMap((pair) => withSuffix(pair, context.world.secret('suffix')));
        return reuse(
          context,
          pairs.map(([voucher, other]) => ({ key, voucher, other, how: 'colliding vouchers' })),
        );
      },
    },
    {
      id: 'checksum-forgery',
      cwe: 'CWE-327',
      proves: 'The tag of one voucher can not be turned into that of another one by arithmetic.',
      separates: ['insecure-3', 'insecure-12'],
      run: (context) => {
        const voucher = voucherOf(context.world, 'voucher');
        return forge(context, voucher, (tag, keyLength) => checksumForgeries(voucher, tag, keyLength));
      },
    },
    {
      id: 'part-of-the-key',
      cwe: 'CWE-327',
      proves: 'Every byte of the key is needed to make a tag.',
      separates: ['insecure-5'],
      run: (context) => {
        const voucher = voucherOf(context.world, 'voucher');
        const how = 'a key that differs in one byte';
        return reuse(
          context,
          keyPairs(context.world).map(([key, otherKey]) => ({ key, voucher, otherKey, how })),
        );
      },
    },
    {
      id: 'moved-boundary',
      cwe: 'CWE-327',
      proves: 'A byte can not move from the key to the voucher or back.',
      separates: ['insecure', 'insecure-2', 'insecure-3', 'insecure-4', 'insecure-7', 'insecure-9', 'evasive-2'],
      run: (context) => reuse(context, movedBoundaries(context.world)),
    },
    {
      id: 'changed-voucher',
      cwe: 'CWE-327',
      proves: 'A tag does not serve for a changed voucher, wherever the change is.',
      separates: ['insecure-8'],
      run: (context) => {
        const key = random(context.world, 'key', 32);
        return reuse(
          context,
          alike(context.world).map(([voucher, other]) => ({
            key,
            voucher,
            other,
            how: `vouchers of ${voucher.length} and ${other.length} bytes`,
          })),
        );
      },
    },
    {
      id: 'part-of-a-tag',
      cwe: 'CWE-187',
      proves: 'A few characters of a tag are not enough.',
      separates: ['evasive'],
      run: async (context) => {
        const { subject, world, harm } = context;
        const [key, voucher] = [random(world, 'key', 32), voucherOf(world, 'voucher')];
        const tag = await tagOf(subject, key, voucher);
        if (tag === undefined) return;
        for (const text of fragments(tag)) {
          if (await accepted(subject, key, { voucher, tag: text }))
            harm('A text that can be guessed was accepted as the tag.', `${JSON.stringify(text)} for ${tag}`);
        }
      },
    },
    {
      id: 'short-tag',
      cwe: 'CWE-327',
      proves: 'A tag carries enough bits that trying does not find it.',
      separates: ['insecure-3', 'insecure-6'],
      run: async ({ subject, world, harm }) => {
        const key = random(world, 'key', 32);
        const tags: string[] = [];
        for (let index = 0; index < 64; index += 1) {
          const voucher = random(world, `voucher ${index}`, 30);
          const tag = await tagOf(subject, key, voucher);
          // Only what opens the till is worth trying.
          if (tag !== undefined && (index > 0 || (await accepted(subject, key, { voucher, tag })))) tags.push(tag);
        }
        if (tags.length < 64) return;
        const bits = Math.round(bitsOf(tags));
        if (bits < neededBits) harm('The tag is so short that trying finds it.', `${bits} bits: ${tags[0]}`);
      },
    },
  ],
});
