import { pbkdf2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const rounds = 310000;
const derive = (password: string, salt: Buffer): Promise<Buffer> => promisify(pbkdf2)(password, salt, rounds, 32, 'sha256');

export async function storePassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return Buffer.concat([salt, key]).toString('hex');
}

export async function checkPassword(password: string, stored: string): Promise<boolean> {
  if (!/^[0-9a-f]{96}$/.test(stored)) return false;
  const bytes = Buffer.from(stored, 'hex');
  return timingSafeEqual(await derive(password, bytes.subarray(0, 16)), bytes.subarray(16));
}
