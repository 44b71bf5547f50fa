import { crc32 } from 'node:zlib';
import type { Pair } from './collisions.ts';

const polynomial = 0xedb88320;

/** Another content of the same length, chosen but for its last four bytes, which bring the CRC-32 to that of `content`. */
export const crcPair = (content: Buffer): Pair => {
  const other = Buffer.from(content);
  other[0] = (other[0] ?? 0) ^ 1;
  // Four bytes are added to the register and shifted through it, so the register is shifted back from where it shall end.
  let register = ~crc32(content) >>> 0;
  for (let bit = 0; bit < 32; bit += 1) register = (register >>> 31 === 1 ? ((register ^ polynomial) << 1) | 1 : register << 1) >>> 0;
  const before = ~crc32(other.subarray(0, -4)) >>> 0;
  other.writeUInt32LE((register ^ before) >>> 0, other.length - 4);
  return [content, other];
};

/** A content whose bytes at `at` and behind are changed by `steps`. The bytes are letters, so that none leaves its range. */
const stepped = (content: Buffer, at: number, steps: readonly number[]): Pair => {
  const letters = Buffer.from(content.map((byte) => 80 + (byte % 16)));
  const other = Buffer.from(letters);
  for (const [index, step] of steps.entries()) other[at + index] = (letters[at + index] ?? 0) + step;
  return [letters, other];
};

/** Contents with one Adler-32, one sum, or one polynomial over the usual small bases. */
export const sumPairs = (content: Buffer): readonly Pair[] => [
  stepped(content, 3, [1, -2, 1]),
  stepped(content, 3, [1, -1]),
  ...[31, 33, 37].map((base) => stepped(content, 3, [1, -base])),
];
