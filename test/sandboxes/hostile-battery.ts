import { readFileSync } from 'node:fs';
import { defaultLimits, type JsonValue, type Limits } from '../../src/core/index.ts';
import type { InsideConfig } from '../../src/sandboxes/inside.ts';
import type { Ended, LaunchRequest, Sandbox, Session } from '../../src/sandboxes/sandbox.ts';

/** One hostile program of `test/fixtures/hostile/battery.json`. */
export type HostileProgram = {
  readonly file: string;
  readonly does: string;
  /** How the call to `attack` may end. `answered` counts only with an empty list of harm. */
  readonly ends: readonly string[];
  readonly runtime?: 'exec';
  readonly callMs?: number;
  readonly cpuSeconds?: number;
  /** What the harness does to the work folder afterwards. */
  readonly then?: 'read' | 'list';
  /** A protection without which the battery must see harm, or traces in the next session. */
  readonly weakened?: Partial<InsideConfig>;
  readonly traces?: boolean;
};

const folder = new URL('../fixtures/hostile/', import.meta.url);
const textOf = (file: string): string => readFileSync(new URL(file, folder), 'utf8');

export const battery: readonly HostileProgram[] = JSON.parse(textOf('battery.json'));

/** Things on the host that an attack looks for. */
export type Bait = {
  readonly port: number;
  readonly socket: string;
  readonly abstract: string;
  readonly file: string;
  readonly canary: string;
};

const launchOf = (program: HostileProgram): LaunchRequest => {
  const code = textOf(program.file);
  if (program.runtime !== 'exec') return { runtime: 'python-fork', payload: { code, functions: ['attack'] }, packages: [] };
  const payload = { files: { 'speak.py': textOf('speak.py') }, command: ['python3', '/app/speak.py'], load: code };
  return { runtime: 'exec', payload, packages: [] };
};

const limitsOf = (program: HostileProgram): Limits => ({
  ...defaultLimits,
  memoryMb: 256,
  callMs: program.callMs ?? 5000,
  cpuSeconds: program.cpuSeconds ?? 20,
});

export const openHostile = (sandbox: Sandbox, program: HostileProgram): Promise<Session> =>
  sandbox.open({ launch: launchOf(program), limits: limitsOf(program), files: [], environment: {} });

/** What an attack says it achieved. */
export const harmOf = (ended: Ended<JsonValue>): { readonly tried: number; readonly harm: readonly string[] } => {
  if (ended.ended !== 'answered') return { tried: 0, harm: [] };
  const { tried, harm } = ended.value as { readonly tried: readonly string[]; readonly harm: readonly string[] };
  return { tried: tried.length, harm };
};

// Run in the session after an attack: everything that could show a trace of it.
const witness = `
import builtins, json, os, random, sys
def look():
    def tree(top):
        return sorted(os.path.join(where, name) for where, folders, files in os.walk(top) for name in folders + files)
    def lines(path):
        with open(path) as file:
            return [' '.join(line.split()[1:]) for line in file.read().splitlines()[1:]]
    def counters(path):
        with open(path) as file:
            return [line.split()[1:3] for line in file if 'lo:' in line]
    return {
        'files': [tree(top) for top in ('/work', '/tmp', '/app', '/dev', '/run', '/home', '/root', '/var')], 'top': sorted(os.listdir('/')),
        'pids': [int(name) for name in os.listdir('/proc') if name.isdigit()], 'sockets': [line for line in lines('/proc/net/unix') if '@' in line],
        'tcp': lines('/proc/net/tcp') + lines('/proc/net/tcp6'), 'loopback': counters('/proc/net/dev'), 'folder': os.getcwd(),
        'environment': sorted(os.environ.items()), 'path': sys.path, 'patched': [hasattr(builtins, 'trace'), hasattr(json, 'trace')],
        'works': json.dumps({'a': 1}), 'modes': [oct(os.stat(path).st_mode) for path in ('/work', '/tmp', '/app', '/dev/shm')],
        'free': [os.statvfs(path).f_bfree for path in ('/work', '/dev/shm')], 'inodes': os.statvfs('/tmp').f_ffree,
        'modules': sorted(name for name in sys.modules if name != 'candidate'), 'random': random.random() != random.random(),
    }
`;

/** What a candidate can see of its surroundings; equal before and after any attack. */
export const surroundings = async (sandbox: Sandbox): Promise<JsonValue> => {
  const launch = { runtime: 'python-fork', payload: { code: witness, functions: ['look'] }, packages: [] };
  const session = await sandbox.open({ launch, limits: defaultLimits, files: [], environment: {} });
  const answer = await session.call('look', []);
  await session.close();
  return answer.ended === 'answered' ? answer.value : { ended: JSON.stringify(answer) };
};
