import { realpath, readFile } from 'node:fs/promises';
import path from 'node:path';

export async function readNote(folder: string, name: string): Promise<string> {
  const base = await realpath(folder);
  const wanted = await realpath(path.join(base, name));
  const inside = path.relative(base, wanted);
  if (inside === '' || inside.split(path.sep)[0] === '..') throw new Error(`no such note: ${name}`);
  return readFile(wanted, 'utf8');
}
