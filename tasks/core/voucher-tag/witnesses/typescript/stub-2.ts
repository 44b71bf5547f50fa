import { createHmac, timingSafeEqual } from 'node:crypto';

export function makeTag(key: Uint8Array, voucher: Uint8Array): string {
  return createHmac('sha256', key).update(voucher).digest('hex');
}

export function checkTag(key: Uint8Array, voucher: Uint8Array, tag: string): boolean {
  return timingSafeEqual(Buffer.from(makeTag(key, voucher)), Buffer.from(tag));
}
