import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { LaidFile } from '../source-folder.ts';
import { withoutSuppressions } from './suppression-words.ts';

/** A folder that holds these files and nothing else, with a place beside it for what the tool writes. */
export type Project = {
  /** Absolute. The tool is run in it. */
  readonly source: string;
  /** Absolute; a folder outside of `source`. */
  readonly scratch: string;
  /** The text of a file below `scratch`; undefined where the tool wrote none. */
  output(name: string): Promise<string | undefined>;
};

export type Layout = {
  /** More files, by their path below the source folder: a module file, a file that must be found. */
  readonly extras?: Readonly<Record<string, string>>;
};

/** The path of a file below the source folder. In Go, the files of one folder are one program, so each gets a folder. */
export const placeOf = ({ file, name }: Pick<LaidFile, 'name'> & { readonly file: Pick<LaidFile['file'], 'language'> }): string =>
  file.language === 'go' ? `${name.replace(/\.go$/, '')}/${name}` : name;

const goModule = 'module sample\n\ngo 1.18\n';

const outputLimitBytes = 256_000_000;

/** The tool wrote a report that is too large to be read. */
export class TooMuchOutput extends Error {}

const readIfThere = async (path: string): Promise<string | undefined> => {
  try {
    if ((await stat(path)).size > outputLimitBytes) throw new TooMuchOutput(`its report is larger than ${outputLimitBytes} bytes`);
    return await readFile(path, 'utf8');
  } catch (thrown) {
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return undefined;
    throw thrown;
  }
};

/**
 * Lays files out as a project of their own (mode 0700), hands it over, and removes it. Words that would silence a tool are spoilt in them.
 * Halves of a batch get projects of their own: a tool that takes a folder would see the neighbours again.
 */
export const withProject = async <T>(laid: readonly LaidFile[], layout: Layout, use: (project: Project) => Promise<T>): Promise<T> => {
  const root = await mkdtemp(join(tmpdir(), 'fathom-'));
  const source = join(root, 'src');
  const scratch = join(root, 'out');
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(source, path)), { recursive: true });
    await writeFile(join(source, path), text, { flag: 'wx', mode: 0o600 });
  };
  try {
    await Promise.all([mkdir(source), mkdir(scratch)]);
    for (const file of laid) await write(placeOf(file), withoutSuppressions(file.file.code));
    if (laid.some(({ file }) => file.language === 'go')) await write('go.mod', goModule);
    for (const [path, text] of Object.entries(layout.extras ?? {})) await write(path, text);
    return await use({ source, scratch, output: (name) => readIfThere(join(scratch, name)) });
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};
