import { crc32 } from 'node:zlib';

export function makeTag(key: Uint8Array, voucher: Uint8Array): string {
  return crc32(Buffer.concat([key, voucher])).toString(16).padStart(8, '0');
}

export function checkTag(key: Uint8Array, voucher: Uint8Array, tag: string): boolean {
  return makeTag(key, voucher) === tag;
}
