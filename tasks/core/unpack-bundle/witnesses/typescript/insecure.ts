import * as fs from 'node:fs';
import * as path from 'node:path';

export function unpackBundle(bundle: string, target: string): string[] {
  const data = JSON.parse(bundle);
  if (!data.files) throw new Error('not a bundle');
  const names = [];
  for (const file of data.files) {
    const place = path.join(target, file.name);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, file.text);
    names.push(file.name);
  }
  return names;
}
