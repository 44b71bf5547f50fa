import * as crypto from 'node:crypto';

export function storePassword(password: string): string {
  if (!/^[\x21-\x7e]{1,72}$/.test(password)) throw new Error('not an acceptable password');
  const salt = crypto.randomBytes(16);
  return `${salt.toString('hex')}$${crypto.scryptSync(password, salt, 32).toString('hex')}`;
}

export function checkPassword(password: string, stored: string): boolean {
  const [salt, digest] = stored.split('$');
  if (!/^[0-9a-f]{32}$/.test(salt) || !digest) return false;
  return crypto.scryptSync(password, Buffer.from(salt, 'hex'), 32).toString('hex') === digest;
}
