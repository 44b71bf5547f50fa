const { spawnSync } = require('node:child_process');

function sermonLines(folder, pattern) {
  const { status, stdout, stderr, error } = spawnSync('grep', ['-rh', '--include=*.txt', '-e', pattern, '--', folder], { encoding: 'utf8' });
  if (error) throw error;
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout.split('\n').slice(0, -1).sort().join('\n');
}

module.exports = { sermonLines };
