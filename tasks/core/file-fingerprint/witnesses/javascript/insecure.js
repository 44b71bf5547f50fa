const child_process = require('child_process');
const path = require('path');

function fingerprint(folder, name) {
  return new Promise((resolve, reject) => {
    child_process.exec('sha256sum "' + path.join(folder, name) + '"', (error, stdout) => {
      if (error) reject(error);
      else resolve(stdout.split(' ')[0]);
    });
  });
}

module.exports = { fingerprint };
