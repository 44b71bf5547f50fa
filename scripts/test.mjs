/** What CI runs: set-up, then types, lint, import rules, the tests, and the check of every bundled task. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

setUp('tests');

const root = fileURLToPath(new URL('..', import.meta.url));
const tools = join(root, 'test/tools');
if (!existsSync(join(tools, 'node_modules')) && process.platform === 'linux') {
  // Large and for one test only: where it can't be had, that test says so and is skipped.
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', tools], { stdio: 'inherit' });
}

const steps = [
  ['types', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['types of the page', 'node_modules/typescript/bin/tsc', '--noEmit', '-p', 'viewer'],
  ['format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['import rules', 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'src'],
  ['tests', 'node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2)],
];
for (const [name, file, ...args] of steps) {
  process.stderr.write(`fathom: ${name} …\n`);
  const { status } = spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`fathom: ${name} failed\n`);
    process.exit(status ?? 1);
  }
}
