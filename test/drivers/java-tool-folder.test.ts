import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { harnessOptions } from '../../src/drivers/java/harness.ts';
import { javaToolFolder } from '../../src/drivers/java/java.ts';

const folder = mkdtempSync(join(tmpdir(), 'fathom-java-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync('/usr/bin/javac'))('javaToolFolder (needs a JDK in /usr)', () => {
  it('yields a harness that compiles a program, and an archive that the virtual machine accepts', () => {
    expect(javaToolFolder().fill(folder)).toBe(true);
    writeFileSync(join(folder, 'Candidate.java'), 'public class Tool { public static void main(String[] args) { System.out.print(1); } }');
    // `-Xshare:on`: it stops where it can't use the archive, instead of going on slowly.
    const archive = ['-Xshare:on', `-XX:SharedArchiveFile=${join(folder, 'harness.jsa')}`];
    const options = [...harnessOptions.filter((option) => !option.startsWith('-Xshare')), ...archive];
    const classPath = `${join(folder, 'harness.jar')}:${folder}`;
    const built = spawnSync('/usr/bin/java', [...options, '-cp', classPath, 'fathom.Harness', 'build', folder], { encoding: 'utf8' });
    expect({ status: built.status, stderr: built.stderr }).toEqual({ status: 0, stderr: '' });
    const ran = spawnSync('/usr/bin/java', [`@${join(folder, 'run')}`], { encoding: 'utf8' });
    expect(ran.stdout).toBe('1');
  });
});
