import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../core/index.ts';
import type { Suite } from '../dataset.ts';
import { loadSuite } from '../task-folder/load-suite.ts';
import { readTaskFiles } from '../task-folder/task-files.ts';
import type { VariantFile } from './make-variant.ts';
import { manifestFile, type SuiteManifest } from './manifest.ts';

export type SuiteFiles = ReadonlyMap<string, readonly VariantFile[]>;

/**
 * Writes a suite folder whole, or not at all. `manifestOf` is handed the suite as it is loaded from the new files.
 * Yields whether it was written: a folder that holds the very same suite already is left alone, whatever day its manifest states.
 * Throws a UserError `suite-exists` where the folder holds something else.
 */
export const writeSuite = async (
  folder: string,
  tasks: SuiteFiles,
  manifestOf: (suite: Suite) => SuiteManifest,
): Promise<{ readonly written: boolean; readonly manifest: SuiteManifest }> => {
  await mkdir(dirname(folder), { recursive: true });
  const making = await mkdtemp(join(dirname(folder), `.${basename(folder)}-`));
  try {
    for (const [id, files] of tasks) for (const file of files) await writeBelow(join(making, id), file);
    const manifest = manifestOf(await loadSuite(making));
    await writeFile(join(making, manifestFile), `${JSON.stringify(manifest, null, 2)}\n`);
    const there = await listing(folder);
    if (there === undefined) {
      await rename(making, folder);
      return { written: true, manifest };
    }
    if (!sameSuite(there, (await listing(making)) ?? new Map())) {
      throw new UserError('suite-exists', `${folder} exists and holds something else. Give another folder with --out, or remove it.`);
    }
    return { written: false, manifest };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
};

const writeBelow = async (folder: string, { path, content }: VariantFile): Promise<void> => {
  const place = join(folder, path);
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, content);
};

const listing = async (folder: string): Promise<ReadonlyMap<string, string> | undefined> => {
  try {
    return new Map((await readTaskFiles(folder)).map(({ path, content }) => [path, content.toString('latin1')]));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    // A file of that name: certainly something else.
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOTDIR') return new Map();
    throw cause;
  }
};

/** The day of making does not make another suite. */
const withoutDay = (path: string, content: string | undefined): string | undefined =>
  path === manifestFile ? content?.replace(/"created": "[^"]*"/, '') : content;

const sameSuite = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean =>
  one.size === other.size && [...one].every(([path, content]) => withoutDay(path, content) === withoutDay(path, other.get(path)));
