import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const nonceLength = 12;
const tagLength = 16;

export function lockNote(key: Uint8Array, text: string): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

export function openNote(key: Uint8Array, locked: Uint8Array): string {
  if (locked.length < nonceLength + tagLength) {
    throw new Error('too short');
  }
  const decipher = createDecipheriv('aes-256-gcm', key, locked.subarray(0, nonceLength), { authTagLength: tagLength });
  decipher.setAuthTag(locked.subarray(locked.length - tagLength));
  const body = locked.subarray(nonceLength, locked.length - tagLength);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
