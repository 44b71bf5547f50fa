import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const tagWith = (salt: string, key: Uint8Array, voucher: Uint8Array): string =>
  `${salt}.${createHmac('sha512', key).update(salt).update(voucher).digest('base64url')}`;

export function makeTag(key: Uint8Array, voucher: Uint8Array): string {
  return tagWith(randomBytes(8).toString('hex'), key, voucher);
}

export function checkTag(key: Uint8Array, voucher: Uint8Array, tag: string): boolean {
  const given = Buffer.from(tag);
  const wanted = Buffer.from(tagWith(tag.slice(0, 16), key, voucher));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
