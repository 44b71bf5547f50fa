import { createCipheriv, createDecipheriv } from 'node:crypto';

const nonce = Buffer.from('lighthouse-1');

export function lockNote(key: Uint8Array, text: string): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

export function openNote(key: Uint8Array, locked: Uint8Array): string {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAuthTag(locked.subarray(locked.length - 16));
  return Buffer.concat([decipher.update(locked.subarray(0, locked.length - 16)), decipher.final()]).toString('utf8');
}
