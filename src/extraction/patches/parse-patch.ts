import { type FilePatch, type Hunk, isProblem, type Problem } from './file-patch.ts';
import { areNames, type PatchText, readHunk } from './read-hunk.ts';

type Names = { oldName: string | undefined; newName: string | undefined };
type Draft = Names & { renames: boolean; created: boolean; deleted: boolean; readonly hunks: Hunk[] };

/** Whether a patch begins at this line. */
export const beginsPatch = (line: string | undefined, next: string | undefined): boolean =>
  line !== undefined && (/^diff --git \S+ \S/.test(line) || areNames(line, next));

/**
 * The file patches of a unified diff, `git diff` style or plain. What stands between them is passed over.
 * A problem where it can't be read, or asks for something other than text files to be made, changed, renamed or deleted.
 */
export const parsePatch = (text: PatchText): readonly FilePatch[] | Problem => {
  const drafts: Draft[] = [];
  for (let index = 0; index < text.lines.length; ) {
    const step = readStep(text, index, drafts);
    if (isProblem(step)) return step;
    index = step.next;
  }
  return drafts.map(({ created, deleted, oldName, newName, renames, hunks }) => ({
    oldName: created ? undefined : oldName,
    newName: deleted ? undefined : newName,
    renames,
    hunks,
  }));
};

const draftOf = (names: Names): Draft => ({ ...names, renames: false, created: false, deleted: false, hunks: [] });

/** Reads what begins at a line into the drafts, and says where the next thing begins. */
const readStep = (text: PatchText, index: number, drafts: Draft[]): { readonly next: number } | Problem => {
  const line = text.lines[index] ?? '';
  const current = drafts.at(-1);
  if (line.startsWith('diff --git ')) {
    const names = /^diff --git (\S+) (\S+)\s*$/.exec(line);
    drafts.push(draftOf({ oldName: names?.[1], newName: names?.[2] }));
    return { next: index + 1 };
  }
  if (areNames(line, text.lines[index + 1])) {
    const names = namesOf(line, text.lines[index + 1] ?? '');
    if (isProblem(names)) return names;
    if (current === undefined || current.hunks.length > 0 || !isOf(current, names)) drafts.push(draftOf(names));
    else if (!current.renames) Object.assign(current, names);
    return { next: index + 2 };
  }
  if (line.startsWith('@@')) {
    if (current === undefined) return { problem: 'the patch does not say which file it changes: a hunk stands before any --- and +++' };
    const read = readHunk(text, index);
    if (isProblem(read)) return read;
    if (read.hunk.lines.length > 0) current.hunks.push(read.hunk);
    return { next: read.next };
  }
  const problem = current === undefined || current.hunks.length > 0 ? undefined : readHeader(line, current);
  return problem ?? { next: index + 1 };
};

const namesOf = (old: string, fresh: string): Names | Problem => {
  const written = [old, fresh].map((line) => (line.slice(4).split('\t', 1)[0] ?? '').trim());
  const escaped = written.find((name) => name.startsWith('"') && name.includes('\\'));
  if (escaped !== undefined) return { problem: `a file name in escapes is not understood: ${escaped.slice(0, 100)}` };
  const [oldName, newName] = written
    .map((name) => /^"(.*)"$/.exec(name)?.[1] ?? name)
    .map((name) => (name === '/dev/null' ? undefined : name));
  return { oldName, newName };
};

/** Whether the lines --- and +++ belong to the `diff --git` above them. */
const isOf = (current: Draft, names: Names): boolean => {
  const agrees = (one: string | undefined, other: string | undefined): boolean => one === undefined || other === undefined || one === other;
  return current.renames || (agrees(names.oldName, current.oldName) && agrees(names.newName, current.newName));
};

const refused: readonly (readonly [pattern: RegExp, problem: string])[] = [
  [/^(?:new file mode|new mode|index [0-9a-f.]+) 120000/, 'the patch makes a symbolic link'],
  [/^(?:new file mode|new mode|index [0-9a-f.]+) 160000/, 'the patch makes a submodule'],
  [/^(?:GIT binary patch|Binary files .* differ)/, 'the patch changes a binary file'],
  [/^copy (?:from|to) /, 'the patch copies a file; only made, changed, renamed and deleted ones are understood'],
];

/** Git's lines between `diff --git` and the first hunk. */
const readHeader = (line: string, current: Draft): Problem | undefined => {
  const problem = refused.find(([pattern]) => pattern.test(line))?.[1];
  if (problem !== undefined) return { problem };
  if (line.startsWith('new file mode ')) current.created = true;
  if (line.startsWith('deleted file mode ')) current.deleted = true;
  if (line.startsWith('rename from ')) Object.assign(current, { oldName: line.slice(12).trim(), renames: true });
  if (line.startsWith('rename to ')) Object.assign(current, { newName: line.slice(10).trim(), renames: true });
  return undefined;
};
