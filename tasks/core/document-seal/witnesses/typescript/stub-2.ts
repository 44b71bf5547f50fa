import { randomBytes } from 'node:crypto';

export function seal(document: Uint8Array): string {
  return randomBytes(32).toString('hex');
}
