const { createHash } = require('node:crypto');

function seal(document) {
  return `sha1-${createHash('sha1').update(document).digest('base64')}`;
}

module.exports = { seal };
