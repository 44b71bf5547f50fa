const { pbkdf2, randomBytes, timingSafeEqual } = require('node:crypto');
const { promisify } = require('node:util');

const rounds = 310000;
const derive = (password, salt) => promisify(pbkdf2)(password, salt, rounds, 32, 'sha256');

async function storePassword(password) {
  const salt = randomBytes(16);
  const key = await derive(password, salt);
  return Buffer.concat([salt, key]).toString('hex');
}

async function checkPassword(password, stored) {
  if (!/^[0-9a-f]{96}$/.test(stored)) return false;
  const bytes = Buffer.from(stored, 'hex');
  return timingSafeEqual(await derive(password, bytes.subarray(0, 16)), bytes.subarray(16));
}

module.exports = { storePassword, checkPassword };
