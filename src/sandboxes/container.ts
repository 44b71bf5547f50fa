import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { messageOf } from '../core/index.ts';
import { Box } from './box.ts';
import { type ContainerEngine, containerArguments, containerInside } from './container/command.ts';
import { askEngine, engineEnvironment } from './container/engine.ts';
import { probeContainer } from './container/probe.ts';
import { Turns } from './container/turns.ts';
import type { Sandbox, Session, SessionRequest } from './sandbox.ts';
import { SandboxError } from './sandbox.ts';
import { openSession } from './session.ts';

export type ContainerOptions = {
  readonly engine: ContainerEngine;
  /** Built from `container/Containerfile`, or another image that holds the same programs. */
  readonly image: string;
  /** The engine's executable. Default: its name, found on PATH. */
  readonly file?: string;
  /** More arguments of `run`, before the image: `['--runtime', 'runc']`. */
  readonly extra?: readonly string[];
  /** Containers that run at the same time. Default: one for each processor. */
  readonly slots?: number;
  /** 32 hexadecimal digits that nobody can guess; default: the system's source. */
  readonly randomId?: () => string;
};

const environment = { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: '/work', TMPDIR: '/tmp', LANG: 'C.UTF-8' };

/**
 * The boxes by podman or docker: for machines without bubblewrap. One container for each session, removed after it.
 * Weaker than namespaces of our own: inside a container the candidate and its keeper are one user, so the candidate can end
 * the keeper (a SandboxError, never a pass). Never chosen silently.
 */
export const container = (options: ContainerOptions): Sandbox => {
  const { engine, image, file = engine, extra = [] } = options;
  const randomId = options.randomId ?? (() => randomBytes(16).toString('hex'));
  const turns = new Turns(options.slots ?? availableParallelism());
  const running = new Map<Box, Promise<void>>();
  let closed = false;

  const boxFor = (slot: number, limits: SessionRequest['limits']): { readonly box: Box; readonly remove: () => Promise<void> } => {
    const name = `fathom-${process.pid}-${randomId()}`;
    const args = containerArguments({ slot, image, extra, name, limits });
    // The box starts with an empty environment; the engine needs some of its own to find its storage.
    const surroundings = Object.entries(engineEnvironment()).map(([key, value]) => `${key}=${value}`);
    const box = new Box({ file: 'env', args: [...surroundings, file, ...args], inside: containerInside, environment });
    // Killing the client leaves its container alive: the engine must remove it by name.
    const remove = async (): Promise<void> => {
      await box.kill();
      await askEngine(file, ['rm', '--force', name]);
    };
    return { box, remove };
  };

  const open = async (request: SessionRequest): Promise<Session> => {
    const { slot, end: done } = await turns.take();
    if (closed) {
      done();
      throw new SandboxError('the sandbox is closed');
    }
    const { box, remove } = boxFor(slot, request.limits);
    const end = (): void => {
      const gone = remove().finally(() => {
        running.delete(box);
        done();
      });
      running.set(box, gone);
    };
    running.set(box, Promise.resolve());
    try {
      await box.start();
      return await openSession({ box, release: end, randomId }, request);
    } catch (error) {
      end();
      throw error instanceof SandboxError ? error : new SandboxError(`${engine} failed: ${messageOf(error)}`, { cause: error });
    }
  };

  return {
    id: engine,
    summary: `a ${engine} container for each candidate; where bubblewrap is not to be had`,
    probe: () => probeContainer({ engine, file, image, open }),
    open,
    close: async () => {
      closed = true;
      await Promise.all([...running.keys()].map((box) => box.kill()));
      await Promise.all(running.values());
    },
  };
};
