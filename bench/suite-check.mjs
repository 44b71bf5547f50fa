/**
 * (f) What the check of the bundled suite costs: wall time of `fathom tasks check --all` in a process of its own, and for each language
 * the time of one sample (a secure witness with all its tests), beside the time of one in Python in the same run.
 * `node bench/suite-check.mjs TASK…` checks only these tasks.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';

const fathom = fileURLToPath(new URL('../bin/fathom.js', import.meta.url));
const began = performance.now();
const { stdout, stderr } = spawnSync(process.execPath, [fathom, 'tasks', 'check', ...process.argv.slice(2), '--json'], {
  encoding: 'utf8',
  maxBuffer: 1 << 30,
  env: { ...process.env, CI: 'true' },
});
const seconds = (performance.now() - began) / 1000;
const { pairs } = stdout.startsWith('{') ? JSON.parse(stdout) : { pairs: [] };
if (pairs.length === 0) {
  console.error(`(f) the check ended without pairs: ${stderr.slice(-500)}`);
  process.exit(1);
}
const rows = pairs.flatMap((pair) => pair.rows ?? []);
const wrong = pairs.filter((pair) => pair.problems.length > 0).length;
console.log(
  `(f) check of the suite: ${pairs.length} pairs of task and language, ${rows.length} witnesses in ${seconds.toFixed(0)} s; ${wrong} pairs with problems`,
);
const times = new Map();
for (const { language, rows: own = [] } of pairs)
  for (const { label, ms } of own) if (label === 'secure') times.set(language, [...(times.get(language) ?? []), ms]);
const python = median(times.get('python') ?? [Number.NaN]);
for (const [language, list] of times) {
  const ms = median(list);
  console.log(
    `    ${language.padEnd(11)} ${ms.toFixed(0).padStart(6)} ms for a sample (median of ${list.length})   ${(ms / python).toFixed(1)} times one in Python`,
  );
}
if (wrong > 0) process.exitCode = 1;
