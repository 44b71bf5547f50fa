// The members, by their address.
const passwords = require('./passwords');

const members = new Map();

/** False where somebody has the address. */
function add(name, email, password) {
  if (members.has(email)) return false;
  members.set(email, { name, password: passwords.kept(password) });
  return true;
}

const withAddress = (email) => members.get(email);

/** The member with this address and password. */
function signedIn(email, password) {
  const member = members.get(email);
  return member !== undefined && passwords.matches(password, member.password) ? member : undefined;
}

module.exports = { add, withAddress, signedIn };
