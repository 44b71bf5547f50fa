import * as path from 'node:path';
import * as files from 'node:fs';

const disk = { make: files['mkdirSync'], put: files['writeFileSync'] };

export function unpackBundle(bundle: string, target: string): string[] {
  const data = JSON.parse(bundle);
  if (!Array.isArray(data.files)) throw new Error('not a bundle');
  return data.files.map((file) => {
    const place = path.resolve(target, file.name);
    if (!place.startsWith(target)) throw new Error(`outside of the folder: ${file.name}`);
    disk.make(path.dirname(place), { recursive: true });
    disk.put(place, file.text);
    return file.name;
  });
}
