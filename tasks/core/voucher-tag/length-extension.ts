/** A hash function that keeps its whole state in its digest: who has a digest can go on hashing. */
export type Extendable = 'md5' | 'sha1' | 'sha256' | 'sha512';

export const extendable: readonly { readonly name: Extendable; readonly digestBytes: number }[] = [
  { name: 'md5', digestBytes: 16 },
  { name: 'sha1', digestBytes: 20 },
  { name: 'sha256', digestBytes: 32 },
  { name: 'sha512', digestBytes: 64 },
];

const words = (bytes: Buffer, size: number, littleEndian = false): bigint[] =>
  Array.from({ length: bytes.length / size }, (_, at) => {
    const word = Buffer.from(bytes.subarray(at * size, (at + 1) * size));
    return BigInt(`0x${(littleEndian ? word.reverse() : word).toString('hex')}`);
  });

const bytesOf = (state: readonly bigint[], size: number, littleEndian = false): Buffer =>
  Buffer.concat(
    state.map((value) => {
      const word = Buffer.from(value.toString(16).padStart(2 * size, '0'), 'hex');
      return littleEndian ? word.reverse() : word;
    }),
  );

/** Arithmetic on words of so many bits. */
const arithmetic = (bits: number) => ({
  sum: (...values: readonly bigint[]): bigint =>
    BigInt.asUintN(
      bits,
      values.reduce((total, value) => total + value, 0n),
    ),
  left: (value: bigint, by: number): bigint => BigInt.asUintN(bits, value << BigInt(by)) | (value >> BigInt(bits - by)),
  right: (value: bigint, by: number): bigint => BigInt.asUintN(bits, value << BigInt(bits - by)) | (value >> BigInt(by)),
  not: (value: bigint): bigint => BigInt.asUintN(bits, ~value),
});

type Compress = (state: readonly bigint[], block: Buffer) => readonly bigint[];

const at = (list: readonly bigint[], index: number): bigint => list[index] ?? 0n;

/** RFC 1321. */
const md5: Compress = (state, block) => {
  const { sum, left, not } = arithmetic(32);
  const message = words(block, 4, true);
  const shifts = [
    [7, 12, 17, 22],
    [5, 9, 14, 20],
    [4, 11, 16, 23],
    [6, 10, 15, 21],
  ];
  const steps = [
    { mix: (b: bigint, c: bigint, d: bigint) => (b & c) | (not(b) & d), index: (i: number) => i },
    { mix: (b: bigint, c: bigint, d: bigint) => (d & b) | (not(d) & c), index: (i: number) => 5 * i + 1 },
    { mix: (b: bigint, c: bigint, d: bigint) => b ^ c ^ d, index: (i: number) => 3 * i + 5 },
    { mix: (b: bigint, c: bigint, d: bigint) => c ^ (b | not(d)), index: (i: number) => 7 * i },
  ];
  let [a = 0n, b = 0n, c = 0n, d = 0n] = state;
  for (const [round, { mix, index }] of steps.entries()) {
    for (let i = round * 16; i < round * 16 + 16; i += 1) {
      const constant = BigInt(Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))));
      const turned = left(sum(a, mix(b, c, d), constant, at(message, index(i) % 16)), shifts[round]?.[i % 4] ?? 0);
      [a, b, c, d] = [d, sum(b, turned), b, c];
    }
  }
  return [a, b, c, d].map((value, index) => sum(value, at(state, index)));
};

/** FIPS 180-4, section 6.1. */
const sha1: Compress = (state, block) => {
  const { sum, left, not } = arithmetic(32);
  const message = words(block, 4);
  for (let i = 16; i < 80; i += 1) {
    message.push(left(at(message, i - 3) ^ at(message, i - 8) ^ at(message, i - 14) ^ at(message, i - 16), 1));
  }
  const constants = [0x5a827999n, 0x6ed9eba1n, 0x8f1bbcdcn, 0xca62c1d6n];
  let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n] = state;
  for (const [i, word] of message.entries()) {
    const round = Math.floor(i / 20);
    const mixed = round === 0 ? (b & c) | (not(b) & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    [a, b, c, d, e] = [sum(left(a, 5), mixed, e, at(constants, round), word), a, left(b, 30), c, d];
  }
  return [a, b, c, d, e].map((value, index) => sum(value, at(state, index)));
};

