const coats = new Map();
let counter = 1000000000000;

function newCode(guest) {
  if (guest < 1) throw new Error('guest must be positive');
  counter += 1;
  const code = `C${counter}`;
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
