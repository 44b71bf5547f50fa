import { defaultLimits, messageOf } from '../../core/index.ts';
import type { Availability, Sandbox } from '../sandbox.ts';
import type { ContainerEngine } from './command.ts';
import { askEngine } from './engine.ts';

// Tells what it can see, in its own words; nothing depends on it but this probe's own check.
const witness = `
import os, socket
def look():
    status = open('/proc/self/status').read()
    def field(name):
        return status.split(name + ':')[1].split()[0]
    def writable(path):
        try:
            open(path, 'w').close()
            return True
        except OSError:
            return False
    return {'capabilities': field('CapEff') + field('CapBnd'), 'seccomp': field('Seccomp'), 'user': os.getuid(),
            'privileges': field('NoNewPrivs'), 'interfaces': [name for _, name in socket.if_nameindex()],
            'writable': [path for path in ('/usr/x', '/etc/x', '/x') if writable(path)]}
`;

type Seen = {
  readonly capabilities: string;
  readonly seccomp: string;
  readonly user: number;
  readonly privileges: string;
  readonly interfaces: readonly string[];
  readonly writable: readonly string[];
};

const weakness = (seen: Seen): string | undefined => {
  if (seen.user === 0) return 'the candidate is root in the container';
  if (!/^0+$/.test(seen.capabilities)) return 'the candidate keeps capabilities';
  if (seen.seccomp !== '2') return 'no system call filter is in force';
  if (seen.privileges !== '1') return 'the candidate could gain privileges';
  if (seen.interfaces.some((name) => name !== 'lo')) return `the candidate sees the network devices ${seen.interfaces.join(', ')}`;
  return seen.writable.length === 0 ? undefined : `the candidate can write ${seen.writable.join(', ')}`;
};

const look = async (open: Sandbox['open']): Promise<Seen> => {
  const launch = { runtime: 'python-fork', payload: { code: witness, functions: ['look'] }, packages: [] };
  const session = await open({ launch, limits: defaultLimits, files: [], environment: {} });
  const answer = await session.call('look', []);
  await session.close();
  if (answer.ended !== 'answered') throw new Error(`the trial program ${answer.ended}: ${JSON.stringify(answer)}`);
  return answer.value as Seen;
};

type ProbeOptions = { readonly engine: ContainerEngine; readonly file: string; readonly image: string; readonly open: Sandbox['open'] };

/** Runs a container for real and looks at it from inside. */
export const probeContainer = async ({ engine, file, image, open }: ProbeOptions): Promise<Availability> => {
  const version = await askEngine(file, ['--version']);
  if (!version.ok) {
    return {
      available: false,
      reason: `${engine} does not run: ${version.text}`,
      remedy: `install ${engine}, or use --sandbox bubblewrap`,
    };
  }
  try {
    const problem = weakness(await look(open));
    if (problem !== undefined) {
      return {
        available: false,
        reason: problem,
        remedy: `look at the settings of ${engine}: the containers must not be used as they are`,
      };
    }
    const features = [
      'a container for each session',
      'no network but loopback',
      'read-only system',
      'seccomp',
      'no capabilities',
      `image ${image}`,
    ];
    return { available: true, version: version.text, isolation: { sandbox: engine, level: 'container', features } };
  } catch (error) {
    const remedy = `try by hand: ${file} run --rm --network none ${image} python3 --version; docs/adding/sandbox.md says how to build the image`;
    return { available: false, reason: messageOf(error), remedy };
  }
};
