const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

function fingerprint(folder, name) {
  const input = fs.readFileSync(path.join(folder, name));
  return execFileSync('sha256sum', { input, encoding: 'utf8' }).slice(0, 64);
}

module.exports = { fingerprint };
