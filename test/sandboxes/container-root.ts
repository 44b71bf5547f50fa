import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A root folder made of this machine's own system, seen read-only: an image without a download. */
export type ContainerRoot = { readonly path: string; readonly extra: readonly string[]; readonly remove: () => void };

const runs = (file: string, argv: readonly string[]): string | undefined => {
  try {
    execFileSync(file, [...argv], { stdio: ['ignore', 'ignore', 'pipe'], timeout: 60_000 });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
  }
};

/** Why podman can't run a container from a folder here, or undefined. */
export const reasonAgainstPodman = (): string | undefined => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'a container from a folder needs Linux and root';
  if (!existsSync('/usr/bin/python3') || lstatSync('/bin').isDirectory()) return 'the folder is made of a merged /usr with python3';
  const podman = runs('podman', ['--version']);
  if (podman !== undefined) return `podman does not run: ${podman}`;
  const runc = runs('runc', ['--version']);
  return runc === undefined ? undefined : `runc does not run: ${runc}`;
};

export const containerRoot = (): ContainerRoot => {
  const path = mkdtempSync(join(tmpdir(), 'fathom-root-'));
  chmodSync(path, 0o755);
  for (const name of ['usr', 'etc', 'proc', 'dev', 'sys', 'run', 'var', 'home', 'node_modules', 'opt']) mkdirSync(join(path, name));
  for (const name of ['work', 'app', 'tmp']) {
    mkdirSync(join(path, name));
    chmodSync(join(path, name), 0o1777);
  }
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) symlinkSync(`usr/${name}`, join(path, name));
  for (const name of ['alternatives', 'ld.so.cache'])
    if (existsSync(`/etc/${name}`)) cpSync(`/etc/${name}`, join(path, 'etc', name), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(path, 'etc/passwd'), 'root:x:0:0::/:/bin/sh\n');
  const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
  const volumes = ['/usr:/usr:ro', `${packages}:/node_modules:ro`].flatMap((volume) => ['--volume', volume]);
  return {
    path,
    extra: ['--runtime', 'runc', '--read-only-tmpfs=false', ...volumes, '--rootfs'],
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};
