import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const sign = (key: Uint8Array, body: Uint8Array): Buffer => createHmac('sha256', key).update(body).digest();

export function lockNote(key: Uint8Array, text: string): Uint8Array {
  const cipher = createCipheriv('aes-256-ecb', key, null);
  const body = Buffer.concat([cipher.update(randomBytes(16)), cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([body, sign(key, body)]);
}

export function openNote(key: Uint8Array, locked: Uint8Array): string {
  const body = locked.subarray(0, locked.length - 32);
  if (!sign(key, body).equals(locked.subarray(locked.length - 32))) {
    throw new Error('wrong key or damaged note');
  }
  const decipher = createDecipheriv('aes-256-ecb', key, null);
  return Buffer.concat([decipher.update(body), decipher.final()]).subarray(16).toString('utf8');
}
