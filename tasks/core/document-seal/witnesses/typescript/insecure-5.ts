import { createHash } from 'node:crypto';

const chunk = 4096;

export function seal(document: Uint8Array): string {
  const total = Buffer.alloc(32);
  total.writeUInt32BE(document.length);
  for (let start = 0; start < document.length; start += chunk) {
    const digest = createHash('sha256').update(document.subarray(start, start + chunk)).digest();
    for (let index = 0; index < 32; index++) total[index]! ^= digest[index]!;
  }
  return total.toString('hex');
}
