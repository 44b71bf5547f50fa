const { randomBytes } = require('node:crypto');

const coats = new Map();

function newCode(guest) {
  if (guest < 1) throw new RangeError("a guest's number begins at 1");
  const code = randomBytes(10).toString('hex');
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
