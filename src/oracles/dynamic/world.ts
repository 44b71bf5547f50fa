import { posix } from 'node:path';
import type { World } from '../../datasets/testing.ts';
import type { Session } from '../../sandboxes/sandbox.ts';
import type { Observation } from './observation.ts';
import type { RandomSource } from './random-source.ts';

/** The world of one case or exploit. `scope` keeps its listeners apart from those of others in the same session. */
export const worldOf = (session: Session, observation: Observation, random: RandomSource, scope: string): World => {
  const listener = (name: string): string => `${scope}/${name}`;
  return {
    write: (path, content) => observation.watch(session.write(inWork(path), typeof content === 'string' ? Buffer.from(content) : content)),
    read: async (path) => {
      const content = await observation.watch(session.read(inWork(path)));
      return content === undefined ? undefined : Buffer.from(content).toString('utf8');
    },
    list: (path) => observation.watch(session.list(inWork(path))),
    exists: async (path) => {
      const wanted = inWork(path);
      const names = await observation.watch(session.list(posix.dirname(wanted)));
      const name = posix.basename(wanted);
      return names.some((each) => each === name || each === `${name}@` || each.startsWith(`${name}/`));
    },
    secret: (name) => random.secret(name),
    integer: (from, to) => random.integer(from, to),
    listen: (name, reply) => observation.watch(session.listen(listener(name), Buffer.from(reply))),
    connections: async (name) => {
      const { connections } = await observation.watch(session.sightings());
      return connections.flatMap((each) => (each.listener === listener(name) ? [Buffer.from(each.received).toString('latin1')] : []));
    },
    output: async () => {
      const { stdout, stderr } = await observation.watch(session.output());
      return { stdout, stderr };
    },
  };
};

/** Tests name paths as the candidate sees them; the box lets itself be asked about its work folder only. */
const inWork = (path: string): string => {
  const normal = posix.normalize(path);
  if (normal !== '/work' && !normal.startsWith('/work/')) throw new Error(`${JSON.stringify(path)} is not below /work`);
  return normal;
};
