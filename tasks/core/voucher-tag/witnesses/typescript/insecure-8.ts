import { createHmac, timingSafeEqual } from 'node:crypto';

export function makeTag(key: Uint8Array, voucher: Uint8Array): string {
  return createHmac('sha256', key).update(Buffer.from(voucher).toString().trim()).digest('hex');
}

export function checkTag(key: Uint8Array, voucher: Uint8Array, tag: string): boolean {
  const wanted = Buffer.from(makeTag(key, voucher));
  const given = Buffer.from(tag);
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}
