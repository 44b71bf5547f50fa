import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { none } from '../../src/sandboxes/none.ts';
import { sandboxContract } from '../contracts/sandbox.ts';

const folder = mkdtempSync(join(tmpdir(), 'fathom-links-'));
let count = 0;

// Each its own place for the links: two may live at the same time.
const make = () => {
  count += 1;
  const linksIn = join(folder, String(count));
  mkdirSync(linksIn);
  return none({ nodePath: process.execPath, linksIn });
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('none', () => {
  sandboxContract(make, { level: 'none', ownRoot: false });

  it('never touches a folder that is already there', async () => {
    const linksIn = join(folder, 'taken');
    mkdirSync(join(linksIn, 'work'), { recursive: true });
    writeFileSync(join(linksIn, 'work', 'mine.txt'), 'mine');
    const sandbox = none({ nodePath: process.execPath, linksIn });
    expect(await sandbox.probe()).toMatchObject({ available: false, reason: expect.stringContaining('exists') });
    await sandbox.close();
    expect(existsSync(join(linksIn, 'work', 'mine.txt'))).toBe(true);
  });

  it('removes its links when it is closed', async () => {
    const linksIn = join(folder, 'left');
    mkdirSync(linksIn);
    const sandbox = none({ nodePath: process.execPath, linksIn });
    await sandbox.probe();
    expect(existsSync(join(linksIn, 'work'))).toBe(true);
    await sandbox.close();
    expect(existsSync(join(linksIn, 'work'))).toBe(false);
  });
});
