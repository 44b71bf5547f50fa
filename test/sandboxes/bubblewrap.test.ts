import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/core/index.ts';
import { Box } from '../../src/sandboxes/box.ts';
import { bubblewrap } from '../../src/sandboxes/bubblewrap.ts';
import { defaultInside } from '../../src/sandboxes/inside.ts';
import type { LaunchRequest } from '../../src/sandboxes/sandbox.ts';
import { sandboxContract } from '../contracts/sandbox.ts';
import { allProcesses, descendants } from './processes.ts';

const make = () => bubblewrap({ nodePath: process.execPath, slots: 2, firstUserId: 64_320 });

describe('bubblewrap', () => {
  sandboxContract(make, { level: 'namespaces', ownRoot: true });

  it('throws away a box whose keeper fails, blames nobody, and goes on with a new one', async () => {
    const sandbox = bubblewrap({ nodePath: process.execPath, slots: 1, firstUserId: 64_330 });
    const launch: LaunchRequest = { runtime: 'python-fork', payload: { code: 'def f(): return 1', functions: ['f'] }, packages: [] };
    const open = () => sandbox.open({ launch, limits: defaultLimits, files: [], environment: {} });
    try {
      const before = new Set(descendants().map((one) => one.pid));
      const session = await open();
      for (const box of descendants().filter((one) => one.parent === process.pid && one.name === 'bwrap' && !before.has(one.pid)))
        process.kill(box.pid, 'SIGKILL');
      // The kernel ends the rest of the box soon, not at once.
      const callOn = async (): Promise<void> => {
        for (let round = 0; round < 1000; round += 1) await session.call('f', []);
      };
      await expect(callOn()).rejects.toMatchObject({ name: 'SandboxError' });
      await session.close();
      const next = await open();
      expect(await next.call('f', [])).toEqual({ ended: 'answered', value: 1 });
      await next.close();
    } finally {
      await sandbox.close();
    }
  });

  it('refuses a payload without what it needs as its own failure', async () => {
    const sandbox = make();
    const launch: LaunchRequest = { runtime: 'python-fork', payload: { functions: [] }, packages: [] };
    const session = sandbox.open({ launch, limits: defaultLimits, files: [], environment: {} });
    expect(await session.then((one) => one.loaded)).toMatchObject({ loaded: false });
    await sandbox.close();
  });

  it('leaves nothing running when its process is killed', async () => {
    const script = `
      const child = require('node:child_process').spawn('bwrap', ['--unshare-all', '--die-with-parent', '--ro-bind', '/usr', '/usr', '--symlink', 'usr/lib', '/lib',
        '--symlink', 'usr/lib64', '/lib64', '--proc', '/proc', '/usr/bin/sleep', '600'], { stdio: 'ignore' });
      child.once('spawn', () => console.log(child.pid));`;
    const host = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(host.stdout, 'data');
    let inside = descendants(host.pid);
    for (let round = 0; round < 100 && !inside.some((one) => one.name === 'sleep'); round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      inside = descendants(host.pid);
    }
    host.kill('SIGKILL');
    await once(host, 'close');
    const isLeft = () => allProcesses().filter((one) => inside.some((other) => other.pid === one.pid));
    for (let round = 0; round < 200 && isLeft().length > 0; round += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(inside.length).toBeGreaterThanOrEqual(2);
    expect(isLeft()).toEqual([]);
  });
});

describe('a box', () => {
  const command = { file: 'sh', args: ['-c', 'echo it broke >&2; exit 3'], inside: defaultInside, environment: {} };

  it('that does not start is a SandboxError with what it said', async () => {
    const box = new Box(command);
    await expect(box.start()).rejects.toMatchObject({ name: 'SandboxError', message: expect.stringContaining('the sandbox failed') });
    await box.kill();
  });

  it('whose command is missing is a SandboxError', async () => {
    const box = new Box({ ...command, file: '/no/such/bwrap' });
    await expect(box.start()).rejects.toThrow('/no/such/bwrap');
    await box.kill();
  });
});
