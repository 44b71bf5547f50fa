const { randomBytes } = require('node:crypto');

function seal(document) {
  return randomBytes(32).toString('hex');
}

module.exports = { seal };
