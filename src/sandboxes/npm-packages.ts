import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Manifest = { readonly dependencies?: Readonly<Record<string, string>> };

const manifestOf = (root: string, folder: string): Manifest | undefined => {
  const path = join(root, folder, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Manifest) : undefined;
};

/** Where node finds `name` from a package at `folder`: in its own `node_modules`, then in those above it. */
const resolveFrom = (root: string, folder: string, name: string): string | undefined => {
  for (let here = folder; here !== '.'; here = dirname(here)) {
    const nested = join(here, 'node_modules', name);
    if (existsSync(join(root, nested, 'package.json'))) return nested;
  }
  return existsSync(join(root, name, 'package.json')) ? name : undefined;
};

const topOf = (folder: string): string => folder.replace(/\/node_modules\/.*$/, '');

/**
 * The folders right below `root`, a `node_modules`, that a package needs, itself included: what installing it alone would have
 * brought. Packages nested below another one come with that one. Empty where the package is not there.
 */
export const npmClosure = (root: string, name: string): readonly string[] => {
  const seen = new Set<string>();
  const pending = [name];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    const manifest = seen.has(folder) ? undefined : manifestOf(root, folder);
    if (manifest === undefined) continue;
    seen.add(folder);
    for (const dependency of Object.keys(manifest.dependencies ?? {})) {
      const found = resolveFrom(root, folder, dependency);
      if (found !== undefined) pending.push(found);
    }
  }
  return [...new Set([...seen].map(topOf))].sort();
};

// What no program runs, and most of the files: types, texts, archives, builds for browsers and debuggers; tests beside the package.
const idleFile = /\.(?:[cm]?ts|md|markdown|map|zip|ya?ml|flow)$|^sql-.*(?:browser|debug)|^worker\.sql/;
const idleFolder = /^(?:\.github|\.nyc_output|tests?|docs?|examples?|bench(?:mark)?s?|integration)$/;

/** A link costs a tenth of a copy. Other file systems, and users who may not link, get a copy. */
const give = (source: string, target: string): void => {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
};

const layFolder = (from: string, to: string, isPackage: boolean): void => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      if (entry.name === 'node_modules') layModules(source, target);
      else if (!(isPackage && idleFolder.test(entry.name))) layFolder(source, target, false);
    } else if (entry.isFile() && !idleFile.test(entry.name)) give(source, target);
  }
};

const layModules = (from: string, to: string): void => {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.name.startsWith('@')) layModules(source, target);
    else if (entry.isDirectory() && entry.name !== '.bin') layFolder(source, target, true);
  }
};

/** Lays a package, as far as programs need it, into a fresh folder, to be read only. Symbolic links in it are left out. */
export const layPackage = (from: string, to: string): void => layFolder(from, to, true);
