import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { defaultLimits } from '../../src/core/index.ts';
import { c } from '../../src/drivers/c/c.ts';
import { javascript } from '../../src/drivers/javascript/javascript.ts';
import { python } from '../../src/drivers/python/python.ts';
import { containerArguments, containerInside } from '../../src/sandboxes/container/command.ts';
import { Turns } from '../../src/sandboxes/container/turns.ts';
import { type ContainerOptions, container } from '../../src/sandboxes/container.ts';
import { type Sandbox, SandboxError, type SessionRequest } from '../../src/sandboxes/sandbox.ts';
import { describeDriver } from '../contracts/driver.ts';
import { sandboxContract } from '../contracts/sandbox.ts';
import { type ContainerRoot, containerRoot, reasonAgainstPodman } from './container-root.ts';
import { battery, harmOf, openHostile } from './hostile-battery.ts';

const request: SessionRequest = {
  launch: { runtime: 'python-fork', payload: { code: 'def f():\n    return 7\n', functions: ['f'] }, packages: [] },
  limits: defaultLimits,
  files: [],
  environment: {},
};

describe('the command line of a container', () => {
  const line = containerArguments({
    slot: 2,
    image: 'fathom-box',
    extra: ['--runtime', 'runc'],
    name: 'fathom-1-abc',
    limits: { memoryMb: 512, processes: 32, fileBytes: 1_000_000 },
  });
  const text = line.join(' ');

  it.each([
    '--network none',
    '--read-only',
    '--cap-drop all',
    '--security-opt no-new-privileges',
    '--pids-limit 80',
    '--memory 768m --memory-swap 768m',
    '--user 64502:64502',
    '--pull never',
    '--rm',
    '--name fathom-1-abc',
  ])('says %s', (part) => {
    expect(text).toContain(part);
  });

  it('shares nothing of the host', () => {
    expect(text).not.toMatch(/--volume|--mount|--env|--privileged|--publish|--device|:host/);
  });

  it('has more arguments before the image, and the program after it', () => {
    expect(line.indexOf('fathom-box')).toBe(line.indexOf('runc') + 1);
    expect(line.slice(line.indexOf('fathom-box') + 1)).toContain('-I');
  });

  it('tells the program inside that the container is the isolation', () => {
    expect(containerInside).toMatchObject({ namespaces: false, ahead: false, seccomp: true });
  });
});

describe('turns', () => {
  it('give each slot to one at a time, in order', async () => {
    const turns = new Turns(1);
    const first = await turns.take();
    const order: string[] = [];
    const second = turns.take().then(({ slot }) => order.push(`second ${slot}`));
    const third = turns.take().then(({ slot }) => order.push(`third ${slot}`));
    first.end();
    first.end();
    await second;
    expect(order).toEqual(['second 0']);
    expect(await Promise.race([third, Promise.resolve('waiting')])).toBe('waiting');
  });
});

