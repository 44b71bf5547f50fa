const { createHash } = require('node:crypto');

function seal(document) {
  return createHash('sha256').update(document).digest('hex');
}

module.exports = { seal };
