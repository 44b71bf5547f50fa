const { createHash, randomBytes, timingSafeEqual } = require('node:crypto');

const digestOf = (password, salt) => createHash('sha512').update(salt).update(password).digest();

function storePassword(password) {
  const salt = randomBytes(16);
  return `${salt.toString('hex')}$${digestOf(password, salt).toString('hex')}`;
}

function checkPassword(password, stored) {
  const [salt, digest = ''] = stored.split('$');
  const wanted = Buffer.from(digest, 'hex');
  const found = digestOf(password, Buffer.from(salt, 'hex'));
  return wanted.length === found.length && timingSafeEqual(wanted, found);
}

module.exports = { storePassword, checkPassword };
