import * as crypto from 'crypto';

const seal = (key: Uint8Array, body: Uint8Array): Buffer =>
  crypto.createHmac('sha256', crypto.createHash('sha256').update('tag').update(key).digest()).update(body).digest();

export const lockNote = (key: Uint8Array, text: string): Uint8Array => {
  const iv = crypto.randomBytes(16);
  const cipher = crypto.createCipheriv('aes-256-ctr', key, iv);
  const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([seal(key, body), body]);
};

export const openNote = (key: Uint8Array, locked: Uint8Array): string => {
  const tag = locked.subarray(0, 32);
  const body = locked.subarray(32);
  if (tag.length !== 32 || !crypto.timingSafeEqual(tag, seal(key, body))) throw new Error('not a note of this key');
  const decipher = crypto.createDecipheriv('aes-256-ctr', key, body.subarray(0, 16));
  return Buffer.concat([decipher.update(body.subarray(16)), decipher.final()]).toString('utf8');
};
