/**
 * Everything that a fresh clone needs: npm packages from the lock file, system tools through apt when it may, the build.
 * Uses nothing but Node. Idempotent, and fast the second time.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPrivateBandit } from './private-bandit.mjs';
import { isAtLeast } from './versions.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (text) => process.stderr.write(`${text}\n`);

const run = (command, args, options = {}) => spawnSync(command, args, { cwd: root, encoding: 'utf8', ...options });

const isExecutable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (command) =>
  command.startsWith('/')
    ? isExecutable(command)
    : (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, command)));

const isPresent = ({ find, version, atLeast, own }) => {
  if (own && existsSync(join(root, own))) return true;
  if (atLeast !== undefined) {
    const found = /\d+(?:\.\d+)+/.exec(run(version[0], version.slice(1)).stdout ?? '')?.[0];
    return found !== undefined && isAtLeast(found, atLeast);
  }
  if (find.command) return onPath(find.command);
  if (find.file) return existsSync(find.file);
  return (
    run('/usr/bin/python3', ['-I', '-c', `import importlib.util as u, sys; sys.exit(u.find_spec(${JSON.stringify(find.python)}) is None)`])
      .status === 0
  );
};

const checkNode = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  say(`fathom: Node ${process.versions.node} is too old; 20.19 or later is needed.`);
  process.exit(1);
};

const installPackages = () => {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.fathom-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('fathom: installing npm packages from the lock file …');
  const { status } = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) {
    say('fathom: `npm ci` failed; see its message above.');
    process.exit(1);
  }
  writeFileSync(stamp, lock);
};

/** How apt may be used here: as root, through sudo without a password, or not at all. */
const aptPrefix = () => {
  if (!onPath('apt-get')) return undefined;
  if (process.getuid?.() === 0) return [];
  return onPath('sudo') && run('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined;
};

/** The version that apt would install; undefined where apt does not know the package. */
const candidate = (name) => /Candidate: (?:\d+:)?(\d[^\s]*)/.exec(run('apt-cache', ['policy', name]).stdout ?? '')?.[1];

/** What a set-up is for: `tour` leaves out the large compilers, `tests` takes even what only the tests need. */
const isWanted = (tool, scope) => (tool.testsOnly ? scope === 'tests' : scope !== 'tour' || tool.tour !== false);

const installTools = (scope) => {
  const tools = JSON.parse(readFileSync(join(root, 'src/cli/system-tools.json'), 'utf8'));
  const missing = tools.filter((tool) => isWanted(tool, scope) && !isPresent(tool));
  if (missing.length === 0) return;
  const prefix = aptPrefix();
  let refused = missing;
  if (prefix !== undefined && process.env.FATHOM_NO_APT === undefined) {
    const [command, ...args] = [...prefix, 'apt-get'];
    const apt = (...more) =>
      run(command, [...args, ...more], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    if (missing.some((tool) => candidate(tool.package) === undefined)) {
      say('fathom: reading the list of system packages (apt-get update) …');
      apt('update', '-qq');
    }
    const wanted = missing.filter((tool) => {
      const version = candidate(tool.package);
      return version !== undefined && (tool.atLeast === undefined || isAtLeast(version, tool.atLeast));
    });
    if (wanted.length > 0) {
      say(`fathom: installing system tools: ${wanted.map((tool) => tool.package).join(' ')} …`);
      apt('install', '-y', '-qq', '--no-install-recommends', ...new Set(wanted.map((tool) => tool.package)));
    }
    refused = missing.filter((tool) => !isPresent(tool) && !(tool.id === 'bandit' && installPrivateBandit(root, tool.atLeast)));
  }
  if (refused.length === 0) return;
  const plain = refused.filter((tool) => tool.atLeast === undefined);
  say('fathom: these tools are missing; Fathom works without them, and says in every report what it could not measure:');
  for (const tool of refused) {
    const version = tool.atLeast === undefined ? undefined : candidate(tool.package);
    const old = version === undefined ? '' : ` (apt offers ${version}; ${tool.atLeast} or later is needed)`;
    say(`  ${tool.id}${old}: lost without it: ${tool.lost}`);
  }
  if (plain.length > 0) say(`  To have them: sudo apt-get install -y ${[...new Set(plain.map((tool) => tool.package))].join(' ')}`);
};

/** Names and times of all sources: when it did not change, neither did the build. */
const sourceState = () => {
  const hash = createHash('sha256');
  const visit = (path) => {
    const stat = statSync(path);
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) if (name !== 'node_modules') visit(join(path, name));
    } else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const name of ['src', 'viewer', 'scripts', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']) visit(join(root, name));
  return hash.digest('hex');
};

const build = () => {
  const stamp = join(root, 'dist', '.built');
  const state = sourceState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  say('fathom: building …');
  if (run(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] }).status !== 0) process.exit(1);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, state);
};

export const setUp = (scope = 'all') => {
  checkNode();
  installPackages();
  installTools(scope);
  build();
};

if (process.argv[1] === fileURLToPath(import.meta.url)) setUp();
