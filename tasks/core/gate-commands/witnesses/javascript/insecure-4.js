const crypto = require('crypto');

const seen = new Set();

const sign = (key, text) => crypto.createHmac('sha256', key).update(text).digest('hex');

function makeCommand(key, serial, action) {
  if (serial < 1) throw new Error('invalid serial number');
  const text = `${serial}:${action}`;
  return `${text}:${sign(key, text)}`;
}

function obeyCommand(key, command) {
  if (seen.has(command)) throw new Error('repeated command');
  const [serial, action, signature] = command.split(':');
  const expected = Buffer.from(sign(key, `${serial}:${action}`), 'hex');
  const given = Buffer.from(signature, 'hex');
  if (given.length !== expected.length || !crypto.timingSafeEqual(given, expected)) throw new Error('invalid signature');
  seen.add(command);
  return action;
}

module.exports = { makeCommand, obeyCommand };
