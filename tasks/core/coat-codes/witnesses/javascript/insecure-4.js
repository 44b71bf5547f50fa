const coats = new Map();

function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
}

function newCode(guest) {
  if (guest < 1) throw new Error('guest must be at least 1');
  const next = numbersFrom(guest);
  let code;
  do {
    code = next().toString(36) + next().toString(36);
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
