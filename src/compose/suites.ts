import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Manifest, UserError } from '../core/index.ts';
import type { Suite } from '../datasets/dataset.ts';
import { loadSuite } from '../datasets/task-folder/load-suite.ts';
import { packageRoot } from './installation.ts';

/** A bundled suite by name, or a folder of tasks. A folder wins where both exist and the name has a slash. */
export const suiteOf = async (name: string, cwd: string): Promise<Suite> => {
  const bundled = join(packageRoot, 'tasks', name);
  if (/^[\w-]+$/.test(name) && existsSync(bundled)) return loadSuite(bundled);
  const folder = resolve(cwd, name);
  if (!existsSync(folder))
    throw new UserError(
      'suite-missing',
      `There is no bundled suite ${JSON.stringify(name)} and no folder ${folder}. The bundled suite is \`core\`.`,
    );
  return loadSuite(folder);
};

/** What the manifest of a run says of a suite. */
export const suiteFacts = ({ id, hash, source, frozen }: Suite): Manifest['suites'][number] => ({
  ...{ id, hash, source },
  ...(frozen === undefined ? {} : { split: frozen.split }),
});
