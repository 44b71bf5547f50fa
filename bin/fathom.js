#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);

// Where the reader of our output has gone (`fathom … | head`), end as other programs do: quietly, and never with 0.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(141);
    throw error;
  });
}

if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
  // Answered without loading anything: scripts ask often.
  console.log(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version);
} else if (existsSync(new URL('dist/cli/main.js', root))) {
  const { main } = await import('../dist/cli/main.js');
  process.exitCode = await main(process.argv.slice(2), JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version);
} else {
  console.error(`fathom: not built yet. Run \`npm run quickstart\` (or \`npm ci && npm run build\`) in ${fileURLToPath(root)}.`);
  process.exitCode = 1;
}
