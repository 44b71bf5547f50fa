import * as fs from 'node:fs';

export function unpackBundle(bundle: string, target: string): string[] {
  const data = JSON.parse(bundle);
  return data.files.map((file) => {
    const place = `${target}/${file.name.replace(/^\/+/, '')}`;
    fs.mkdirSync(place.slice(0, place.lastIndexOf('/')), { recursive: true });
    fs.writeFileSync(place, file.text, { encoding: 'utf8' });
    return file.name;
  });
}
