import * as crypto from 'node:crypto';

export function storePassword(password: string): string {
  const salt = crypto.randomBytes(16);
  return `${salt.toString('hex')}$${crypto.scryptSync(password, salt, 32).toString('hex')}`;
}

export function checkPassword(password: string, stored: string): boolean {
  const [salt, digest] = stored.split('$');
  const wanted = Buffer.from(digest, 'hex');
  return crypto.timingSafeEqual(wanted, crypto.scryptSync(password, Buffer.from(salt, 'hex'), 32));
}
