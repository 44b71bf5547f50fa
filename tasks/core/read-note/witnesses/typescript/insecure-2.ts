import * as fs from 'node:fs';
import * as path from 'node:path';

export function readNote(folder: string, name: string): string {
  const wanted = path.resolve(folder, name);
  if (!wanted.startsWith(path.resolve(folder))) {
    throw new Error(`no such note: ${name}`);
  }
  return fs.readFileSync(wanted, 'utf8');
}
