const { execFileSync } = require('node:child_process');
const path = require('node:path');

function fingerprint(folder, name) {
  if (!/^[A-Za-z0-9._-]+$/.test(name)) throw new Error(`not an acceptable name: ${name}`);
  return execFileSync('sha256sum', [path.join(folder, name)], { encoding: 'utf8' }).split(' ')[0];
}

module.exports = { fingerprint };
