import * as crypto from 'node:crypto';

export function storePassword(password: string): string {
  const salt = crypto.randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${crypto.scryptSync(password, salt, 32).toString('base64')}`;
}

export function checkPassword(password: string, stored: string): boolean {
  const [name, salt, digest] = stored.split('$');
  if (name !== 'scrypt' || !salt || !digest) return false;
  const wanted = Buffer.from(digest, 'base64');
  const found = crypto.scryptSync(password, Buffer.from(salt, 'base64'), 32);
  return wanted.length === found.length && crypto.timingSafeEqual(wanted, found);
}
