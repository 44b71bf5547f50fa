import { execFile } from 'node:child_process';

const run = (args: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    execFile('grep', args, { encoding: 'utf8', maxBuffer: 2 ** 24 }, (error, stdout) => {
      if (error === null || error.code === 1) resolve(stdout);
      else reject(error);
    });
  });

export const sermonLines = async (folder: string, pattern: string): Promise<string> => {
  const found = await run(['-rh', '--include=*.txt', '--', pattern, folder]);
  const lines = found.split('\n');
  lines.pop();
  return lines.sort().join('\n');
};
