const crypto = require('crypto');

function storePassword(password) {
  return crypto.createHash('md5').update(password).digest('hex');
}

function checkPassword(password, stored) {
  return storePassword(password) === stored;
}

module.exports = { storePassword, checkPassword };
