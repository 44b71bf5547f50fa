/** `npm run bench`: each part prints ratios measured in one run against the alternative. Absolute times depend on the machine. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setUp } from '../scripts/setup.mjs';

setUp();
let failed = 0;
for (const part of ['sandbox-throughput', 'static-ensemble', 'remeasure', 'startup', 'suite-check']) {
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${part}.mjs`, import.meta.url))], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;
