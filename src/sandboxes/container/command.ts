import type { Limits } from '../../core/index.ts';
import { defaultInside, type InsideConfig, insideArguments } from '../inside.ts';

export const containerEngines = ['podman', 'docker'] as const;
export type ContainerEngine = (typeof containerEngines)[number];

export type ContainerLine = {
  /** Counts from 0. Containers that run at the same time have different ones: limits of processes count for each user. */
  readonly slot: number;
  /** A name that the engine finds on this machine; nothing is pulled. */
  readonly image: string;
  /** More arguments of `run`, before the image: `--runtime runc`, `--rootfs`. */
  readonly extra: readonly string[];
  /** Unguessable, so that this container and no other is removed. */
  readonly name: string;
  readonly limits: Pick<Limits, 'memoryMb' | 'processes' | 'fileBytes'>;
};

/** User and group of everything in the first container; nobody's on the host. */
const firstUserId = 64_500;

/** Memory of the program inside, in MB, on top of the candidate's limit. */
const ownMemoryMb = 256;

/** Processes and threads that the program inside needs, on top of twice the candidate's (limits count threads). */
const ownProcesses = 16;

const folder = (path: string, bytes: number): readonly string[] => ['--tmpfs', `${path}:rw,exec,nosuid,nodev,size=${bytes},mode=1777`];

/** The arguments that start one container for one session, after the engine's name. */
export const containerArguments = ({ slot, image, extra, name, limits }: ContainerLine): readonly string[] => {
  const bytes = Math.max(defaultInside.folderBytes, 2 * limits.fileBytes);
  const memory = `${limits.memoryMb + ownMemoryMb}m`;
  return [
    'run',
    ...['--rm', '--interactive', '--name', name, '--pull', 'never', '--log-driver', 'none'],
    ...['--network', 'none', '--hostname', 'box', '--ipc', 'private'],
    ...['--read-only', '--cap-drop', 'all', '--security-opt', 'no-new-privileges'],
    ...['--user', `${firstUserId + slot}:${firstUserId + slot}`, '--workdir', '/'],
    ...['--memory', memory, '--memory-swap', memory, '--pids-limit', String(2 * limits.processes + ownProcesses)],
    ...['--ulimit', 'nofile=256:256', '--ulimit', 'core=0:0', '--ulimit', 'nproc=1024:1024', '--shm-size', String(bytes)],
    ...[...folder('/work', bytes), ...folder('/app', bytes), ...folder('/tmp', bytes)],
    ...['--entrypoint', '/usr/bin/python3', ...extra],
    image,
    ...insideArguments,
  ];
};

/** The container is the isolation: one for each session, no namespaces of our own, nothing made ahead for another one. */
export const containerInside: InsideConfig = { ...defaultInside, namespaces: false, ahead: false, overhead: ownProcesses };
