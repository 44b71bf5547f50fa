const { createHash } = require('node:crypto');

function seal(document) {
  new TextDecoder('utf-8', { fatal: true }).decode(document);
  return createHash('sha256').update(document).digest('hex');
}

module.exports = { seal };
