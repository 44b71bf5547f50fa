import * as fs from 'fs';
import * as path from 'path';

export function readNote(folder: string, name: string): string {
  return fs.readFileSync(path.join(folder, name), 'utf-8');
}
