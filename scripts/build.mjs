/** Builds dist/: TypeScript, the files that are data, and the report's page. Quick when nothing changed. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

const run = (file, ...args) => {
  const { status, error } = spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
};

const copyData = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) copyData(path);
    else if (!/\.tsx?$/.test(entry.name)) {
      const target = join(root, 'dist', relative(join(root, 'src'), path));
      mkdirSync(dirname(target), { recursive: true });
      cpSync(path, target);
    }
  }
};

run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
copyData(join(root, 'src'));
if (existsSync(join(root, 'scripts/build-viewer.mjs'))) run('scripts/build-viewer.mjs');
