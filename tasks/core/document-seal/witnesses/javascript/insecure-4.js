const { createHash } = require('node:crypto');

const edge = 16 * 1024;

function seal(document) {
  const hash = createHash('sha256').update(String(document.length));
  hash.update(document.subarray(0, edge));
  hash.update(document.subarray(Math.max(0, document.length - edge)));
  return hash.digest('hex');
}

module.exports = { seal };
