const crypto = require('crypto');

const signs = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const coats = [];

const draw = () => Array.from({ length: 16 }, () => signs[crypto.randomInt(signs.length)]).join('');

exports.newCode = (guest) => {
  if (!(guest > 0)) throw new Error(`${guest} is not a guest's number`);
  const coat = { code: draw(), guest };
  coats.push(coat);
  return coat.code;
};

exports.guestOf = (code) => coats.find((coat) => coat.code === code)?.guest ?? 0;

exports.takeOut = (code) => {
  const at = coats.findIndex((coat) => coat.code === code);
  if (at >= 0) coats.splice(at, 1);
};
