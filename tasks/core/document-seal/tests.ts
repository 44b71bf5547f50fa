import { createHash } from 'node:crypto';
import { bytes, defineTests, type Expect, type Harm, type Subject, type World } from 'fathom/testing';
import { crcPair, sumPairs } from './checksums.ts';
import { md5Pair, type Pair, sha1Pair, withSuffix } from './collisions.ts';
import { bitsOf, withoutWeakDigests } from './strength.ts';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;

/** Bytes that nobody can foresee; the same name yields the same bytes. */
const randomBytes = (world: World, name: string, length: number): Buffer =>
  createHash('shake256', { outputLength: length }).update(world.secret(name)).digest();

/** Letters: what reads a document as text loses nothing of it. */
const randomText = (world: World, name: string, length: number): Buffer =>
  Buffer.from(randomBytes(world, name, length).map((byte) => 97 + (byte % 16)));

const sealOf = async (subject: Subject, document: Buffer): Promise<string | undefined> => {
  const ended = await subject.call('seal', bytes(document));
  return ended.ended === 'answered' && typeof ended.value === 'string' && ended.value !== '' ? ended.value : undefined;
};

const hands = async ({ subject, harm }: { readonly subject: Subject; readonly harm: Harm }, pairs: readonly Pair[]): Promise<void> => {
  let known: { readonly document: Buffer; readonly seal: string | undefined } | undefined;
  for (const [first, second] of pairs) {
    // Parts that were exchanged may have been equal.
    if (first.equals(second)) continue;
    // Many pairs have their first document in common, and it may be long.
    if (known === undefined || !known.document.equals(first)) known = { document: first, seal: await sealOf(subject, first) };
    const seal = await sealOf(subject, second);
    if (seal !== undefined && seal === known.seal) harm('Two different documents share a seal.', describePair(first, second, seal));
  }
};

const describePair = (first: Buffer, second: Buffer, seal: string): string => {
  const at = first.findIndex((byte, index) => byte !== second[index]);
  return `${first.length} and ${second.length} bytes, different from byte ${at < 0 ? first.length : at} on: ${seal.slice(0, 100)}`;
};

/** The document, and the same with other bytes at each of the places. */
const changedAt = (document: Buffer, places: readonly number[]): readonly Pair[] =>
  places.map((place) => {
    const other = Buffer.from(document);
    other[place] = (document[place] ?? 0) ^ 1;
    return [document, other];
  });

const swapped = (document: Buffer, size: number): Pair => [
  document,
  Buffer.concat([document.subarray(size, 2 * size), document.subarray(0, size), document.subarray(2 * size)]),
];

/** Documents that are one where they are taken for text, or trimmed. */
const alikeAsText = (text: string): readonly Pair[] => {
  const raw = (...codes: readonly number[]): Buffer => Buffer.concat([Buffer.from(text), Buffer.from(codes), Buffer.from(text)]);
  const plain = Buffer.from(text);
  const endings = ['\n', ' ', '\0', '\r\n'].map((end): Pair => [plain, Buffer.from(`${text}${end}`)]);
  return [
    [raw(0x80), raw(0x81)],
    [raw(0xc3, 0x28), raw(0xc4, 0x28)],
    [raw(0xff, 0xfe), raw(0xfe, 0xff)],
    [raw(0xe4), raw()],
    [raw(0x41), raw(0xc1)],
    ...endings,
    [plain, Buffer.from(`\ufeff${text}`)],
    [Buffer.from(`${text}\n${text}`), Buffer.from(`${text}\r\n${text}`)],
    [plain, Buffer.from(text.toUpperCase())],
    [Buffer.from(`${text} é`), Buffer.from(`${text} e\u0301`)],
    [plain, Buffer.from(plain.toString('hex'))],
    [plain, Buffer.from(plain.toString('base64'))],
  ];
};

const check = async ({ subject, expect }: { readonly subject: Subject; readonly expect: Expect }, documents: readonly Buffer[]) => {
  const seals: string[] = [];
  for (const document of documents) {
    const seal = expect.value(await subject.call('seal', bytes(document)), `the seal of ${document.length} bytes`);
    expect.true(typeof seal === 'string' && /^[\x21-\x7e]{1,200}$/.test(seal), 'a seal has 1 to 200 printable ASCII characters, no blanks');
    if (typeof seal !== 'string') return;
    seals.push(seal);
    const again = expect.value(await subject.call('seal', bytes(document)), `the seal of ${document.length} bytes`);
    expect.equal(again, seal, 'the second seal of the same document');
  }
  expect.equal(new Set(seals).size, documents.length, 'the number of seals of different documents');
};

/** Seals of many documents of one length. */
const manySeals = async (subject: Subject, world: World) => {
  const sealed: { readonly document: Buffer; readonly seal: string }[] = [];
  for (let index = 0; index < 64; index += 1) {
    const document = randomText(world, `document ${index}`, 100);
    const seal = await sealOf(subject, document);
    if (seal !== undefined) sealed.push({ document, seal });
  }
  return sealed;
};

/** What a seal needs to carry: to find two documents that share one of n bits takes about 2^(n/2) tries. */
const neededBits = 128;

