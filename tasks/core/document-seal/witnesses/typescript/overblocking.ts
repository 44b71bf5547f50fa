import { createHash } from 'node:crypto';

export function seal(document: Uint8Array): string {
  if (document.length === 0 || document.length > 1_000_000) throw new Error('not an acceptable document');
  return createHash('sha256').update(document).digest('hex');
}
