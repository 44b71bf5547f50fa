import { rmSync } from 'node:fs';
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
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

/** Signatures of the platform's classes of the newest release that the JDK compiles for, beside its own. */
const signatures = async (home: string): Promise<Map<string, Uint8Array>> => {
  const entries = readZip(await readFile(join(home, 'lib', 'ct.sym')));
  // Entries lie under the releases that they hold for, a letter each: `BCDEFG/java.base/java/lang/Object.sig`.
  const releases = entries.flatMap(({ name }) => [...(/^([0-9A-Z]+)\/java\.base\/java\/lang\/Object\.sig$/.exec(name)?.[1] ?? '')]);
  const newest = releases.sort().at(-1);
  const classes = new Map<string, Uint8Array>();
  for (const { name, bytes } of entries) {
    const [, of = '', path] = /^([0-9A-Z]+)\/[\w.]+\/(.+)\.sig$/.exec(name) ?? [];
    if (path !== undefined && newest !== undefined && of.includes(newest) && path !== 'module-info') classes.set(`${path}.class`, bytes());
  }
  if (!classes.has('java/lang/Object.class')) throw new Error(`${join(home, 'lib', 'ct.sym')} holds no class java.lang.Object`);
  return classes;
};

/**
 * Classes of `java.base` in the JDK's own release, which its signatures do not hold. None where they cannot be had: code that uses what is
 * new in the release is then failed for the class that is missing.
 */
const ownClasses = async (run: RunProcess, home: string, folder: string): Promise<Map<string, Uint8Array>> => {
  const args = ['extract', `--dir=${folder}`, '--include', 'regex:/java.base/java/.*', join(home, 'lib', 'modules')];
  const result = await run({ command: join(home, 'bin', 'jimage'), args, timeLimitMs: 120_000, outputLimitBytes: 1_000_000 });
  if (result.ended !== 'exited' || result.exitCode !== 0) return new Map();
  const base = join(folder, 'java.base');
  const paths = (await readdir(base, { recursive: true })).filter((path) => path.endsWith('.class'));
  return new Map(await Promise.all(paths.map(async (path) => [path, await readFile(join(base, path))] as const)));
};

/**
 * The platform's classes for a program that wants Java 8's `rt.jar`: today's JDK has none. They are made of the JDK's `lib/ct.sym`, which it has
 * to compile for older releases, and of its own `java.base`. Yields the jar's path; it is removed when the process ends.
 */
export const platformJar = async (run: RunProcess, home: string): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'fathom-platform-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const extracted = join(folder, 'extracted');
  const classes = new Map([...(await signatures(home)), ...(await ownClasses(run, home, extracted))]);
  rmSync(extracted, { recursive: true, force: true });
  const jar = join(folder, 'rt.jar');
  await writeFile(jar, writeZip(Array.from(classes, ([name, bytes]) => ({ name, bytes: olderClass(bytes) }))));
  return jar;
};
