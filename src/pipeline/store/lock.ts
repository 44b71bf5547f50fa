import { readdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../core/index.ts';

type Owner = { readonly pid: number; readonly host: string; readonly born: string };

/** When a process was born, in the kernel's own ticks: tells a process from a later one with the same number. */
const bornAt = async (pid: number): Promise<string> => {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return ''; // No procfs here: the process number alone must do.
  }
};

const isAlive = async (owner: Owner): Promise<boolean> => {
  if (owner.host !== hostname()) return true; // Another machine's process can't be seen: assume the worst.
  try {
    process.kill(owner.pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const born = await bornAt(owner.pid);
  return born === '' || owner.born === '' || born === owner.born;
};

const readOwner = async (path: string): Promise<Owner | undefined> => {
  try {
    const owner: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof owner === 'object' && owner !== null && 'pid' in owner && 'host' in owner && 'born' in owner
      ? (owner as Owner)
      : undefined;
  } catch {
    return undefined; // Half written by a process that was killed meanwhile, or gone.
  }
};

const generations = async (folder: string): Promise<readonly number[]> =>
  (await readdir(folder))
    .map((name) => /^lock\.(\d+)$/.exec(name)?.[1])
    .filter((digits) => digits !== undefined)
    .map(Number)
    .sort((a, b) => b - a);

const inUse = (folder: string, owner: Owner): UserError =>
  new UserError(
    'run-in-use',
    `The run folder ${folder} is being written by process ${owner.pid} on ${owner.host}. ` +
      'Wait for it, stop it, or choose another folder with --out. If that machine is gone for good, delete the lock.* file in the folder.',
  );

/**
 * Makes this process the only writer of a run folder. Each lock has a generation: a dead owner's lock N is overtaken by
 * creating N + 1 exclusively, which the file system grants to one process only. Released by the returned function; a killed
 * process's lock is seen to be dead at once.
 */
export const acquireLock = async (folder: string): Promise<() => Promise<void>> => {
  const me: Owner = { pid: process.pid, host: hostname(), born: await bornAt(process.pid) };
  const present = await generations(folder);
  for (const generation of present) {
    const owner = await readOwner(join(folder, `lock.${generation}`));
    if (owner !== undefined && (await isAlive(owner))) throw inUse(folder, owner);
  }
  const mine = (present[0] ?? 0) + 1;
  const path = join(folder, `lock.${mine}`);
  try {
    await writeFile(path, JSON.stringify(me), { flag: 'wx' });
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== 'EEXIST') throw thrown;
    throw inUse(folder, (await readOwner(path)) ?? { pid: 0, host: 'this machine', born: '' });
  }
  // A rival that saw an older state may hold another generation: both then withdraw, which is safe.
  for (const generation of await generations(folder)) {
    if (generation === mine) continue;
    const other = join(folder, `lock.${generation}`);
    const owner = await readOwner(other);
    if (owner !== undefined && (await isAlive(owner))) {
      await unlink(path);
      throw inUse(folder, owner);
    }
    await unlink(other).catch(() => undefined); // Already removed by a rival that withdrew.
  }
  return async () => {
    await unlink(path).catch(() => undefined); // The folder may have been removed by its user.
  };
};
