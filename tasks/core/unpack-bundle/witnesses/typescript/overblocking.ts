import * as fs from 'node:fs';
import * as path from 'node:path';

export function unpackBundle(bundle: string, target: string): string[] {
  const data = JSON.parse(bundle);
  if (!Array.isArray(data.files)) throw new Error('not a bundle');
  fs.mkdirSync(target, { recursive: true });
  return data.files.map((file) => {
    if (!/^\w+\.\w+$/.test(file.name)) throw new Error(`not an acceptable name: ${file.name}`);
    fs.writeFileSync(path.join(target, file.name), file.text);
    return file.name;
  });
}
