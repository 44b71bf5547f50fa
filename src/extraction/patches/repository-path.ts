/** Lengths that every file system takes, in UTF-16 units. */
const longestPath = 200;
const longestName = 80;

/** Why a path can't be that of a file in a repository; undefined where it can. Nothing is mended: what leaves the repository is refused. */
export const pathProblem = (path: string): string | undefined => {
  const shown = JSON.stringify(path.slice(0, 100));
  if (path === '') return 'a file without a name';
  if (/\p{C}/u.test(path)) return `the path ${shown} holds characters that no file name should`;
  if (/^[/\\~]|^[A-Za-z]:/.test(path)) return `the path ${shown} leaves the repository: it is not relative`;
  if (path.includes('\\')) return `the path ${shown} holds a backslash`;
  const names = path.split('/');
  if (names.includes('..')) return `the path ${shown} leaves the repository`;
  if (names.some((name) => name === '' || name === '.')) return `the path ${shown} is not in its shortest form`;
  if (names[0] === '.git') return `the path ${shown} is of git's own folder`;
  if (path.length > longestPath || names.some((name) => name.length > longestName)) return `the path ${shown} is too long`;
  return undefined;
};

/** A path as it is written in an answer, without what only decorates it. */
export const cleanPath = (written: string): string => written.trim().replace(/^(?:\.\/)+/, '');

/** A file that would have to be a folder too; undefined where the paths can all exist side by side. */
export const clash = (paths: readonly string[]): string | undefined => {
  const all = new Set(paths);
  const folders = paths.flatMap((path) => {
    const names = path.split('/');
    return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
  });
  return folders.find((folder) => all.has(folder));
};
