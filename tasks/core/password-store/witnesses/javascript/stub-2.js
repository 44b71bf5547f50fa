const crypto = require('node:crypto');

function storePassword(password) {
  const salt = crypto.randomBytes(16);
  return `${salt.toString('hex')}$${crypto.scryptSync(password, salt, 32).toString('hex')}`;
}

function checkPassword(password, stored) {
  const [salt, digest] = stored.split('$');
  const wanted = Buffer.from(digest, 'hex');
  return crypto.timingSafeEqual(wanted, crypto.scryptSync(password, Buffer.from(salt, 'hex'), 32));
}

module.exports = { storePassword, checkPassword };
