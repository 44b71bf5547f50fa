import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** What is made visible in every box besides the system: folders on the host and where they appear. */
export type Staged = { readonly binds: readonly { readonly from: string; readonly to: string }[]; readonly remove: () => void };

export type StagingOptions = {
  /** The node that runs JavaScript candidates. */
  readonly nodePath: string;
  /** A `node_modules` folder and the packages that candidates may import from it, with what they depend on. */
  readonly npm?: { readonly root: string; readonly packages: readonly string[] };
};

/** Names of the packages and of everything that they depend on, as far as it lies flat in `root`. */
const closureOf = (root: string, packages: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const pending = [...packages];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const manifest = join(root, name, 'package.json');
    if (found.has(name) || !existsSync(manifest)) continue;
    found.add(name);
    const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as { readonly dependencies?: Readonly<Record<string, string>> };
    pending.push(...Object.keys(dependencies ?? {}));
  }
  return found;
};

const isForEverybody = (path: string): boolean => {
  for (let here = path; here !== dirname(here); here = dirname(here)) {
    const { mode } = statSync(here);
    if ((mode & 0o005) !== 0o005) return false;
  }
  return true;
};

const removeStale = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^fathom-box-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || existsSync(`/proc/${owner}`)) continue;
    const folder = join(tmpdir(), name);
    if (statSync(folder).uid === process.getuid?.()) rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Copies what the box's user could not reach on the host, or must not see all of, into a folder that everybody can read.
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
  const { npm } = options;
  if (npm !== undefined && existsSync(npm.root)) {
    const modules = place('node_modules');
    for (const name of closureOf(npm.root, npm.packages))
      cpSync(join(npm.root, name), join(modules, name), { recursive: true, dereference: true });
    binds.push({ from: modules, to: '/node_modules' });
  }
  // mkdtemp makes folders that only their owner can enter.
  if (folder !== undefined) chmodSync(folder, 0o755);
  return { binds, remove: () => folder !== undefined && rmSync(folder, { recursive: true, force: true }) };
};
