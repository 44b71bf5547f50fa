import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonValue } from '../../src/core/index.ts';
import { bubblewrap } from '../../src/sandboxes/bubblewrap.ts';
import type { Sandbox, Session } from '../../src/sandboxes/sandbox.ts';
import { type Bait, battery, type HostileProgram, harmOf, openHostile, surroundings } from './hostile-battery.ts';
import { allProcesses, descendants, survivors } from './processes.ts';

const canary = `canary-${process.pid}-4f1d`;
const folder = mkdtempSync(join(tmpdir(), 'fathom-bait-'));
const bait = { socket: join(folder, 'socket'), abstract: `fathom-bait-${process.pid}`, file: join(folder, 'secret'), canary };
const servers: Server[] = [];
let connections = 0;

const listenOn = (where: { port: number; host: string } | { path: string }): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    server.once('error', reject);
    server.listen(where, () => resolve(server));
    servers.push(server);
  });

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

const makeSandbox = (inside: HostileProgram['weakened']): Sandbox =>
  bubblewrap({ nodePath: process.execPath, slots: 1, firstUserId: 64_300, ...(inside === undefined ? {} : { inside }) });

/** The harness does what a test would do next. It must neither hang nor be led astray. */
const useWorkFolder = async (session: Session, program: HostileProgram): Promise<readonly string[]> => {
  const paths = await session.list('/work');
  if (program.then !== 'read') return [];
  const led: string[] = [];
  for (const path of paths) {
    const content = await session.read(path.replace(/@$/, ''));
    if (content !== undefined && (path.endsWith('@') || content.byteLength > 1_048_576)) led.push(path);
  }
  return led;
};

const sandbox = makeSandbox(undefined);
let clean: JsonValue;
let host: Bait;

const attack = async (where: Sandbox, program: HostileProgram) => {
  const session = await openHostile(where, program);
  const ended = await session.call('attack', [host]);
  const led =
    program.then === undefined || ended.ended !== 'answered'
      ? []
      : await useWorkFolder(session, program).catch((error) => [`${error}`].filter((said) => !said.includes('SandboxError')));
  await session.close();
  return { ended, loaded: session.loaded, led };
};

beforeAll(async () => {
  process.env.FATHOM_BAIT = canary;
  writeFileSync(bait.file, canary, { mode: 0o644 });
  const server = await listenOn({ port: 0, host: '127.0.0.1' });
  await listenOn({ path: bait.socket });
  await listenOn({ path: `\0${bait.abstract}` });
  host = { ...bait, port: portOf(server) };
  clean = await surroundings(sandbox);
});

afterAll(async () => {
  await sandbox.close();
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a hostile program', () => {
  it('comes in at least 30 kinds', () => {
    expect(new Set(battery.map((program) => program.file)).size).toBeGreaterThanOrEqual(30);
  });

  it.each(battery)('that $does ($file, $runtime) is contained, and the next sample sees nothing of it', async (program) => {
    const { ended, loaded, led } = await attack(sandbox, program);
    expect(loaded).toEqual({ loaded: true });
    expect(program.ends, JSON.stringify(ended).slice(0, 500)).toContain(ended.ended);
    const { harm, tried } = harmOf(ended);
    expect(harm).toEqual([]);
    if (ended.ended === 'answered') expect(tried).toBeGreaterThan(0);
    expect(led).toEqual([]);
    expect(connections).toBe(0);
    expect(survivors()).toEqual([]);
    expect(await surroundings(sandbox)).toEqual(clean);
  });
});

describe('the battery', () => {
  const weakened = battery.filter((program) => program.weakened !== undefined);

  it.each(weakened)('notices when the protection against $file is taken away', async (program) => {
    const weak = makeSandbox(program.weakened);
    try {
      const before = await surroundings(weak);
      const { ended } = await attack(weak, program);
      const seen =
        program.traces === true ? JSON.stringify(await surroundings(weak)) !== JSON.stringify(before) : harmOf(ended).harm.length > 0;
      expect(seen, JSON.stringify(ended).slice(0, 500)).toBe(true);
    } finally {
      await weak.close();
    }
  });

  it('sees a daemon as a running process while its session is open', async () => {
    const program = battery.find((one) => one.file === 'daemon.py');
    if (program === undefined) throw new Error('daemon.py is not in the battery');
    const session = await openHostile(sandbox, program);
    await session.call('attack', [host]);
    const during = survivors().length;
    await session.close();
    expect({ during, after: survivors().length }).toEqual({ during: 1, after: 0 });
  });

  it('leaves no process behind when the sandbox is closed', async () => {
    const own = makeSandbox(undefined);
    const before = new Set(descendants().map((one) => one.pid));
    await surroundings(own);
    const box = descendants().find((one) => one.parent === process.pid && one.name === 'bwrap' && !before.has(one.pid));
    const inside = descendants(box?.pid ?? 0);
    await own.close();
    expect(inside.length).toBeGreaterThanOrEqual(4);
    const left = new Set(allProcesses().map((one) => one.pid));
    expect(inside.filter((one) => left.has(one.pid))).toEqual([]);
  });
});
