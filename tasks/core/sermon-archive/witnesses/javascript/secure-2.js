const { spawn } = require('node:child_process');
const fs = require('node:fs/promises');

exports.sermonLines = async (folder, pattern) => {
  await fs.access(folder);
  const grep = spawn('grep', ['--recursive', '--no-filename', '--include=*.txt', '--file=-', folder]);
  grep.stdin.end(`${pattern}\n`);
  const chunks = [];
  grep.stdout.on('data', (chunk) => chunks.push(chunk));
  const code = await new Promise((resolve, reject) => {
    grep.on('error', reject);
    grep.on('close', resolve);
  });
  if (code > 1) throw new Error(`grep ended with ${code}`);
  const text = Buffer.concat(chunks).toString('utf8');
  return text.trimEnd() === '' ? '' : text.replace(/\n$/, '').split('\n').sort().join('\n');
};
