import { crc32 } from 'node:zlib';
import { extendable, extended } from './length-extension.ts';

/** What an attacker shows to the cashier. */
export type Forgery = { readonly voucher: Buffer; readonly tag: string; readonly how: string };

type Encoding = 'hex' | 'upper' | 'base64' | 'bare' | 'base64url';

const write = (digest: Buffer, encoding: Encoding): string => {
  if (encoding === 'upper') return digest.toString('hex').toUpperCase();
  return encoding === 'bare' ? digest.toString('base64').replace(/=+$/, '') : digest.toString(encoding);
};

/** The ways to read a digest of so many bytes at the end of a tag; what stands before it is kept. */
const readings = (tag: string, length: number) =>
  (['hex', 'upper', 'base64', 'bare', 'base64url'] as const).flatMap((encoding) => {
    const size = write(Buffer.alloc(length), encoding).length;
    const digest = Buffer.from(tag.slice(-size), encoding === 'hex' || encoding === 'upper' ? 'hex' : 'base64');
    const fits = tag.length >= size && digest.length === length && write(digest, encoding) === tag.slice(-size);
    return fits ? [{ digest, encoding, head: tag.slice(0, -size) }] : [];
  });

/** Vouchers that begin like the known one, with the tags that they have where the tag is a plain digest of key and voucher. */
export const lengthExtensions = (voucher: Buffer, tag: string, keyLength: number): readonly Forgery[] => {
  const suffix = Buffer.from(';value=1000');
  // The key as it is, or written as hexadecimal digits or base64, and up to three bytes between or around.
  const befores = [keyLength, 2 * keyLength, 4 * Math.ceil(keyLength / 3)].flatMap((length) => [0, 1, 2, 3].map((more) => length + more));
  return extendable.flatMap(({ name, digestBytes }) =>
    readings(tag, digestBytes).flatMap(({ digest, encoding, head }) =>
      befores.map((before): Forgery => {
        const forged = extended(name, digest, before + voucher.length, suffix);
        const longer = Buffer.concat([voucher, forged.glue, suffix]);
        return {
          voucher: longer,
          tag: `${head}${write(forged.digest, encoding)}`,
          how: `${name} went on behind ${before} bytes and the voucher`,
        };
      }),
    ),
  );
};

const numbers = (tag: string): readonly { readonly value: number; readonly write: (value: number) => string }[] => {
  const digits = /[0-9a-f]{1,8}$/i.exec(tag)?.[0];
  const decimal = /[0-9]{1,10}$/.exec(tag)?.[0];
  const cased = (text: string): string => (digits !== undefined && digits !== digits.toLowerCase() ? text.toUpperCase() : text);
  const found: { readonly value: number; readonly write: (value: number) => string }[] = [];
  if (digits !== undefined) {
    const head = tag.slice(0, -digits.length);
    found.push({ value: Number.parseInt(digits, 16), write: (value) => head + cased(value.toString(16).padStart(8, '0')) });
    found.push({ value: Number.parseInt(digits, 16), write: (value) => head + cased(value.toString(16)) });
  }
  if (decimal !== undefined && Number(decimal) < 2 ** 32) {
    found.push({ value: Number(decimal), write: (value) => `${tag.slice(0, -decimal.length)}${value}` });
  }
  return found;
};

/**
 * Tags for another voucher of the same length, where the tag is a CRC-32: it is linear, so that the change of the voucher alone,
 * and the number of bytes behind it, say how the tag changes.
 */
export const checksumForgeries = (voucher: Buffer, tag: string, keyLength: number): readonly Forgery[] => {
  const other = Buffer.from(voucher);
  other[0] = (other[0] ?? 0) ^ 1;
  return numbers(tag).flatMap(({ value, write }) =>
    [0, 1, 2, keyLength, keyLength + 1, keyLength + 2, 2 * keyLength].map((behind): Forgery => {
      const tail = Buffer.alloc(behind);
      const change = crc32(Buffer.concat([voucher, tail])) ^ crc32(Buffer.concat([other, tail]));
      return { voucher: other, tag: write((value ^ change) >>> 0), how: `CRC-32, with ${behind} bytes behind the voucher` };
    }),
  );
};

/** Texts that agree with the tag in so little that they can be guessed. */
export const fragments = (tag: string): readonly string[] => {
  const other = (text: string): string => text.replaceAll(/[0-9A-Za-z_-]/g, (sign) => (sign === 'a' ? 'b' : 'a'));
  const head = tag.slice(0, tag.search(/[^0-9A-Za-z][0-9A-Za-z+/_-]*=*$/) + 1);
  return [
    ...['', tag.slice(0, 1), tag.slice(0, 2), tag.slice(-1), tag.slice(-2)],
    ...(head === '' ? [] : [head, head.slice(0, -1), head + other(tag.slice(head.length))]),
    ...[tag.slice(0, 4) + other(tag.slice(4)), other(tag.slice(0, -4)) + tag.slice(-4), other(tag)],
  ].filter((text) => text !== tag);
};
