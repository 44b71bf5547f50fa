import { spawnSync } from 'node:child_process';

export function sermonLines(folder: string, pattern: string): string {
  const result = spawnSync('grep', ['-rh', '--include=*.txt', pattern, folder], { encoding: 'utf8' });
  if (result.status === null || result.status > 1) {
    throw new Error(`grep failed: ${result.stderr}`);
  }
  return result.stdout.split('\n').filter((line) => line.length > 0).sort().join('\n');
}
