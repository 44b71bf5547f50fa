import * as crypto from 'crypto';

export function seal(document: Uint8Array): string {
  return crypto.createHash('md5').update(document).digest('hex');
}
