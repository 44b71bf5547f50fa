import { readdirSync, readFileSync } from 'node:fs';

export type ProcessFacts = {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly namespacePids: readonly number[];
};

const factsOf = (pid: string): ProcessFacts | undefined => {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): string => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1] ?? '';
    // A zombie is over; whoever is its parent has not asked yet.
    if (/^[ZX]/.test(field('State'))) return undefined;
    const namespacePids = field('NSpid').split(/\s+/).map(Number);
    return { pid: Number(pid), parent: Number(field('PPid')), name: field('Name'), namespacePids };
  } catch {
    // It ended meanwhile.
    return undefined;
  }
};

export const allProcesses = (): readonly ProcessFacts[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => factsOf(pid) ?? []);

/** Everything below this process in the process tree, whatever namespace it is in. */
export const descendants = (root = process.pid): readonly ProcessFacts[] => {
  const all = allProcesses();
  const found: ProcessFacts[] = [];
  const pending = [root];
  for (let parent = pending.pop(); parent !== undefined; parent = pending.pop()) {
    for (const one of all) {
      if (one.parent !== parent) continue;
      found.push(one);
      pending.push(one.pid);
    }
  }
  return found;
};

const depth = (): number => factsOf(String(process.pid))?.namespacePids.length ?? 1;

/** Processes in the sessions' own pid namespaces, two below this one: workers, and what they started. */
export const sessionProcesses = (): readonly ProcessFacts[] => {
  const mine = depth();
  return descendants().filter((one) => one.namespacePids.length >= mine + 2);
};

/** Session processes that are not the waiting pid 1 of a session that is still to come. */
export const survivors = (): readonly ProcessFacts[] => sessionProcesses().filter((one) => one.namespacePids.at(-1) !== 1);
