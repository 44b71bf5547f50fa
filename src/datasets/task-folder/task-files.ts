import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of a task; `path` is relative to the task's folder, with forward slashes. */
export type TaskFileContent = { readonly path: string; readonly content: Buffer };

/** The file beside task.yaml that makes a task a family (docs/adding/variants.md). It is no part of the task, nor of its hash. */
export const variantsFile = 'variants.yaml';

/** Every regular file below a folder, sorted by path. Hidden files and editors' backups (`.x`, `x~`) are left out. */
export const readTaskFiles = async (folder: string, below = ''): Promise<readonly TaskFileContent[]> => {
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const found: TaskFileContent[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name.endsWith('~')) continue;
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await readTaskFiles(folder, path)));
    else if (entry.isFile()) found.push({ path, content: await readFile(join(folder, path)) });
  }
  // By code unit, not by locale: the hash must be the same on every machine.
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
};

/** SHA-256 over names and contents, hexadecimal. Windows line ends count as plain ones: a checkout must not change the hash. */
export const hashOfFiles = (files: readonly TaskFileContent[]): string => {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = Buffer.from(file.content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
    hash.update(`${file.path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
};
