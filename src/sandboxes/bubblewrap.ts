import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { bubblewrapCommand } from './bubblewrap-command.ts';
import { probeBubblewrap } from './bubblewrap-probe.ts';
import type { InsideConfig } from './inside.ts';
import { Pool } from './pool.ts';
import type { Sandbox } from './sandbox.ts';
import { openSession } from './session.ts';
import { type Staged, type StagingOptions, stage } from './staging.ts';

export type BubblewrapOptions = StagingOptions & {
  /** Boxes that run at the same time. Default: one for each processor. */
  readonly slots?: number;
  /** 32 hexadecimal digits that nobody can guess; default: the system's source. */
  readonly randomId?: () => string;
  /** First host user id of the boxes, when Fathom runs as root. Default 64200: no distribution gives it out. */
  readonly firstUserId?: number;
  /** For tests and measurements only: weakens or changes what runs inside. */
  readonly inside?: Partial<InsideConfig>;
};

const defaultFirstUserId = 64_200;

/**
 * The default sandbox: one `bwrap` process for each slot, and in it fresh pid, mount, network and ipc namespaces for each session.
 * Linux only; as root it drops to an unprivileged user first and caps memory with cgroups where there are any.
 */
export const bubblewrap = (options: BubblewrapOptions): Sandbox => {
  const isRoot = process.getuid?.() === 0;
  let staged: Staged | undefined;
  const command = (slot: number) => {
    staged ??= stage(options, isRoot);
    const { inside } = options;
    return bubblewrapCommand({
      slot,
      staged,
      firstUserId: options.firstUserId ?? defaultFirstUserId,
      isRoot,
      ...(inside === undefined ? {} : { inside }),
    });
  };
  const pool = new Pool(options.slots ?? availableParallelism(), async (slot) => command(slot));
  const randomId = options.randomId ?? (() => randomBytes(16).toString('hex'));
  return {
    id: 'bubblewrap',
    summary: 'Linux namespaces by bwrap, with fresh ones for each candidate; the default',
    probe: () => probeBubblewrap(() => command(999), isRoot),
    open: async (request) => {
      const { box, release } = await pool.acquire();
      return openSession({ box, release, randomId }, request);
    },
    close: async () => {
      await pool.close();
      staged?.remove();
      staged = undefined;
    },
  };
};
