import { existsSync, lstatSync, readdirSync } from 'node:fs';
import type { BoxCommand } from './box.ts';
import { type Cgroup, makeCgroup } from './cgroups.ts';
import { defaultInside, type InsideConfig, insideArguments } from './inside.ts';
import type { Staged } from './staging.ts';

export type BubblewrapCommandOptions = {
  readonly slot: number;
  readonly staged: Staged;
  /** First host user id of the boxes: box n runs as this + n. Only used when this process is root. */
  readonly firstUserId: number;
  readonly isRoot: boolean;
  readonly inside?: Partial<InsideConfig>;
};

/** Memory of the box's own processes, in MB, on top of the candidate's limit. */
const ownMemoryMb = 256;

/** `/bin`, `/lib` … are links into /usr on merged systems, folders on others. */
const systemFolder = (name: string): readonly string[] => {
  const path = `/${name}`;
  if (!existsSync(path)) return [];
  return lstatSync(path).isSymbolicLink() ? ['--symlink', `usr/${name}`, path] : ['--ro-bind', path, path];
};

/** What the files of a JDK in /usr are links to on Debian and Fedora: its settings and the certificates that it trusts. */
const javaSettings = (): readonly string[] =>
  [...readdirSync('/etc').filter((name) => /^java(?:-\d+-openjdk)?$/.test(name)), 'ssl/certs/java'].map((name) => `/etc/${name}`);

const device = (name: string): readonly string[] => ['--dev-bind', `/dev/${name}`, `/dev/${name}`];

const mounts = (staged: Staged): readonly string[] => [
  ...['--ro-bind', '/usr', '/usr'],
  ...['bin', 'sbin', 'lib', 'lib32', 'lib64'].flatMap(systemFolder),
  ...['/etc/ld.so.cache', '/etc/alternatives', ...javaSettings()].flatMap((path) => (existsSync(path) ? ['--ro-bind', path, path] : [])),
  ...['--proc', '/proc', '--tmpfs', '/dev'],
  ...['null', 'zero', 'full', 'random', 'urandom'].flatMap(device),
  ...['--symlink', '/proc/self/fd', '/dev/fd', '--symlink', '/proc/self/fd/0', '/dev/stdin'],
  ...['--symlink', '/proc/self/fd/1', '/dev/stdout', '--symlink', '/proc/self/fd/2', '/dev/stderr'],
  ...['--dir', '/dev/shm', '--remount-ro', '/dev'],
  ...['/work', '/tmp', '/app', '/var', '/run', '/root', '/home'].flatMap((path) => ['--dir', path]),
  ...['--symlink', '/tmp', '/var/tmp'],
  ...staged.binds.flatMap(({ from, to }) => ['--ro-bind', from, to]),
];

// What the warden needs in the box's own user namespace; every worker drops it before it learns what to run.
const capabilities = ['CAP_SYS_ADMIN', 'CAP_SYS_CHROOT', 'CAP_SETPCAP', 'CAP_NET_ADMIN'].flatMap((name) => ['--cap-add', name]);

const bubblewrapArguments = (staged: Staged): readonly string[] => [
  ...['--unshare-all', '--unshare-user', '--uid', '1000', '--gid', '1000', '--hostname', 'box'],
  ...['--die-with-parent', '--new-session', '--clearenv', '--setenv', 'PATH', '/usr/bin:/bin', '--setenv', 'LANG', 'C.UTF-8'],
  ...['--cap-drop', 'ALL', ...capabilities],
  ...mounts(staged),
  ...['--chdir', '/'],
];

/** Joins the groups before anything else, as the user who may. */
const joining = (cgroup: Cgroup | undefined): readonly string[] =>
  cgroup === undefined
    ? []
    : ['sh', '-c', 'while [ "$1" != -- ]; do echo $$ >"$1" || exit 125; shift; done; shift; exec "$@"', 'sh', ...cgroup.joins, '--'];

/** Capabilities on the host go before bwrap starts: the box's user is nobody's, one for each slot. */
const dropping = (userId: number, isRoot: boolean): readonly string[] =>
  isRoot ? ['setpriv', '--reuid', String(userId), '--regid', String(userId), '--clear-groups', '--inh-caps=-all'] : [];

export const boxEnvironment = (staged: Staged): Readonly<Record<string, string>> => ({
  PATH: `${staged.binds.some(({ to }) => to.startsWith('/opt/node')) ? '/opt/node/bin:' : ''}/usr/local/bin:/usr/bin:/bin`,
  HOME: '/work',
  TMPDIR: '/tmp',
  LANG: 'C.UTF-8',
});

/** The command line of one box: groups, then user, then namespaces, then the program inside. */
export const bubblewrapCommand = (options: BubblewrapCommandOptions): BoxCommand & { readonly cgroup?: Cgroup } => {
  const { slot, staged, isRoot } = options;
  const cgroup = isRoot ? makeCgroup(slot) : undefined;
  const line = [
    ...joining(cgroup),
    ...dropping(options.firstUserId + slot, isRoot),
    'bwrap',
    ...bubblewrapArguments(staged),
    '/usr/bin/python3',
    ...insideArguments,
  ];
  let memoryMb = 0;
  return {
    file: line[0] ?? 'bwrap',
    args: line.slice(1),
    inside: { ...defaultInside, npm: staged.npm, ...options.inside },
    environment: boxEnvironment(staged),
    ...(cgroup === undefined ? {} : { cgroup, dispose: () => cgroup.remove() }),
    adjust: (limits) => {
      if (limits.memoryMb === memoryMb) return;
      memoryMb = limits.memoryMb;
      cgroup?.setMemory((memoryMb + ownMemoryMb) * 1_048_576);
    },
  };
};
