import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { layPackage, npmClosure } from './npm-packages.ts';

/** What is made visible in every box besides the system. */
export type Staged = {
  /** Folders on the host and where they appear. */
  readonly binds: readonly { readonly from: string; readonly to: string }[];
  /** For each npm package that a task may declare: the folders of `/opt/npm/node_modules` that it brings. */
  readonly npm: Readonly<Record<string, readonly string[]>>;
  readonly remove: () => void;
};

export type StagingOptions = {
  /** The node that runs JavaScript candidates. */
  readonly nodePath: string;
  /** A `node_modules` folder and the packages of it that tasks may declare; each comes with what it depends on. */
  readonly npm?: { readonly root: string; readonly packages: readonly string[] };
  /** Read-only folders that are made once for all boxes. */
  readonly tools?: readonly ToolFolder[];
};

/** What candidates of a language need beyond the system: a toolchain, libraries compiled ahead. */
export type ToolFolder = {
  /** Where it appears in a box. */
  readonly to: string;
  /** Fills a fresh folder on the host, of trusted input only; false where there is nothing to give. */
  readonly fill: (folder: string) => boolean;
};

const isForEverybody = (path: string): boolean => {
  for (let here = path; here !== dirname(here); here = dirname(here)) {
    const { mode } = statSync(here);
    if ((mode & 0o005) !== 0o005) return false;
  }
  return true;
};

const letEverybodyRead = (path: string): void => {
  const found = statSync(path);
  chmodSync(path, found.mode | (found.isDirectory() || (found.mode & 0o100) !== 0 ? 0o555 : 0o444));
  if (found.isDirectory()) for (const name of readdirSync(path)) letEverybodyRead(join(path, name));
};

const removeStale = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^fathom-box-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || existsSync(`/proc/${owner}`)) continue;
    const folder = join(tmpdir(), name);
    if (statSync(folder).uid === process.getuid?.()) rmSync(folder, { recursive: true, force: true });
  }
};

const npmFolders = ({ npm }: StagingOptions): Staged['npm'] => {
  if (npm === undefined) return {};
  const found = npm.packages.map((name) => [name, npmClosure(npm.root, name)] as const);
  return Object.fromEntries(found.filter(([, folders]) => folders.length > 0));
};

/**
 * Lays what the box's user could not reach on the host, or must not see all of, into a folder that everybody can read.
 * `dropped`: whether the box runs as another user than this process.
 */
export const stage = (options: StagingOptions, dropped: boolean): Staged => {
  const binds: { from: string; to: string }[] = [];
  let folder: string | undefined;
  const place = (name: string): string => {
    if (folder === undefined) {
      removeStale();
      folder = mkdtempSync(join(tmpdir(), `fathom-box-${process.pid}-`));
    }
    const path = join(folder, name);
    mkdirSync(path, { recursive: true, mode: 0o755 });
    return path;
  };
  const node = existsSync(options.nodePath) ? realpathSync(options.nodePath) : undefined;
  if (node !== undefined && !node.startsWith('/usr/')) {
    if (dropped && !isForEverybody(node)) {
      const copy = join(place('node/bin'), 'node');
      cpSync(node, copy);
      binds.push({ from: dirname(dirname(copy)), to: '/opt/node' });
    } else {
      binds.push({ from: node, to: '/opt/node/bin/node' });
    }
  }
  const npm = npmFolders(options);
  const folders = new Set(Object.values(npm).flat());
  if (options.npm !== undefined && folders.size > 0) {
    const { root } = options.npm;
    const modules = place('npm/node_modules');
    for (const name of folders) layPackage(join(root, name), join(modules, name));
    binds.push({ from: dirname(modules), to: '/opt/npm' });
  }
  for (const { to, fill } of options.tools ?? []) {
    const made = place(`tools${to}`);
    if (!fill(made)) continue;
    letEverybodyRead(made);
    binds.push({ from: made, to });
  }
  // mkdtemp makes folders that only their owner can enter.
  if (folder !== undefined) chmodSync(folder, 0o755);
  return { binds, npm, remove: () => folder !== undefined && rmSync(folder, { recursive: true, force: true }) };
};
