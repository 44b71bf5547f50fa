import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

/** Texts of a run, each in a file named by its SHA-256. */
export type BlobStore = {
  save(text: string): Promise<string>;
  /** Undefined where there is no such blob. Throws where the content does not match its name. */
  load(hash: string): Promise<string | undefined>;
};

export const blobStore = (folder: string): BlobStore => {
  const written = new Set<string>();
  const made = new Map<string, Promise<unknown>>();
  let asides = 0;
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash.slice(2));
  return {
    async save(text) {
      const hash = sha256(text);
      if (written.has(hash)) return hash;
      const parent = join(folder, hash.slice(0, 2));
      const ready = made.get(parent) ?? mkdir(parent, { recursive: true });
      made.set(parent, ready);
      await ready;
      // Written aside and renamed: a kill leaves no half blob under its final name.
      asides += 1;
      const aside = `${pathOf(hash)}.${process.pid}.${asides}`;
      await writeFile(aside, text);
      await rename(aside, pathOf(hash));
      written.add(hash);
      return hash;
    },
    async load(hash) {
      let text: string;
      try {
        text = await readFile(pathOf(hash), 'utf8');
      } catch (thrown) {
        if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw thrown;
      }
      if (sha256(text) !== hash)
        throw new Error(`${pathOf(hash)}: the blob's content does not match its name; the run folder was changed or damaged`);
      return text;
    },
  };
};
