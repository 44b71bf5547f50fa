import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, UserError } from '../../core/index.ts';
import type { ScaffoldFile } from './scaffold.ts';

/** Writes the files of a new task below `folder`, which must not be there yet. Throws a UserError where it is, or can't be made. */
export const writeScaffold = async (folder: string, files: readonly ScaffoldFile[]): Promise<void> => {
  await mkdir(dirname(folder), { recursive: true });
  try {
    await mkdir(folder);
  } catch (cause) {
    throw new UserError('task-exists', `${folder} can't be made: ${messageOf(cause)}. Choose another id, or another suite with --suite.`, {
      cause,
    });
  }
  for (const { path, text } of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
};
