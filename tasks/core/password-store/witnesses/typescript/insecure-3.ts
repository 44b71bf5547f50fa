import * as crypto from 'node:crypto';

const derive = (password: string, salt: string): string => crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512').toString('hex');

export function storePassword(password: string): string {
  const salt = crypto.randomBytes(16).toString('hex');
  return `${salt}:${derive(password, salt)}`;
}

export function checkPassword(password: string, stored: string): boolean {
  const [salt, digest] = stored.split(':');
  return digest !== undefined && derive(password, salt) === digest;
}