describe('a stand-in for the engine', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fathom-engine-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  /** An executable that notes its arguments and, when asked to run, does `run`. */
  const standIn = (run: string): { readonly options: ContainerOptions; readonly noted: () => string } => {
    count += 1;
    const file = join(folder, `engine${count}`);
    const notes = join(folder, `notes${count}`);
    writeFileSync(notes, '');
    const note = `for word in "$@"; do printf '%s ' "$word" | tr '\\n' ' ' >>${notes}; done; echo >>${notes}`;
    writeFileSync(file, `#!/bin/sh\n${note}\ncase "$1" in\n--version) echo stand-in 1.0;;\nrun) ${run};;\nesac\n`);
    chmodSync(file, 0o755);
    return { options: { engine: 'podman', image: 'box', file, slots: 1 }, noted: () => readFileSync(notes, 'utf8') };
  };

  it('that has no such image is the failure of the sandbox, in its own words', async () => {
    const box = container(standIn('echo "Error: box: image not known" >&2; exit 125').options);
    await expect(box.open(request)).rejects.toMatchObject({ name: 'SandboxError', message: expect.stringContaining('image not known') });
    expect(await box.probe()).toMatchObject({ available: false, reason: expect.stringContaining('image not known') });
    await box.close();
  });

  it.each([
    ['ends with 0 at once', 'exit 0'],
    ['talks nonsense', 'echo "5 passed"; echo "OK OK OK OK"; exit 0'],
  ])('that %s is the failure of the sandbox', async (_, run) => {
    const box = container(standIn(run).options);
    await expect(box.open(request)).rejects.toThrow(SandboxError);
    await box.close();
  });

  it('is told to remove each container by the name that it was given', async () => {
    const { options, noted } = standIn('exit 1');
    const box = container({ ...options, randomId: () => 'feed'.repeat(8) });
    await expect(box.open(request)).rejects.toThrow(SandboxError);
    await box.close();
    const name = `fathom-${process.pid}-${'feed'.repeat(8)}`;
    expect(noted()).toContain(`--name ${name}`);
    expect(noted()).toContain(`rm --force ${name}`);
  });

  it('that is not there makes the sandbox unavailable, with a remedy', async () => {
    const box = container({ engine: 'docker', image: 'box', file: join(folder, 'nothing') });
    expect(await box.probe()).toMatchObject({
      available: false,
      reason: expect.stringContaining('docker'),
      remedy: expect.stringContaining('install docker'),
    });
    await box.close();
  });

  it('gets nothing to do after it was closed', async () => {
    const { options, noted } = standIn('exit 0');
    const box = container(options);
    await box.close();
    await expect(box.open(request)).rejects.toThrow('closed');
    expect(noted()).toBe('');
  });
});

const reason = reasonAgainstPodman();

/** What the hostile battery may find in a container, and why that is no way out of it. */
const accepted: Readonly<Record<string, RegExp>> = {
  // Candidate and keeper are one user in one pid namespace: the keeper's memory and descriptors stay out of reach.
  'see-others.py': /^(?:pid|can signal) \d+$/,
  // Of the container's own terminals.
  'terminal-injection.py': /^\/dev\/ptmx$/,
  // Folders of their own size each, in memory that counts towards the container's limit.
  'disk-filler.py': /^2\d\d MB$/,
  'inode-filler.py': /^\d+ files$/,
};

describe('podman with a folder of this machine as its image', () => {
  if (reason !== undefined) {
    it('runs the contracts', (context) => context.skip(reason));
    return;
  }
  let root: ContainerRoot | undefined;
  const make = (): Sandbox => {
    root ??= containerRoot();
    return container({ engine: 'podman', image: root.path, extra: root.extra, slots: 2 });
  };
  const shared = make();
  afterAll(async () => {
    await shared.close();
    root?.remove();
  });

  sandboxContract(make, { level: 'container', ownRoot: true });

  describe('contains the hostile battery', () => {
    const host = { port: 9, socket: '/tmp/none', abstract: 'none', file: '/tmp/none', canary: 'canary' };
    for (const program of battery) {
      it(`${program.file}, which ${program.does}`, async () => {
        const session = await openHostile(shared, program);
        let harm: readonly string[] = [];
        try {
          harm = harmOf(await session.call('attack', [host])).harm;
        } catch (error) {
          // It ended its keeper: the sandbox failed, and no verdict comes of it.
          expect(error).toBeInstanceOf(SandboxError);
        }
        await session.close();
        const allowed = accepted[program.file];
        expect(harm.filter((each) => allowed?.test(each) !== true)).toEqual([]);
        const next = await shared.open(request);
        expect(await next.call('f', [])).toEqual({ ended: 'answered', value: 7 });
        await next.close();
      });
    }
  });

  const sandbox = (): Sandbox => shared;
  describeDriver('python in a container', { create: python, sandbox, extension: 'py', skips: {} });
  describeDriver('javascript in a container', { create: javascript, sandbox, extension: 'js', skips: {} });
  describeDriver('c in a container', {
    create: c,
    sandbox,
    extension: 'c',
    skips: {
      json: 'C has no type for any JSON value',
      'bytes-out': 'a C function yields bytes by an out-bytes parameter',
      raise: 'C has no exceptions',
      nul: 'a C string ends at NUL; the harness refuses such an argument',
      'missing-dependency': 'a header that is not there is a compile error',
      http: 'no C framework is supported',
    },
  });
});
