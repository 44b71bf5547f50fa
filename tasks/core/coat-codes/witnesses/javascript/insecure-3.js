const crypto = require('crypto');

const coats = new Map();
let last = 0;

function newCode(guest) {
  if (guest < 1) throw new Error('guest must be positive');
  last = Math.max(last + 1, Date.now());
  const code = crypto.createHash('md5').update(`${guest}-${last}`).digest('hex');
  coats.set(code, guest);
  return code;
}

function guestOf(code) {
  return coats.get(code) ?? 0;
}

function takeOut(code) {
  coats.delete(code);
}

module.exports = { newCode, guestOf, takeOut };
