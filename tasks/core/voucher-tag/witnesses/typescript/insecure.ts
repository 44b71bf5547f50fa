import { createHash } from 'node:crypto';

export function makeTag(key: Uint8Array, voucher: Uint8Array): string {
  return createHash('sha256').update(key).update(voucher).digest('hex');
}

export function checkTag(key: Uint8Array, voucher: Uint8Array, tag: string): boolean {
  return makeTag(key, voucher) === tag;
}
