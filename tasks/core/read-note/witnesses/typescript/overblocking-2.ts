import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export function readNote(folder: string, name: string): string {
  if (name.includes('..')) throw new Error(`no such note: ${name}`);
  return readFileSync(join(folder, name), 'utf8');
}
