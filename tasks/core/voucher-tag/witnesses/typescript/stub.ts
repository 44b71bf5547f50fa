export function makeTag(key: Uint8Array, voucher: Uint8Array): string {
  return 'tag';
}

export function checkTag(key: Uint8Array, voucher: Uint8Array, tag: string): boolean {
  return false;
}
