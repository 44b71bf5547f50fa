const { spawn } = require('node:child_process');
const path = require('node:path');

function fingerprint(folder, name) {
  return new Promise((resolve, reject) => {
    const program = spawn('sha256sum', ['--zero', '--', path.join(folder, name)]);
    let output = '';
    program.stdout.on('data', (chunk) => {
      output += chunk;
    });
    program.on('error', reject);
    program.on('close', (code) => {
      if (code === 0) resolve(output.slice(0, 64));
      else reject(new Error(`no such file: ${name}`));
    });
  });
}

module.exports = { fingerprint };
