import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdtempSync, readlinkSync, realpathSync, rmSync, symlinkSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { messageOf } from '../core/index.ts';
import type { BoxCommand } from './box.ts';
import { defaultInside, insideArguments } from './inside.ts';
import { Pool } from './pool.ts';
import type { Availability, Sandbox } from './sandbox.ts';
import { SandboxError } from './sandbox.ts';
import { openSession } from './session.ts';

export type NoneOptions = {
  readonly nodePath: string;
  readonly randomId?: () => string;
  /**
   * Where `/work` and `/app` are to appear. Default: the root of the file system, by links that are removed on `close`.
   * Elsewhere, candidates must be told the other path: for tests.
   */
  readonly linksIn?: string;
};

/** Where Fathom is root, candidates are not: what they may kill and write must not be everything. */
const userId = 64_399;

const linkPrefix = 'fathom-none-';

/** Links `/work` and `/app` to private folders. Refuses where something else has that name: it is never touched. */
const link = (name: string, linksIn: string, target: string): void => {
  const path = join(linksIn, name);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() === true && readlinkSync(path).includes(linkPrefix)) unlinkSync(path);
  else if (found !== undefined)
    throw new SandboxError(`${path} exists; without namespaces the candidate's ${name} folder must be made there`);
  symlinkSync(join(target, name), path);
};

/**
 * No isolation: the program of the boxes, without namespaces. Limits, the protocol and the system call filter hold; files, network
 * and other processes of this user are open to the candidate. For disposable machines only, one session at a time.
 */
export const none = (options: NoneOptions): Sandbox => {
  const linksIn = options.linksIn ?? '/';
  const isRoot = process.getuid?.() === 0;
  const drop = isRoot ? ['setpriv', '--reuid', String(userId), '--regid', String(userId), '--clear-groups', '--inh-caps=-all'] : [];
  let root: string | undefined;
  const unlinkAll = (): void => {
    if (root === undefined) return;
    for (const name of ['work', 'app']) {
      const path = join(linksIn, name);
      if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true && readlinkSync(path) === join(root, name))
        unlinkSync(path);
    }
    rmSync(root, { recursive: true, force: true });
    root = undefined;
  };
  const prepare = (): string => {
    if (root !== undefined) return root;
    root = mkdtempSync(join(realpathSync(tmpdir()), linkPrefix));
    chmodSync(root, 0o755);
    if (isRoot) chownSync(root, userId, userId);
    try {
      for (const name of ['work', 'app']) link(name, linksIn, root);
    } catch (error) {
      unlinkAll();
      throw error instanceof SandboxError ? error : new SandboxError(`no folders for the candidate: ${messageOf(error)}`, { cause: error });
    }
    return root;
  };
  const command = async (): Promise<BoxCommand> => {
    const folder = prepare();
    const [file = '/usr/bin/python3', ...args] = [...drop, '/usr/bin/python3', ...insideArguments];
    return {
      file,
      args,
      inside: { ...defaultInside, namespaces: false, ahead: false, root: folder, overhead: 4096 },
      environment: {
        PATH: `${dirname(options.nodePath)}:/usr/local/bin:/usr/bin:/bin`,
        HOME: join(folder, 'work'),
        TMPDIR: join(folder, 'tmp'),
        LANG: 'C.UTF-8',
      },
    };
  };
  const pool = new Pool(1, command);
  const randomId = options.randomId ?? (() => randomBytes(16).toString('hex'));
  const open: Sandbox['open'] = async (request) => {
    const { box, release } = await pool.acquire();
    return openSession({ box, release, randomId }, request);
  };
  return {
    id: 'none',
    summary: 'no isolation at all; only for machines that may be lost',
    probe: async (): Promise<Availability> => {
      try {
        prepare();
        const { box, release } = await pool.acquire();
        release();
        return {
          available: true,
          version: '0',
          isolation: { sandbox: 'none', level: 'none', features: box.usable ? ['limits', 'seccomp', 'no namespaces'] : [] },
        };
      } catch (error) {
        return {
          available: false,
          reason: messageOf(error),
          remedy: 'run Fathom in a disposable container or virtual machine that has no /work and /app, as a user who may make them',
        };
      }
    },
    open,
    close: async () => {
      await pool.close();
      unlinkAll();
    },
  };
};
