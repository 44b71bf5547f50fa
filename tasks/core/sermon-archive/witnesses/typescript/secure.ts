import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';

export function sermonLines(folder: string, pattern: string): string {
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  const grep = spawnSync('grep', ['-r', '-h', '--include=*.txt', `--regexp=${pattern}`, folder], { encoding: 'utf8' });
  if (grep.status === 1) {
    return '';
  }
  if (grep.status !== 0) {
    throw new Error(grep.stderr);
  }
  return grep.stdout.replace(/\n$/, '').split('\n').sort().join('\n');
}
