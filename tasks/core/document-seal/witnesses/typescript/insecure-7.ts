import { createHash } from 'node:crypto';

export function seal(document: Uint8Array): string {
  return createHash('sha256').update(document).digest('hex').slice(0, 16);
}
