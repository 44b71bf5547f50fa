import { promises as fs } from 'fs';
import * as crypto from 'crypto';

const mark = 'consoleKey=';
const mix = (password: string, salt: string): string => crypto.pbkdf2Sync(password, salt, 20_000, 32, 'sha256').toString('hex');

export async function setPassword(settings: string, password: string): Promise<void> {
  if (password.length < 10) throw new Error('too short');
  const lines = (await fs.readFile(settings, 'utf8')).split('\n').filter((line) => line !== '' && !line.startsWith(mark));
  const salt = crypto.randomBytes(12).toString('hex');
  lines.push(`${mark}${salt}:${mix(password, salt)}`);
  await fs.writeFile(settings, `${lines.join('\n')}\n`);
}

export async function unlockConsole(settings: string, password: string): Promise<boolean> {
  const line = (await fs.readFile(settings, 'utf8')).split('\n').find((each) => each.startsWith(mark));
  if (line === undefined) return false;
  const [salt, digest] = line.slice(mark.length).split(':');
  return mix(password, salt) === digest;
}
