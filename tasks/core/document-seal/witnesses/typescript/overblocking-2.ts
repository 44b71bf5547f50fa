import { createHash } from 'node:crypto';

export function seal(document: Uint8Array): string {
  new TextDecoder('utf-8', { fatal: true }).decode(document);
  return createHash('sha256').update(document).digest('hex');
}