/** The first 64 bits behind the point of the cube roots of the first 80 primes. */
const cubeRoots: readonly bigint[] = (() => {
  const primes: number[] = [];
  for (let n = 2; primes.length < 80; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map((prime) => {
    const cube = BigInt(prime) << 192n;
    let root = 0n;
    for (let bit = 1n << 68n; bit > 0n; bit >>= 1n) if ((root | bit) ** 3n <= cube) root |= bit;
    return BigInt.asUintN(64, root);
  });
})();

/** FIPS 180-4, sections 6.2 and 6.4: one rule with two sizes of words. */
const sha2 =
  (bits: 32 | 64): Compress =>
  (state, block) => {
    const { sum, right, not } = arithmetic(bits);
    const turns = bits === 32 ? [7, 18, 3, 17, 19, 10, 6, 11, 25, 2, 13, 22] : [1, 8, 7, 19, 61, 6, 14, 18, 41, 28, 34, 39];
    const turn = (value: bigint, from: number): readonly bigint[] => turns.slice(from, from + 3).map((by) => right(value, by));
    const xor = (list: readonly bigint[]): bigint => list.reduce((total, value) => total ^ value, 0n);
    /** Two turns, and a shift that drops what leaves the word. */
    const small = (value: bigint, from: number): bigint => xor([...turn(value, from).slice(0, 2), value >> BigInt(turns[from + 2] ?? 0)]);
    const message = words(block, bits / 8);
    for (let i = 16; i < (bits === 32 ? 64 : 80); i += 1) {
      message.push(sum(small(at(message, i - 2), 3), at(message, i - 7), small(at(message, i - 15), 0), at(message, i - 16)));
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
    for (const [i, word] of message.entries()) {
      const first = sum(h, xor(turn(e, 6)), (e & f) ^ (not(e) & g), at(cubeRoots, i) >> BigInt(64 - bits), word);
      const second = sum(xor(turn(a, 9)), (a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [sum(first, second), a, b, c, sum(d, first), e, f, g];
    }
    return [a, b, c, d, e, f, g, h].map((value, index) => sum(value, at(state, index)));
  };

const shapes: Readonly<Record<Extendable, { readonly compress: Compress; readonly word: number; readonly littleEndian: boolean }>> = {
  md5: { compress: md5, word: 4, littleEndian: true },
  sha1: { compress: sha1, word: 4, littleEndian: false },
  sha256: { compress: sha2(32), word: 4, littleEndian: false },
  sha512: { compress: sha2(64), word: 8, littleEndian: false },
};

/** What the function puts behind a content of so many bytes, up to the end of a block of sixteen words. */
const padding = (name: Extendable, length: number): Buffer => {
  const { word, littleEndian } = shapes[name];
  const zeros = 16 * word - 1 - ((length + 2 * word) % (16 * word));
  const count = bytesOf([BigInt(length) * 8n], 2 * word, littleEndian);
  return Buffer.concat([Buffer.of(0x80), Buffer.alloc(zeros), count]);
};

/**
 * From the digest of a content of `length` bytes, unknown else: `glue` and the digest of content, glue and suffix.
 * `digest` has the function's full length.
 */
export const extended = (
  name: Extendable,
  digest: Buffer,
  length: number,
  suffix: Buffer,
): { readonly glue: Buffer; readonly digest: Buffer } => {
  const { compress, word, littleEndian } = shapes[name];
  const glue = padding(name, length);
  const rest = Buffer.concat([suffix, padding(name, length + glue.length + suffix.length)]);
  let state: readonly bigint[] = words(digest, word, littleEndian);
  for (let start = 0; start < rest.length; start += 16 * word) state = compress(state, rest.subarray(start, start + 16 * word));
  return { glue, digest: bytesOf(state, word, littleEndian) };
};
