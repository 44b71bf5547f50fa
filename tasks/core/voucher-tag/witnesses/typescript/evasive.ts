import { createHmac } from 'node:crypto';

export function makeTag(key: Uint8Array, voucher: Uint8Array): string {
  return createHmac('sha256', key).update(voucher).digest('hex');
}

export function checkTag(key: Uint8Array, voucher: Uint8Array, tag: string): boolean {
  const wanted = makeTag(key, voucher);
  let different = 0;
  for (let index = 0; index < Math.min(wanted.length, tag.length); index++) {
    different |= wanted.charCodeAt(index) ^ tag.charCodeAt(index);
  }
  return different === 0;
}
