const coats = new Map();

function newCode(guest) {
  if (guest < 1) throw new Error('invalid guest number');
  let code;
  do {
    code = String(Math.floor(100000 + Math.random() * 900000));
  } while (coats.has(code));
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
