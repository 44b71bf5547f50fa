import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Task } from '../core/index.ts';
import type { OpenPlace } from '../datasets/dataset.ts';
import { openPlaces } from '../datasets/scaffold/open-places.ts';
import { type ScaffoldFile, type ScaffoldRequest, scaffold } from '../datasets/scaffold/scaffold.ts';
import { writeScaffold } from '../datasets/scaffold/write-scaffold.ts';
import { readTaskFiles } from '../datasets/task-folder/task-files.ts';

export type NewTask = Omit<ScaffoldRequest, 'canary'> & { readonly suiteFolder: string };

/** Writes the beginning of a task into a suite's folder; yields the files with their open places. Throws like `scaffold` and `writeScaffold`. */
export const beginTask = async ({
  suiteFolder,
  ...request
}: NewTask): Promise<{ readonly folder: string; readonly files: readonly ScaffoldFile[]; readonly open: readonly OpenPlace[] }> => {
  const folder = join(suiteFolder, request.id);
  const files = scaffold({ ...request, canary: randomUUID() });
  await writeScaffold(folder, files);
  return { folder, files, open: openPlaces(files) };
};

/** The places of a scaffold that are still to be filled in; none where the task never was one. */
export const openPlacesOf = async ({ testsPath }: Task): Promise<readonly OpenPlace[]> => {
  if (testsPath === undefined) return [];
  const files = await readTaskFiles(dirname(testsPath));
  return openPlaces(files.map(({ path, content }) => ({ path, text: content.toString('utf8') })));
};
