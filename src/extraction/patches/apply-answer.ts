import { fileAt, type SourceFiles } from '../../core/index.ts';
import { applyHunks, type Budget, budgetOf } from './apply-hunks.ts';
import { type FilePatch, isProblem, type Problem } from './file-patch.ts';
import { clash, cleanPath, pathProblem } from './repository-path.ts';

/** One thing that an answer does to a repository. */
export type Edit = { readonly patch: FilePatch } | { readonly path: string; readonly content: string };

/** A repository after an answer, and what had to be overlooked to apply it. */
export type Changed = { readonly files: SourceFiles; readonly notes: readonly string[] };

/** Bounds on what an answer may make of a repository: beyond them it is no change of a small one. */
const mostFiles = 300;
const mostCharacters = 2_000_000;
const mostComparisons = 20_000_000;

/** Applies the edits of an answer in order: all of them, or none. Pure; its time is bounded whatever the patch says. */
export const applyEdits = (repository: SourceFiles, edits: readonly Edit[]): Changed | Problem => {
  const files = new Map(Object.entries(repository));
  const notes: string[] = [];
  const budget = budgetOf(mostComparisons);
  for (const edit of edits) {
    const problem = 'patch' in edit ? applyFilePatch(files, edit.patch, { notes, budget }) : writeFile(files, edit);
    if (problem !== undefined) return problem;
    if (files.size > mostFiles) return { problem: `the repository would have more than ${mostFiles} files` };
    if (sizeOf(files) > mostCharacters) return { problem: `the repository would have more than ${mostCharacters} characters` };
  }
  const folder = clash([...files.keys()]);
  if (folder !== undefined) return { problem: `${JSON.stringify(folder)} would be a file and a folder` };
  return { files: Object.fromEntries([...files].toSorted(([a], [b]) => (a < b ? -1 : 1))), notes };
};

const sizeOf = (files: ReadonlyMap<string, string>): number => [...files.values()].reduce((sum, content) => sum + content.length, 0);

const writeFile = (
  files: Map<string, string>,
  { path, content }: { readonly path: string; readonly content: string },
): Problem | undefined => {
  const problem = pathProblem(path);
  if (problem !== undefined) return { problem };
  files.set(path, content);
  return undefined;
};

type Progress = { readonly notes: string[]; readonly budget: Budget };

const applyFilePatch = (files: Map<string, string>, patch: FilePatch, { notes, budget }: Progress): Problem | undefined => {
  const paths = pathsOf(patch, files);
  if (isProblem(paths)) return paths;
  const { from, to } = paths;
  if (to === undefined) {
    files.delete(from ?? '');
    return undefined;
  }
  const before = from === undefined ? '' : (files.get(from) ?? '');
  const applied = applyHunks(before, patch.hunks, budget);
  if (isProblem(applied)) return { problem: `${to}: ${applied.problem}` };
  notes.push(...applied.notes.map((note) => `${to}: ${note}`));
  if (from !== undefined) files.delete(from);
  files.set(to, applied.text);
  return undefined;
};

type Paths = { readonly from: string | undefined; readonly to: string | undefined };

/** Which files a patch is about. `a/` and `b/` are git's own prefixes; a name without them is taken as it is. */
const pathsOf = ({ oldName, newName, renames, hunks }: FilePatch, files: ReadonlyMap<string, string>): Paths | Problem => {
  const names = [oldName, newName].flatMap((name) => (name === undefined ? [] : [cleanPath(name), unprefixed(name)]));
  const problem = names.length === 0 ? 'a patch names no file' : names.map(pathProblem).find((each) => each !== undefined);
  if (problem !== undefined) return { problem };
  const from = oldName === undefined ? undefined : existing(oldName, files);
  const to = newName === undefined ? undefined : existing(newName, files);
  if (newName === undefined) return from === undefined ? absent(oldName) : { from, to: undefined };
  const target = renames ? cleanPath(newName) : unprefixed(newName);
  // `b/x.py` is then `x.py`, even where a folder b holds one.
  if (oldName === undefined)
    return files.has(target) ? { problem: `the patch makes ${target}, which exists` } : { from: undefined, to: target };
  if (renames) {
    if (from === undefined) return absent(oldName);
    return to === undefined || to === from ? { from, to: target } : { problem: `the patch renames ${from} to ${to}, which exists` };
  }
  if (to !== undefined) return { from: to, to };
  if (from !== undefined) return { problem: `the patch names two files, ${from} and ${target}, and no renaming` };
  // Models write new files under their own name on both sides.
  const adds = hunks.length > 0 && hunks.every(({ lines }) => lines.every(({ kind }) => kind === '+'));
  return adds ? { from: undefined, to: target } : absent(newName);
};

const absent = (name: string | undefined): Problem => ({ problem: `the patch changes ${unprefixed(name ?? '')}, which does not exist` });

const unprefixed = (name: string): string => cleanPath(cleanPath(name).replace(/^[ab]\//, ''));

const existing = (name: string, files: ReadonlyMap<string, string>): string | undefined =>
  [unprefixed(name), cleanPath(name)].find((path) => files.has(path));

/** The paths that differ between two states of a repository, sorted. */
export const changedPaths = (before: SourceFiles, after: SourceFiles): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((path) => fileAt(before, path) !== fileAt(after, path)).toSorted();
