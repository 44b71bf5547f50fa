const crypto = require('node:crypto');

function storePassword(password) {
  const salt = crypto.randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${crypto.scryptSync(password, salt, 32).toString('base64')}`;
}

function checkPassword(password, stored) {
  const [name, salt, digest] = stored.split('$');
  if (name !== 'scrypt' || !salt || !digest) return false;
  const wanted = Buffer.from(digest, 'base64');
  const found = crypto.scryptSync(password, Buffer.from(salt, 'base64'), 32);
  return wanted.length === found.length && crypto.timingSafeEqual(wanted, found);
}

module.exports = { storePassword, checkPassword };
