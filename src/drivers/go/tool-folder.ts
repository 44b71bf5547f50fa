import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { harnessFiles, harnessKinds } from './harness.ts';

/** Where the folder appears in a box; `inside/build.sh` looks for it there. */
const place = '/opt/fathom-go';

type Toolchain = {
  readonly tools: string;
  /** Archives that came with the toolchain, by import path; empty where it has none: since Go 1.20 they are not shipped. */
  readonly archives: ReadonlyMap<string, string>;
};

/** Runs a program of the toolchain over trusted input. Undefined where it fails. */
const run = (file: string, args: readonly string[], environment: NodeJS.ProcessEnv, cwd = '/'): string | undefined => {
  const { status, stdout } = spawnSync(file, [...args], {
    encoding: 'utf8',
    cwd,
    timeout: 600_000,
    maxBuffer: 1 << 24,
    env: {
      ...environment,
      ...{ CGO_ENABLED: '0', GO111MODULE: 'off', GOENV: 'off', GOFLAGS: '', GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off' },
    },
  });
  return status === 0 ? stdout.trim() : undefined;
};

const archivesBelow = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.a'))
      .map((path) => [path.slice(0, -2), join(folder, path)]),
  );

const toolchainOf = (environment: NodeJS.ProcessEnv): Toolchain | undefined => {
  const [root, architecture] = run('go', ['env', 'GOROOT', 'GOHOSTARCH'], environment)?.split('\n') ?? [];
  if (root === undefined || architecture === undefined || !existsSync(root)) return undefined;
  const tools = join(realpathSync(root), 'pkg/tool', `linux_${architecture}`);
  const shipped = join(realpathSync(root), 'pkg', `linux_${architecture}`);
  if (!existsSync(join(tools, 'compile')) || !existsSync(join(tools, 'link'))) return undefined;
  return { tools, archives: existsSync(join(shipped, 'fmt.a')) ? archivesBelow(shipped) : new Map() };
};

/** The standard library from Go's own build cache, which compiles what is not there yet: a minute, once for each version. */
const compiledArchives = (environment: NodeJS.ProcessEnv): ReadonlyMap<string, string> => {
  const listed = run('go', ['list', '-export', '-f', '{{.ImportPath}} {{.Export}}', 'std'], environment) ?? '';
  return new Map(
    listed.split('\n').flatMap((line) => {
      const [path, file] = line.split(' ');
      return path === undefined || file === undefined || file === '' ? [] : [[path, file] as const];
    }),
  );
};

/** A file of the host as it is seen in a box: what lies in /usr is there already, the rest is copied. */
const visible = (from: string, folder: string, name: string): string => {
  if (from.startsWith('/usr/')) return from;
  const to = join(folder, name);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  return join(place, name);
};

const isPublic = (path: string): boolean => !/(?:^|\/)(?:internal|vendor|cmd)(?:\/|$)/.test(path);

const listOf = (archives: Iterable<readonly [string, string]>): string =>
  [...archives].map(([path, file]) => `packagefile ${path}=${file}\n`).join('');

const compileHarnesses = (folder: string, { tools, archives }: Toolchain): boolean => {
  const list = join(folder, 'host.cfg');
  writeFileSync(list, listOf(archives));
  const compiled = harnessKinds.every((kind) => {
    const files = Object.entries(harnessFiles(kind));
    mkdirSync(join(folder, kind));
    for (const [path, text] of files) writeFileSync(join(folder, path), text);
    const flags = ['-p', `fathom/${kind}`, '-complete', '-pack', '-trimpath', folder, '-importcfg', list, '-o', join(folder, `${kind}.a`)];
    return run(join(tools, 'compile'), [...flags, ...files.map(([path]) => path)], {}, folder) !== undefined;
  });
  for (const name of ['host.cfg', ...harnessKinds]) rmSync(join(folder, name), { recursive: true, force: true });
  return compiled;
};

/**
 * What Go candidates need beyond /usr, made once for all boxes, of trusted input only: the compiled harness, and, where the
 * toolchain lies elsewhere or came without them, its tools and the archives of the standard library. Without it, candidates
 * compile the harness themselves, and only a toolchain in /usr that ships archives (Go 1.19 and older) will do.
 * `environment`: where `go` is found (PATH), and its build cache (HOME, GOCACHE).
 */
export const goToolFolder = (environment: NodeJS.ProcessEnv) => ({
  to: place,
  /** Fills a fresh folder; false where there is no working toolchain. */
  fill: (folder: string): boolean => {
    const { PATH, HOME, GOCACHE } = environment;
    const passed = { PATH, HOME, GOCACHE };
    const found = toolchainOf(passed);
    if (found === undefined) return false;
    const toolchain = found.archives.size > 0 ? found : { ...found, archives: compiledArchives(passed) };
    if (!toolchain.archives.has('fmt') || !compileHarnesses(folder, toolchain)) return false;
    const seen = [...toolchain.archives].map(([path, file]) => [path, visible(file, folder, `standard/${path}.a`)] as const);
    writeFileSync(join(folder, 'link.cfg'), listOf(seen));
    writeFileSync(join(folder, 'compile.cfg'), listOf(seen.filter(([path]) => isPublic(path))));
    const tools = ['compile', 'link'].map((name) => `${name}='${visible(join(toolchain.tools, name), folder, `tools.d/${name}`)}'\n`);
    writeFileSync(join(folder, 'tools'), tools.join(''));
    return true;
  },
});
