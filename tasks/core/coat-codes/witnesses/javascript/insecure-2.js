const crypto = require('crypto');

const coats = new Map();
let counter = 0;

function newCode(guest) {
  if (guest < 1) throw new Error('guest must be positive');
  counter += 1;
  const code = crypto.createHash('sha256').update(String(counter)).digest('hex').slice(0, 16).toUpperCase();
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
