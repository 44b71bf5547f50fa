const crypto = require('node:crypto');

const derive = (password, salt) => crypto.pbkdf2Sync(password, salt, 1000, 64, 'sha512').toString('hex');

function storePassword(password) {
  const salt = crypto.randomBytes(16).toString('hex');
  return `${salt}:${derive(password, salt)}`;
}

function checkPassword(password, stored) {
  const [salt, digest] = stored.split(':');
  return digest !== undefined && derive(password, salt) === digest;
}

module.exports = { storePassword, checkPassword };
