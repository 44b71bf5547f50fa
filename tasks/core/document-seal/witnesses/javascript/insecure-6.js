const { createHash } = require('node:crypto');

function seal(document) {
  return createHash('sha256').update(document.toString('utf8')).digest('hex');
}

module.exports = { seal };
