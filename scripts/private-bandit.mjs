/**
 * bandit 1.7.5 or later where the system's own packages are older (Debian 12 has 1.6.2, whose tests of string literals are dead):
 * Debian's own package of a later release, fetched and checked by apt with a private state, laid below `.tools/`. Nothing is installed
 * into the system, no root is needed, and removing the folder removes it. Yields whether it is there now.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAtLeast } from './versions.mjs';

const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const packages = ['bandit', 'rich', 'stevedore', 'pbr', 'pygments', 'markdown-it', 'mdurl'].map((name) => `python3-${name}`);

const sh = (command, args, cwd) => spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });

/** Where this machine's apt gets Debian's main packages from. */
const siteOfApt = () => {
  const { stdout = '' } = sh('apt-get', ['indextargets', '--format', '$(SITE) $(COMPONENT) $(LABEL)', 'Created-By: Packages']);
  return stdout
    .split('\n')
    .map((line) => line.split(' '))
    .find(([, component, ...label]) => component === 'main' && label.join(' ') === 'Debian')?.[0];
};

const isUsable = (command, oldest) => {
  const version = /^bandit (\d+\.\d+\.\d+)/m.exec(sh(command, ['--version']).stdout ?? '')?.[1];
  return version !== undefined && isAtLeast(version, oldest);
};

/** `release`: a suite of Debian, such as `stable`. */
const fetchFrom = (site, release, work) => {
  for (const folder of ['state/lists/partial', 'cache/archives/partial']) mkdirSync(join(work, folder), { recursive: true });
  writeFileSync(join(work, 'sources.list'), `deb [signed-by=${keyring}] ${site} ${release} main\n`);
  const options = [
    ...['-o', `Dir::Etc::SourceList=${join(work, 'sources.list')}`, '-o', 'Dir::Etc::SourceParts=/dev/null'],
    ...['-o', `Dir::State=${join(work, 'state')}`, '-o', 'Dir::State::status=/var/lib/dpkg/status'],
    ...['-o', `Dir::Cache=${join(work, 'cache')}`, '-o', 'APT::Sandbox::User=', '-qq'],
  ];
  if (sh('apt-get', [...options, 'update'], work).status !== 0) return false;
  if (sh('apt-get', [...options, 'download', ...packages], work).status !== 0) return false;
  const archives = readdirSync(work).filter((name) => name.endsWith('.deb'));
  return archives.length === packages.length && archives.every((name) => sh('dpkg-deb', ['-x', name, 'root'], work).status === 0);
};

// Isolated: neither the working folder, which holds a candidate's files, nor PYTHONPATH may bring modules along.
const launcher = `#!/bin/sh
here=$(dirname "$(dirname "$(readlink -f "$0")")")
exec /usr/bin/python3 -I -c "import sys
sys.path.insert(0, sys.argv.pop(1))
sys.argv[0] = 'bandit'
from bandit.cli.main import main
main()" "$here/usr/lib/python3/dist-packages" "$@"
`;

/** `oldest`: the oldest version that is of use, such as `1.7.5`. */
export const installPrivateBandit = (root, oldest) => {
  const folder = join(root, '.tools/bandit');
  const command = join(folder, 'bin/bandit');
  if (existsSync(command)) return true;
  const site = existsSync(keyring) ? siteOfApt() : undefined;
  if (site === undefined) return false;
  const work = mkdtempSync(join(tmpdir(), 'fathom-bandit-'));
  try {
    if (!fetchFrom(site, 'stable', work)) return false;
    mkdirSync(join(work, 'root/bin'), { recursive: true });
    writeFileSync(join(work, 'root/bin/bandit'), launcher);
    chmodSync(join(work, 'root/bin/bandit'), 0o755);
    mkdirSync(join(root, '.tools'), { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    if (sh('cp', ['-r', join(work, 'root'), folder]).status !== 0) return false;
    if (isUsable(command, oldest)) return true;
    rmSync(folder, { recursive: true, force: true });
    return false;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};
