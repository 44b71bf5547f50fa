const { execFileSync } = require('node:child_process');

function sermonLines(folder, pattern) {
  let output;
  try {
    output = execFileSync('grep', ['-r', '-h', '--include=*.txt', pattern, folder], { encoding: 'utf8' });
  } catch (error) {
    if (error.status === 1) return '';
    throw error;
  }
  return output.trimEnd().split('\n').sort().join('\n');
}

module.exports = { sermonLines };
