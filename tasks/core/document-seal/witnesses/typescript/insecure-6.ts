import { createHash } from 'node:crypto';

export function seal(document: Uint8Array): string {
  return createHash('sha256').update(Buffer.from(document).toString('utf8')).digest('hex');
}
