import { rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunProcess } from '../run-process.ts';
import { olderClass } from './older-class.ts';
import { readZip, writeZip } from './zip.ts';

/** Where the JDK is, as its own `java` says. Throws where there is none. */
export const javaHome = async (run: RunProcess): Promise<string> => {
  const args = ['-XshowSettings:properties', '-version'];
  const { stdout, stderr } = await run({ command: 'java', args, timeLimitMs: 30_000, outputLimitBytes: 100_000 });
  const home = /^\s*java\.home = (.+)$/m.exec(`${stdout}\n${stderr}`)?.[1]?.trim();
  if (home === undefined) throw new Error('`java` did not say where it is');
  return home;
};

/**
 * The platform's classes, as signatures without code, for a program that wants Java 8's `rt.jar`: today's JDK has none. They are those of the newest
 * release in the JDK's own `lib/ct.sym`, which it has to compile for older releases. Yields the jar's path; it is removed when the process ends.
 */
export const platformJar = async (home: string): Promise<string> => {
  const entries = readZip(await readFile(join(home, 'lib', 'ct.sym')));
  // Entries lie under the releases that they hold for, a letter each: `BCDEFG/java.base/java/lang/Object.sig`.
  const releases = entries.flatMap(({ name }) => [...(/^([0-9A-Z]+)\/java\.base\/java\/lang\/Object\.sig$/.exec(name)?.[1] ?? '')]);
  const newest = releases.sort().at(-1);
  const classes = new Map<string, Uint8Array>();
  for (const { name, bytes } of entries) {
    const [, of = '', path] = /^([0-9A-Z]+)\/[\w.]+\/(.+)\.sig$/.exec(name) ?? [];
    if (path === undefined || newest === undefined || !of.includes(newest) || path === 'module-info') continue;
    classes.set(`${path}.class`, olderClass(bytes()));
  }
  if (!classes.has('java/lang/Object.class')) throw new Error(`${join(home, 'lib', 'ct.sym')} holds no class java.lang.Object`);
  const folder = await mkdtemp(join(tmpdir(), 'fathom-platform-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const jar = join(folder, 'rt.jar');
  await writeFile(jar, writeZip(Array.from(classes, ([name, bytes]) => ({ name, bytes }))));
  return jar;
};
