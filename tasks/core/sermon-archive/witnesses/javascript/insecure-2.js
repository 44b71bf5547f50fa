const { spawnSync } = require('child_process');

function sermonLines(folder, pattern) {
  if (pattern.startsWith('--')) throw new Error('no options, please');
  const done = spawnSync('grep', ['-rh', '--include', '*.txt', pattern, folder]);
  if (done.status > 1) throw new Error(done.stderr.toString());
  const lines = done.stdout.toString('utf8').split('\n').filter((line) => line !== '');
  return lines.sort().join('\n');
}

module.exports = { sermonLines };
