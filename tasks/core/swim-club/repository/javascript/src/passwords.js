// How passwords are kept.
const { randomBytes, scryptSync, timingSafeEqual } = require('node:crypto');

const isPassword = (text) => typeof text === 'string' && text.length >= 10 && text.length <= 200;

const derived = (password, salt) => scryptSync(password, salt, 64, { N: 2 ** 12 });

/** What is stored of a password. */
function kept(password) {
  const salt = randomBytes(16);
  return { salt, key: derived(password, salt) };
}

const matches = (password, { salt, key }) => timingSafeEqual(derived(password, salt), key);

module.exports = { isPassword, kept, matches };
