import { readFileSync, writeFileSync } from 'node:fs';
import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

function read(settings: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of readFileSync(settings, 'utf8').split('\n')) {
    const at = line.indexOf('=');
    if (at >= 0) values.set(line.slice(0, at), line.slice(at + 1));
  }
  return values;
}

export function setPassword(settings: string, password: string): void {
  if (password.length < 10) {
    throw new RangeError('a password has at least 10 signs');
  }
  const values = read(settings);
  const salt = randomBytes(16);
  values.set('password', `${salt.toString('hex')}.${scryptSync(password, salt, 32).toString('hex')}`);
  writeFileSync(settings, [...values].map(([name, value]) => `${name}=${value}\n`).join(''));
}

export function unlockConsole(settings: string, password: string): boolean {
  const stored = read(settings).get('password');
  if (stored === undefined || stored === '') return false;
  const [salt, digest] = stored.split('.').map((part) => Buffer.from(part, 'hex'));
  return timingSafeEqual(digest, scryptSync(password, salt, 32));
}
