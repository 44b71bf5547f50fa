import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digestOf = (password: string, salt: Buffer): Buffer => createHash('sha512').update(salt).update(password).digest();

export function storePassword(password: string): string {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}$${digestOf(password, salt).toString('hex')}`;
}

export function checkPassword(password: string, stored: string): boolean {
  const [salt, digest = ''] = stored.split('$');
  const wanted = Buffer.from(digest, 'hex');
  const found = digestOf(password, Buffer.from(salt, 'hex'));
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}
