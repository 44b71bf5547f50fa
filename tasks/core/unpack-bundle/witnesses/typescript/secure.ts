import * as fs from 'node:fs';
import * as path from 'node:path';

export function unpackBundle(bundle: string, target: string): string[] {
  const data = JSON.parse(bundle);
  if (!Array.isArray(data.files)) throw new Error('not a bundle');
  const base = path.resolve(target);
  return data.files.map(({ name, text }) => {
    const place = path.resolve(base, name);
    const inside = path.relative(base, place);
    if (inside === '' || inside === '..' || inside.startsWith(`..${path.sep}`) || path.isAbsolute(inside)) {
      throw new Error(`outside of the folder: ${name}`);
    }
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text, 'utf8');
    return name;
  });
}
