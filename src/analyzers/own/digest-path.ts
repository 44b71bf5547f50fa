import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const filesAtMost = 20_000;

const filesOf = async (path: string): Promise<readonly string[]> => {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (files.length > filesAtMost) throw new Error(`${path} holds more than ${filesAtMost} files; name a smaller folder of rules`);
  return files.sort();
};

/** Eight hexadecimal digits that change with the content of a file or folder. Undefined where there is nothing of the name. */
export const digestOfPath = async (path: string): Promise<string | undefined> => {
  try {
    const hash = createHash('sha256');
    for (const file of await filesOf(path))
      hash
        .update(file.slice(path.length))
        .update('\0')
        .update(await readFile(file))
        .update('\0');
    return hash.digest('hex').slice(0, 8);
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && (thrown.code === 'ENOENT' || thrown.code === 'ENOTDIR')) return undefined;
    throw thrown;
  }
};

/** What names a rule set: the name as it is given, with the digest of its content where it is a file or a folder of this machine. */
export const namedWithDigest = async (name: string): Promise<string> => {
  const digest = await digestOfPath(name);
  return digest === undefined ? name : `${name.slice(name.lastIndexOf('/') + 1)} ${digest}`;
};
