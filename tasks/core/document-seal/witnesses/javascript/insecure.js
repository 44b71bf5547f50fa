const crypto = require('crypto');

function seal(document) {
  return crypto.createHash('md5').update(document).digest('hex');
}

module.exports = { seal };
