import * as crypto from 'node:crypto';

const mark = 'note:';

export function lockNote(key: Uint8Array, text: string): Uint8Array {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv('aes-256-ctr', key, iv);
  return Buffer.concat([iv, cipher.update(mark + text, 'utf8'), cipher.final()]);
}

export function openNote(key: Uint8Array, locked: Uint8Array): string {
  const decipher = crypto.createDecipheriv('aes-256-ctr', key, locked.subarray(0, 16));
  const plain = Buffer.concat([decipher.update(locked.subarray(16)), decipher.final()]).toString('utf8');
  if (!plain.startsWith(mark)) throw new Error('wrong key');
  return plain.slice(mark.length);
}

