import { spawn } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acquireLock } from '../../src/pipeline/store/lock.ts';

describe('the lock of a run folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fathom-lock-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('refuses a second writer and names the first', async () => {
    const release = await acquireLock(folder);
    await expect(acquireLock(folder)).rejects.toThrow(`process ${process.pid}`);
    await release();
  });

  it('can be taken again after its release, and leaves no file', async () => {
    await (await acquireLock(folder))();
    expect(await readdir(folder)).toEqual([]);
    await (await acquireLock(folder))();
  });

  it('is overtaken at once when its owner was killed', async () => {
    const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const pid = owner.pid ?? 0;
    await writeFile(join(folder, 'lock.1'), JSON.stringify({ pid, host: hostname(), born: '' }));
    await expect(acquireLock(folder)).rejects.toThrow('run folder');
    const gone = new Promise((resolve) => owner.on('exit', resolve));
    owner.kill('SIGKILL');
    await gone;
    const release = await acquireLock(folder);
    expect(await readdir(folder)).toEqual(['lock.2']);
    await release();
  });

  it('is not fooled by a later process with the same number', async () => {
    await writeFile(join(folder, 'lock.1'), JSON.stringify({ pid: process.pid, host: hostname(), born: '1' }));
    await (await acquireLock(folder))();
  });

  it('respects an owner on another machine, whom it cannot see', async () => {
    await writeFile(join(folder, 'lock.1'), JSON.stringify({ pid: 1, host: 'elsewhere.invalid', born: '' }));
    await expect(acquireLock(folder)).rejects.toThrow('elsewhere.invalid');
  });

  it('lets exactly one of many rivals overtake a dead owner', async () => {
    await writeFile(join(folder, 'lock.1'), JSON.stringify({ pid: 2 ** 30, host: hostname(), born: '' }));
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => acquireLock(folder)));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1);
  });
});
