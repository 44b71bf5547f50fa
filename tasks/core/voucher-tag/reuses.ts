import { createHash } from 'node:crypto';
import type { World } from 'fathom/testing';
import type { Pair } from './collisions.ts';

/** Bytes that nobody can foresee; the same name yields the same bytes. */
export const random = (world: World, name: string, length: number): Buffer =>
  createHash('shake256', { outputLength: length }).update(world.secret(name)).digest();

export const voucherOf = (world: World, name: string): Buffer => Buffer.from(`voucher=${world.secret(name)};value=10`);

/** The tag of one voucher and key, shown with another voucher or to another key. */
export type Reuse = {
  readonly key: Buffer;
  readonly voucher: Buffer;
  readonly otherKey?: Buffer;
  readonly other?: Buffer;
  readonly how: string;
};

const changedAt = (content: Buffer, place: number): Buffer => {
  const other = Buffer.from(content);
  other[place] = (content[place] ?? 0) ^ 1;
  return other;
};

/** Vouchers that are alike where they are read as text, trimmed, or hashed in part. */
export const alike = (world: World): readonly Pair[] => {
  const text = `voucher=${world.secret('voucher')}`;
  const plain = Buffer.from(text);
  const raw = (...codes: readonly number[]): Buffer => Buffer.concat([plain, Buffer.from(codes), plain]);
  const long = Buffer.from(text.repeat(300).slice(0, 8000));
  return [
    [raw(0x80), raw(0x81)],
    [raw(0xe4), raw()],
    [raw(0x41), raw(0xc1)],
    ...['\n', ' ', '\0'].map((end): Pair => [plain, Buffer.from(text + end)]),
    [plain, Buffer.from(text.toUpperCase())],
    [plain, Buffer.from(plain.toString('hex'))],
    ...[0, 32, 64, 128, 300, 1030, 4100, 7999].map((place): Pair => [long, changedAt(long, place)]),
    [long, Buffer.concat([long.subarray(64, 128), long.subarray(0, 64), long.subarray(128)])],
  ];
};

/** Keys that agree but for one byte. */
export const keyPairs = (world: World): readonly Pair[] =>
  [16, 32, 64].flatMap((length) => {
    const key = random(world, `key of ${length}`, length);
    return [0, 4, 8, 12, length / 2, length - 1].map((place): Pair => [key, changedAt(key, place)]);
  });

/** The same bytes in the same order, parted into key and voucher at another place. */
export const movedBoundaries = (world: World): readonly Reuse[] => {
  const key = random(world, 'key', 32);
  const [x, y] = [voucherOf(world, 'x'), voucherOf(world, 'y')];
  return ['', ':', '|', '.', '-', ',', '\0', '\n', ' '].flatMap((sign) => {
    const between = Buffer.from(sign);
    const [long, short] = [Buffer.concat([x.subarray(0, 8), between, y]), x.subarray(0, 8)];
    const how = `with ${JSON.stringify(sign)} between`;
    return [
      { key, voucher: long, otherKey: Buffer.concat([key, between, short]), other: y, how: `key before voucher, ${how}` },
      {
        key,
        voucher: Buffer.concat([y, between, short]),
        otherKey: Buffer.concat([short, between, key]),
        other: y,
        how: `voucher before key, ${how}`,
      },
    ];
  });
};
