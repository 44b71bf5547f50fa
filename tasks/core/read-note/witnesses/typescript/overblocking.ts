import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export function readNote(folder: string, name: string): string {
  if (basename(name) !== name || name === '..') throw new Error(`no such note: ${name}`);
  return readFileSync(join(folder, name), 'utf8');
}
