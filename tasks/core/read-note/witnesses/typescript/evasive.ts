import * as path from 'node:path';
import * as files from 'node:fs';

const load: (file: string, encoding: 'utf8') => string = files['readFileSync'];

export function readNote(folder: string, name: string): string {
  const inside = name.replaceAll('../', '');
  return load(path.join(folder, inside), 'utf8');
}
