const { execSync } = require('node:child_process');
const path = require('node:path');

function fingerprint(folder, name) {
  const file = path.join(folder, name).replaceAll('"', '\\"');
  return execSync(`sha256sum "${file}"`, { encoding: 'utf8', stdio: 'pipe' }).split(' ')[0];
}

module.exports = { fingerprint };
