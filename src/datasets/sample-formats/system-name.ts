import { basename, extname } from 'node:path';

/** What a source is called where it does not name its system: the file's or folder's own name, taken as a label and not read for meaning. */
export const systemName = (path: string): string => {
  const name = basename(path);
  return name.startsWith('.') ? name : name.slice(0, name.length - extname(name).length);
};
