import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

function* notesOf(folder: string, below = ''): Generator<string> {
  const entries: Dirent[] = readdirSync(join(folder, below), { withFileTypes: true });
  for (const entry of entries) {
    if (entry.isDirectory()) yield* notesOf(folder, `${below}${entry.name}/`);
    else if (entry.isFile()) yield `${below}${entry.name}`;
  }
}

export function readNote(folder: string, name: string): string {
  for (const note of notesOf(folder)) {
    if (note === name) return readFileSync(join(folder, note), 'utf8');
  }
  throw new Error(`no such note: ${name}`);
}
