import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kernel groups of one box: cap on memory and processes, whatever the number of processes. */
export type Cgroup = {
  readonly version: 1 | 2;
  /** Files that take the pid of a process that is to join. */
  readonly joins: readonly string[];
  setMemory(bytes: number): void;
  /** Removes the groups; they must be empty. */
  remove(): void;
};

/** Most processes and threads of a box together, Fathom's own included. */
const mostProcesses = 512;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const removeQuietly = (folder: string): void => {
  try {
    rmdirSync(folder);
  } catch {
    // Still busy, or gone: the next start removes groups of dead hosts.
    return;
  }
};

/** Groups that a killed Fathom left behind. */
const removeStale = (parent: string): void => {
  for (const name of readdirSync(parent)) {
    const owner = /^fathom-(\d+)-\d+$/.exec(name)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) removeQuietly(join(parent, name));
  }
};

const makeVersion1 = (root: string, name: string): Cgroup => {
  const memory = join(root, 'memory', name);
  const pids = join(root, 'pids', name);
  for (const folder of [memory, pids]) {
    removeStale(join(folder, '..'));
    mkdirSync(folder, { recursive: true });
  }
  writeFileSync(join(pids, 'pids.max'), String(mostProcesses));
  return {
    version: 1,
    joins: [join(memory, 'cgroup.procs'), join(pids, 'cgroup.procs')],
    setMemory: (bytes) => writeFileSync(join(memory, 'memory.limit_in_bytes'), String(bytes)),
    remove: () => {
      removeQuietly(memory);
      removeQuietly(pids);
    },
  };
};

const makeVersion2 = (root: string, name: string): Cgroup => {
  const folder = join(root, name);
  removeStale(root);
  writeFileSync(join(root, 'cgroup.subtree_control'), '+memory +pids');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pids.max'), String(mostProcesses));
  if (existsSync(join(folder, 'memory.swap.max'))) writeFileSync(join(folder, 'memory.swap.max'), '0');
  return {
    version: 2,
    joins: [join(folder, 'cgroup.procs')],
    setMemory: (bytes) => writeFileSync(join(folder, 'memory.max'), String(bytes)),
    remove: () => removeQuietly(folder),
  };
};

/** Groups for one box, or undefined where this user may not make any. `root`: where the groups are mounted. */
export const makeCgroup = (slot: number, root = '/sys/fs/cgroup'): Cgroup | undefined => {
  const name = `fathom-${process.pid}-${slot}`;
  try {
    if (existsSync(join(root, 'memory', 'memory.limit_in_bytes')) && existsSync(join(root, 'pids'))) return makeVersion1(root, name);
    if (existsSync(join(root, 'cgroup.controllers'))) return makeVersion2(root, name);
    return undefined;
  } catch {
    // Not permitted here. The warden still watches memory; the probe says which of the two is in force.
    return undefined;
  }
};