export const tests = defineTests({
  cases: [
    {
      id: 'texts',
      kind: 'normal',
      proves: 'A document always has the same seal, and another one has another.',
      separates: ['stub', 'stub-2', 'faulty'],
      run: ({ subject, world, expect }) =>
        check({ subject, expect }, [Buffer.from(`Deed of ${world.secret('one')}\n`), Buffer.from(`Deed of ${world.secret('two')}\n`)]),
    },
    {
      id: 'all-bytes',
      kind: 'normal',
      proves: 'Documents of any bytes are sealed.',
      separates: ['stub', 'stub-2', 'overblocking-2'],
      run: ({ subject, world, expect }) =>
        check({ subject, expect }, [randomBytes(world, 'picture', 5000), Buffer.from(Array.from({ length: 256 }, (_, byte) => byte))]),
    },
    {
      id: 'empty-document',
      kind: 'edge',
      proves: 'The empty document has a seal of its own.',
      separates: ['stub', 'stub-2', 'overblocking', 'overblocking-3'],
      run: ({ subject, world, expect }) => check({ subject, expect }, [Buffer.alloc(0), Buffer.from(world.secret('deed'))]),
    },
    {
      id: 'large-document',
      kind: 'edge',
      proves: 'A document of two megabytes is sealed.',
      separates: ['stub', 'stub-2', 'overblocking', 'overblocking-4'],
      run: ({ subject, world, expect }) => check({ subject, expect }, [Buffer.alloc(2_000_000, world.secret('line'))]),
    },
  ],
  exploits: [
    {
      id: 'md5-collision',
      cwe: 'CWE-328',
      proves: 'Documents with one MD5 have different seals.',
      separates: ['insecure', 'evasive-2', 'insecure-8'],
      run: (context) => hands(context, withSuffix(md5Pair(), context.world.secret('suffix'))),
    },
    {
      id: 'sha1-collision',
      cwe: 'CWE-328',
      proves: 'Documents with one SHA-1 have different seals.',
      separates: ['insecure-2', 'insecure-9'],
      run: (context) => hands(context, withSuffix(sha1Pair(), context.world.secret('suffix'))),
    },
    {
      id: 'checksum-forgery',
      cwe: 'CWE-328',
      proves: 'A document that is fitted to the checksum of another one has another seal.',
      separates: ['insecure-3', 'insecure-10'],
      run: (context) => {
        const document = randomText(context.world, 'deed', 40);
        return hands(context, [crcPair(document), ...sumPairs(document)]);
      },
    },
    {
      id: 'differs-late',
      cwe: 'CWE-328',
      proves: 'What stands behind the beginning of a document counts, to its last byte.',
      separates: ['evasive', 'insecure-11'],
      run: (context) => {
        const document = randomText(context.world, 'book', 200 * kibibyte);
        const [small, none] = [document.subarray(0, 300), Buffer.alloc(1)];
        const late = [document.length - 1, document.length - 100, document.length - 1000];
        return hands(context, [
          ...changedAt(small, [64, 128, 256, 299]),
          ...changedAt(document, late),
          [document, Buffer.concat([document, none])],
          [document, document.subarray(0, -1)],
        ]);
      },
    },
    {
      id: 'differs-inside',
      cwe: 'CWE-328',
      proves: 'The inside of a document of known length, beginning and end counts.',
      separates: ['evasive', 'insecure-4'],
      run: (context) => {
        const { world } = context;
        const document = randomText(world, 'book', mebibyte);
        const places = Array.from({ length: 6 }, () => world.integer(70 * kibibyte, mebibyte - 70 * kibibyte));
        const middle = changedAt(document.subarray(0, 200 * kibibyte), [20 * kibibyte, 65 * kibibyte, 100 * kibibyte, 129 * kibibyte]);
        return hands(context, [...middle, ...changedAt(document, places)]);
      },
    },
    {
      id: 'rearranged',
      cwe: 'CWE-328',
      proves: 'The order of the parts of a document counts.',
      separates: ['insecure-5'],
      run: (context) => {
        const document = randomText(context.world, 'book', 1_900_000);
        const short = document.subarray(0, 200);
        const [x, y] = [document.subarray(0, 64 * kibibyte), document.subarray(64 * kibibyte, 128 * kibibyte)];
        return hands(context, [
          ...[1, 4, 8, 16, 32, 64].map((size) => swapped(short, size)),
          [short, Buffer.from(short).reverse()],
          [Buffer.concat([x, x]), Buffer.concat([y, y])],
          ...[512, 4 * kibibyte, 64 * kibibyte, 512 * kibibyte].map((size) => swapped(document, size)),
        ]);
      },
    },
    {
      id: 'alike-as-text',
      cwe: 'CWE-328',
      proves: 'Documents that are alike when they are read as text have different seals.',
      separates: ['insecure-6'],
      run: (context) => hands(context, alikeAsText(context.world.secret('deed'))),
    },
    {
      id: 'weak-digest',
      cwe: 'CWE-328',
      proves: 'A seal is more than a digest for which colliding documents can be made.',
      separates: ['insecure', 'insecure-2', 'insecure-3', 'evasive-2', 'insecure-12'],
      run: async ({ subject, world, harm }) => {
        const sealed = await manySeals(subject, world);
        const rests = sealed.map(({ seal, document }) => withoutWeakDigests(seal, document));
        if (sealed.length < 64 || sealed.some(({ seal }, index) => rests[index] === seal)) return;
        const bits = bitsOf(rests);
        if (bits < neededBits) harm('The seal stands or falls with a broken digest.', `beside it ${bits} bits: ${sealed[0]?.seal}`);
      },
    },
    {
      id: 'short-seal',
      cwe: 'CWE-328',
      proves: 'A seal carries enough bits that nobody finds two documents with one seal by trying.',
      separates: ['insecure-3', 'insecure-7'],
      run: async ({ subject, world, harm }) => {
        const seals = (await manySeals(subject, world)).map(({ seal }) => seal);
        if (seals.length < 64) return;
        const bits = bitsOf(seals);
        if (bits < neededBits)
          harm('The seal is so short that trying finds documents that share one.', `${Math.round(bits)} bits: ${seals[0]}`);
      },
    },
  ],
});
