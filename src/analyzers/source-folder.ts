import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { languageFacts } from '../core/index.ts';
import type { SourceFile } from './analyzer.ts';

export type LaidFile = {
  readonly file: SourceFile;
  /** Name inside the folder. Unguessable, so that no file's code can name its neighbour in a forged message. */
  readonly name: string;
};

/**
 * Lays the files into a private folder (mode 0700) under names of its own, hands them over, and removes the folder.
 * The tool is run with the folder as its working directory and relative names, so that no path of this machine reaches its output.
 */
export const withSourceFolder = async <T>(
  files: readonly SourceFile[],
  use: (folder: string, laid: readonly LaidFile[]) => Promise<T>,
): Promise<T> => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-'));
  try {
    const laid = files.map((file, index) => ({
      file,
      name: `s${index}_${randomBytes(6).toString('hex')}.${languageFacts[file.language].extension}`,
    }));
    await Promise.all(laid.map(({ file, name }) => writeFile(join(folder, name), file.code, { flag: 'wx', mode: 0o600 })));
    return await use(folder, laid);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
