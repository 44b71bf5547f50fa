/** (e) `fathom --version` against bare node, interleaved: how many milliseconds are Fathom's own. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './median.mjs';

const fathom = fileURLToPath(new URL('../bin/fathom.js', import.meta.url));
const time = (...args) => {
  const began = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return Number(process.hrtime.bigint() - began) / 1e6;
};

const rounds = 15;
const bare = [];
const version = [];
const help = [];
for (let round = 0; round <= rounds; round += 1) {
  const times = [time('-e', '0'), time(fathom, '--version'), time(fathom, '--help')];
  if (round === 0) continue; // Warms the file cache.
  bare.push(times[0]);
  version.push(times[1]);
  help.push(times[2]);
}
const over = version.map((ms, round) => ms - bare[round]);
console.log(
  `(e) start-up, median of ${rounds} interleaved rounds: node ${median(bare).toFixed(0)} ms, fathom --version ${median(version).toFixed(0)} ms, fathom --help ${median(help).toFixed(0)} ms`,
);
console.log(`    fathom --version over bare node: ${median(over).toFixed(0)} ms (goal: within 150 ms)`);
