import * as crypto from 'node:crypto';

const pepper = 'forum';

export function storePassword(password: string): string {
  return `${pepper}$${crypto.createHmac('sha256', pepper).update(password).digest('base64url')}`;
}

export function checkPassword(password: string, stored: string): boolean {
  return storePassword(password) === stored;
}
