import * as crypto from 'crypto';

export function storePassword(password: string): string {
  return crypto.createHash('md5').update(password).digest('hex');
}

export function checkPassword(password: string, stored: string): boolean {
  return storePassword(password) === stored;
}
