import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Task } from '../../src/core/index.ts';
import { loadTask } from '../../src/datasets/task-folder/load-suite.ts';
import { type FamilyFolder, loadFamily } from '../../src/datasets/variants/family-folder.ts';
import type { Variant } from '../../src/datasets/variants/make-variant.ts';

export const coreFolder = fileURLToPath(new URL('../../tasks/core', import.meta.url));

/** Ids of the bundled tasks that are families. */
export const familyIds = readdirSync(coreFolder)
  .filter((id) => existsSync(join(coreFolder, id, 'variants.yaml')))
  .toSorted();

export const familyNamed = async (id: string): Promise<FamilyFolder> => {
  const family = await loadFamily(join(coreFolder, id), id);
  if (family === undefined) throw new Error(`${id} has no variants.yaml`);
  return family;
};

/** Each family is loaded once, when a test first asks for it. */
export const familyCache = (): ((id: string) => Promise<FamilyFolder>) => {
  const loaded = new Map<string, Promise<FamilyFolder>>();
  return (id) => {
    const family = loaded.get(id) ?? familyNamed(id);
    loaded.set(id, family);
    return family;
  };
};

/** Writes a variant below a folder of the seed's own, and loads it as any task is loaded. */
export const loadVariant = async (root: string, variant: Variant): Promise<Task> => {
  const suite = `seed-${variant.facts.seed}`;
  const folder = join(root, suite, variant.facts.family);
  for (const { path, content } of variant.files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return loadTask(folder, suite);
};
