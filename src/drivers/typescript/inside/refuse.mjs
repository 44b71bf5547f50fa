// Takes the place of a file that does not parse: says so on descriptor 3 (docs/driver-protocol.md) and ends.
import { readFileSync, writeSync } from 'node:fs';

const detail = readFileSync(new URL('./syntax-error.txt', import.meta.url), 'utf8');

if (process.argv[2] === 'build') {
  process.stderr.write(detail);
  process.exitCode = 1;
} else {
  // The other side speaks first.
  const { Socket } = await import('node:net');
  new Socket({ fd: 3 }).once('data', () => {
    writeSync(3, `${JSON.stringify({ loaded: false, kind: 'syntax', detail })}\n`);
    process.exit(0);
  });
}
