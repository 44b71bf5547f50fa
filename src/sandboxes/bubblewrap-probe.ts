import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { defaultLimits, messageOf } from '../core/index.ts';
import { Box, type BoxCommand } from './box.ts';
import type { Cgroup } from './cgroups.ts';
import type { Availability } from './sandbox.ts';
import { openSession } from './session.ts';

const versionOf = (file: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    execFile(file, ['--version'], { timeout: 10_000 }, (error, stdout) => resolve(error === null ? stdout.trim() : undefined));
  });

const firstLine = async (path: string): Promise<string | undefined> => {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch {
    return undefined;
  }
};

const apt = (name: string): string => `sudo apt-get install -y ${name}`;

/** What stands in the way of user namespaces, and the line that mends it. */
const remedyFor = async (reason: string): Promise<string> => {
  if ((await firstLine('/proc/sys/kernel/apparmor_restrict_unprivileged_userns')) === '1') {
    return 'Ubuntu forbids unprivileged user namespaces: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0';
  }
  if ((await firstLine('/proc/sys/kernel/unprivileged_userns_clone')) === '0') return 'sudo sysctl -w kernel.unprivileged_userns_clone=1';
  if ((await firstLine('/proc/sys/user/max_user_namespaces')) === '0') return 'sudo sysctl -w user.max_user_namespaces=15000';
  if (existsSync('/.dockerenv') || existsSync('/run/.containerenv')) {
    return 'inside a container: start it with --security-opt seccomp=unconfined --security-opt apparmor=unconfined --cap-add SYS_ADMIN, or use a machine of its own';
  }
  return reason.includes('python3') ? apt('python3') : 'try the command by hand: bwrap --unshare-all --ro-bind / / true';
};

// Tells what it can see, in its own words; nothing depends on it but this probe's own check.
const witness = `
import os, socket
def look():
    status = open('/proc/self/status').read()
    def field(name):
        return status.split(name + ':')[1].split()[0]
    try:
        socket.socket(40, socket.SOCK_STREAM).close()
        vsock = True
    except OSError:
        vsock = False
    return {'pid': os.getpid(), 'capabilities': field('CapEff') + field('CapBnd'), 'seccomp': field('Seccomp'), 'vsock': vsock,
            'interfaces': [name for _, name in socket.if_nameindex()], 'root': sorted(os.listdir('/'))}
`;

type Seen = { pid: number; capabilities: string; seccomp: string; vsock: boolean; interfaces: string[] };

const weakness = (seen: Seen): string | undefined => {
  if (seen.pid !== 1) return 'the candidate is not in a pid namespace of its own';
  if (!/^0+$/.test(seen.capabilities)) return 'the candidate keeps capabilities';
  if (seen.seccomp !== '2' || seen.vsock) return 'the seccomp filter is not in force';
  return seen.interfaces.join() === 'lo' ? undefined : 'the candidate sees network devices besides lo';
};

const look = async (box: Box): Promise<Seen> => {
  const launch = { runtime: 'python-fork', payload: { code: witness, functions: ['look'] }, packages: [] };
  const tools = { box, release: () => undefined, randomId: () => '0'.repeat(32) };
  const session = await openSession(tools, { launch, limits: defaultLimits, files: [], environment: {} });
  const answer = await session.call('look', []);
  await session.close();
  if (answer.ended !== 'answered') throw new Error(`the trial program ${answer.ended}: ${JSON.stringify(answer)}`);
  return answer.value as Seen;
};

/** Runs a box for real and looks at it from inside. */
export const probeBubblewrap = async (command: () => BoxCommand & { readonly cgroup?: Cgroup }, isRoot: boolean): Promise<Availability> => {
  const unavailable = (reason: string, remedy: string): Availability => ({ available: false, reason, remedy });
  if (process.platform !== 'linux')
    return unavailable(`bubblewrap needs Linux, this is ${process.platform}`, 'use --sandbox podman or --sandbox docker');
  const version = await versionOf('bwrap');
  if (version === undefined) return unavailable('bwrap is not on PATH', apt('bubblewrap'));
  if (!existsSync('/usr/bin/python3'))
    return unavailable('/usr/bin/python3 is missing; the keeper inside the box is written in Python', apt('python3'));
  if (isRoot && (await versionOf('setpriv')) === undefined)
    return unavailable('setpriv is not on PATH; root must drop its user first', apt('util-linux'));
  let box: Box | undefined;
  try {
    const made = command();
    box = new Box(made);
    const ready = await box.start();
    const problem = weakness(await look(box));
    if (problem !== undefined) return unavailable(problem, 'report this with the output of `fathom doctor`: the box must not be used');
    const features = [
      'namespaces for each session: pid, mount, net, ipc',
      'seccomp',
      'no capabilities',
      isRoot ? 'host user dropped' : 'unprivileged host user',
      made.cgroup === undefined ? 'memory watched by the warden (no cgroup)' : `cgroup v${made.cgroup.version}: memory, pids`,
      `python ${String(ready.header.python)}`,
    ];
    return {
      available: true,
      version: version.replace(/^bubblewrap /, ''),
      isolation: { sandbox: 'bubblewrap', level: 'namespaces', features },
    };
  } catch (error) {
    const reason = messageOf(error);
    return unavailable(reason, await remedyFor(reason));
  } finally {
    await box?.kill();
  }
};
