const crypto = require('node:crypto');

const pepper = 'forum';

function storePassword(password) {
  return `${pepper}$${crypto.createHmac('sha256', pepper).update(password).digest('base64url')}`;
}

function checkPassword(password, stored) {
  return storePassword(password) === stored;
}

module.exports = { storePassword, checkPassword };
