import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json: the same from `src/` and from `dist/`. */
export const packageRoot = fileURLToPath(new URL('../..', import.meta.url));

export const fathomVersion: string = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;

/** A tool that the set-up laid beside this package, where the system's own is too old; its bare name, to be found on PATH, where it did not. */
export const ownTool = (name: string): string => {
  const command = join(packageRoot, '.tools', name, 'bin', name);
  return existsSync(command) ? command : name;
};

/** The `node_modules` that holds the packages which tasks allow: beside this package, or the folder that it was installed into. */
export const moduleRoot = (name: string): string | undefined => {
  for (let folder = packageRoot; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules');
    if (existsSync(join(candidate, name, 'package.json'))) return candidate;
    if (dirname(folder) === folder) return undefined;
  }
};
