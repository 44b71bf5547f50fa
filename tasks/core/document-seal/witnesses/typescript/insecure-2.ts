import { createHash } from 'node:crypto';

export function seal(document: Uint8Array): string {
  return `sha1-${createHash('sha1').update(document).digest('base64')}`;
}
