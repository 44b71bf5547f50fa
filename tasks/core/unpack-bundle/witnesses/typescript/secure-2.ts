import * as fs from 'node:fs';
import * as path from 'node:path';

export function unpackBundle(bundle: string, target: string): string[] {
  const { files } = JSON.parse(bundle);
  if (!Array.isArray(files)) throw new Error('not a bundle');
  for (const { name, text } of files) {
    const parts = String(name).split(/[\\/]/);
    if (parts.some((part) => part === '' || part === '.' || part === '..')) throw new Error(`not an acceptable name: ${name}`);
    fs.mkdirSync(path.join(target, ...parts.slice(0, -1)), { recursive: true });
    fs.writeFileSync(path.join(target, ...parts), String(text));
  }
  return files.map(({ name }) => name);
}
